#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include <entente/base/json_text.hpp>

namespace entente {
namespace {

/// The length of the well-formed UTF-8 sequence that `text` begins with (Unicode 15, table 3-7); 0
/// if there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead < 0xC2   ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || text.size() < length) return 0;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  return length;
}

std::string escaped_control(unsigned char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (byte) {
    case '\b':
      return "\\b";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
    default:
      return {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
  }
}

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string quoted = "\"";
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    const auto lead = static_cast<unsigned char>(text.front());
    if (length == 0)
      quoted += "\uFFFD";
    else if (lead < 0x20 || lead == 0x7F)
      quoted += escaped_control(lead);
    else if (lead == '"' || lead == '\\')
      quoted += {'\\', text.front()};
    else
      quoted += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  quoted += '"';
  return quoted;
}

std::string json_number(double value) {
  if (!std::isfinite(value)) return "null";
  if (value == 0) return "0";
  // Beyond these, digits say less than their number, as ECMAScript has it.
  const bool in_full = std::abs(value) >= 1e-7 && std::abs(value) < 1e21;
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 in_full ? std::chars_format::fixed : std::chars_format::scientific)
                       .ptr;
  return {buffer.data(), end};
}

void JsonText::separate() {
  Expects& level = levels_.back();
  if (level == Expects::next) text_ += ", ";
  level = Expects::next;
}

JsonText& JsonText::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  text_ += json_quoted(name);
  text_ += ": ";
  levels_.back() = Expects::member_value;
  return *this;
}

JsonText& JsonText::open_object() {
  separate();
  text_ += '{';
  levels_.push_back(Expects::first);
  return *this;
}

JsonText& JsonText::close_object() {
  assert(levels_.size() > 1);
  levels_.pop_back();
  text_ += '}';
  return *this;
}

JsonText& JsonText::open_list() {
  separate();
  text_ += '[';
  levels_.push_back(Expects::first);
  return *this;
}

JsonText& JsonText::close_list() {
  assert(levels_.size() > 1);
  levels_.pop_back();
  text_ += ']';
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  return raw(json_quoted(text));
}

JsonText& JsonText::value(double number) {
  return raw(json_number(number));
}

}  // namespace entente
