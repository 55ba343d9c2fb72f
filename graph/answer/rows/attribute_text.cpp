#include "answer/rows/attribute_text.hpp"

#include <entente/base/json_text.hpp>

namespace entente::answers {
namespace {

struct ScalarText {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(double value) const { return json_number(value); }
  std::string operator()(const std::string& value) const { return value; }
  template <std::integral Integer>
  std::string operator()(Integer value) const {
    return std::to_string(value);
  }
};

}  // namespace

std::string attribute_text(const AttributeValue& value) {
  if (const auto* scalar = std::get_if<Scalar>(&value)) return std::visit(ScalarText{}, *scalar);
  std::string text;
  for (const Scalar& item : std::get<std::vector<Scalar>>(value))
    text += (text.empty() ? "" : ", ") + std::visit(ScalarText{}, item);
  return text;
}

}  // namespace entente::answers
