#pragma once

/// JSON text, written piece by piece in the order given: the same calls give the same bytes in any
/// locale.

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// `text` as a JSON string, quotes included. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_quoted(std::string_view text);

/// A number in the shortest form that reads back as the same double (`0.1`, `1e+300`), whole
/// numbers up to 2^53 to the digit; `null` where JSON has no number for it.
[[nodiscard]] std::string json_number(double value);

/// One JSON value under construction, on a single line with a space after `,` and `:`. A key must
/// stand before every member's value; what is opened must be closed.
class JsonText {
 public:
  /// `{`
  JsonText& open_object();
  /// `}`
  JsonText& close_object();
  /// `[`
  JsonText& open_list();
  /// `]`
  JsonText& close_list();
  /// The name of the member whose value comes next.
  JsonText& key(std::string_view name);

  /// A value, quoted and escaped as JSON wants it.
  JsonText& value(std::string_view text);
  /// The same.
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  /// A value, as json_number() writes it.
  JsonText& value(double number);
  /// A whole number, to the digit, or `true` and `false`.
  template <std::integral Integer>
  JsonText& value(Integer number) {
    if constexpr (std::same_as<Integer, bool>) return raw(number ? "true" : "false");
    if constexpr (std::is_signed_v<Integer>) return raw(std::to_string(std::int64_t{number}));
    return raw(std::to_string(static_cast<std::uint64_t>(number)));
  }
  /// The value null.
  JsonText& null() { return raw("null"); }
  /// A value that is JSON text already.
  JsonText& raw(std::string_view json);

  /// A name and its value.
  template <typename Value>
  JsonText& member(std::string_view name, const Value& member_value) {
    return key(name).value(member_value);
  }

  /// What has been written.
  [[nodiscard]] const std::string& str() const { return text_; }

 private:
  void separate();

  enum class Expects : std::uint8_t { first, next, member_value };
  std::string text_;
  std::vector<Expects> levels_ = {Expects::first};
};

}  // namespace entente
