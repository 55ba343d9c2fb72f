#include "io/formats/plain_values.hpp"

#include "model/json_append.hpp"

namespace entente {

std::string plain_text(const Scalar& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  std::string out;
  json::append_scalar(out, value);
  return out;
}

std::string plain_text(const AttributeValue& value, std::string_view divider) {
  if (const auto* scalar = std::get_if<Scalar>(&value)) return plain_text(*scalar);
  std::string out;
  const auto& list = std::get<std::vector<Scalar>>(value);
  for (const Scalar& item : list) {
    if (&item != list.data()) out += divider;
    out += plain_text(item);
  }
  return out;
}

}  // namespace entente
