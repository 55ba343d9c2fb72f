#include "io/json/attribute_reader.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <entente/base/json_text.hpp>

#include "io/json/number_text.hpp"

namespace entente {
namespace {

/// Kept to the digit here, but not by who computes in doubles: weights, and most readers of JSON.
template <typename Integer>
Integer whole(MemberReader& read, JsonValue value) {
  const auto number = std::get<Integer>(value.scalar().value);
  const auto computed = static_cast<double>(number);
  constexpr auto beyond = static_cast<double>(std::numeric_limits<Integer>::max());
  if (computed >= beyond || static_cast<Integer>(computed) != number)
    read.error(value.at(), {.code = "inexact-number",
                            .message = "most programs, and weights here, take the number for " +
                                       json_number(computed),
                            .hint = "write it as a text where every digit counts",
                            .severity = Severity::warning});
  return number;
}

double real(MemberReader& read, JsonValue value) {
  const double number = std::get<double>(value.scalar().value);
  if (!keeps_every_digit(value.text(), number))
    read.error(value.at(), {.code = "inexact-number",
                            .message = "the number is kept as " + json_number(number) +
                                       ", the nearest that can be computed with",
                            .hint = "write it as a text where every digit counts",
                            .severity = Severity::warning});
  return number;
}

Scalar scalar(MemberReader& read, JsonValue value) {
  switch (value.kind()) {
    case JsonKind::null:
      return std::monostate();
    case JsonKind::boolean:
      return std::get<bool>(value.scalar().value);
    case JsonKind::integer:
      return whole<std::int64_t>(read, value);
    case JsonKind::unsigned_integer:
      return whole<std::uint64_t>(read, value);
    case JsonKind::real:
      return real(read, value);
    case JsonKind::text:
      return read.text(value, TextUse::prose);
    case JsonKind::unfit_number:
      read.error(value.at(),
                 {"bad-number", "the number has no exact value in 64 bits",
                  "write it as a text: \"" + std::string(value.text().substr(0, 80)) + "\""});
      break;
    case JsonKind::list:
    case JsonKind::object:
      read.error(value.at(), {"wrong-type",
                              "an attribute holds texts, numbers, true, false, null, or one list "
                              "of them, not " +
                                  std::string(describe(value.kind())),
                              "give each part an attribute of its own"});
      break;
  }
  return std::monostate();
}

AttributeValue attribute(MemberReader& read, JsonValue value) {
  if (value.kind() != JsonKind::list) return scalar(read, value);
  std::vector<Scalar> list;
  for (const JsonValue item : value) list.push_back(scalar(read, item));
  return list;
}

}  // namespace

Attributes read_attributes(MemberReader& read, JsonValue value) {
  Attributes attributes;
  if (!read.expect(value, JsonKind::object, "write {\"clause\": \"§2.1\"}")) return attributes;
  read.require_unique(value);
  for (const JsonValue member : value)
    attributes.emplace_back(read.name(member), attribute(read, member));
  return attributes;
}

}  // namespace entente
