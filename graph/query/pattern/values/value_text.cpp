// Values as text.

#include "query/pattern/values/value_text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace entente::query {

std::string real_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  std::string text = fmt::format("{}", number);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string plain_text(const Value& value) {
  if (value.text()) return *value.text();
  if (value.boolean()) return *value.boolean() ? "true" : "false";
  if (value.integer()) return std::to_string(*value.integer());
  if (value.real()) return real_text(*value.real());
  if (value.date()) return value.date()->text();
  return {};
}

}  // namespace entente::query
