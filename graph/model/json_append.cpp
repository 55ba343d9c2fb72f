#include "model/json_append.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

#include <entente/base/json_text.hpp>
#include <entente/error.hpp>

#include "base/eight_bytes.hpp"
#include "base/sorted.hpp"
#include "text/utf8.hpp"

namespace entente::json {
namespace {

/// Whether a text is printable ASCII without quotation marks and backslashes.
bool is_plain(std::string_view text) {
  return eight::nowhere(text, [](std::uint64_t word) {
    return eight::unprintable(word) | eight::zeros(word ^ eight::repeated('"')) |
           eight::zeros(word ^ eight::repeated('\\'));
  });
}

bool needs_escape(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || c == '"' || c == '\\';
}

bool is_first_member(const std::string& out) {
  return out.empty() || out.back() == '{';
}

/// The place of `size` more characters of a text: growing at once is several times as fast as piece
/// by piece.
char* room_behind(std::string& out, std::size_t size) {
  const std::size_t before = out.size();
  out.resize(before + size);
  return out.data() + before;
}

constexpr std::size_t quotes = 2;
constexpr std::size_t key_signs = 6;  // `, "": `

/// Writes a text that needs no escape. Returns what stands behind it.
char* put_quoted(char* at, std::string_view text) {
  *at++ = '"';
  at = std::copy(text.begin(), text.end(), at);
  *at++ = '"';
  return at;
}

/// Writes the name of a member that needs none, and the signs around it.
char* put_key(char* at, std::string_view name, bool is_first) {
  if (!is_first) {
    *at++ = ',';
    *at++ = ' ';
  }
  at = put_quoted(at, name);
  *at++ = ':';
  *at++ = ' ';
  return at;
}

std::size_t size_of_key(std::string_view name, bool is_first) {
  return name.size() + key_signs - (is_first ? 2 : 0);
}

template <typename Integer>
void append_integer(std::string& out, Integer value) {
  std::array<char, 24> digits{};
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

struct ScalarAppender {
  std::string& out;
  void operator()(std::monostate) const { out += "null"; }
  void operator()(bool value) const { out += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { append_integer(out, value); }
  void operator()(std::uint64_t value) const { append_integer(out, value); }
  void operator()(double value) const { append_real(out, value); }
  void operator()(const std::string& value) const { append_text(out, value); }
};

}  // namespace

void append_text(std::string& out, std::string_view text) {
  if (!is_plain(text) &&
      (std::any_of(text.begin(), text.end(), needs_escape) || first_invalid_utf8(text))) {
    out += json_quoted(text);
    return;
  }
  put_quoted(room_behind(out, text.size() + quotes), text);
}

void append_key(std::string& out, std::string_view name) {
  const bool is_first = is_first_member(out);
  if (is_plain(name)) {
    put_key(room_behind(out, size_of_key(name, is_first)), name, is_first);
    return;
  }
  if (!is_first) out += ", ";
  append_text(out, name);
  out += ": ";
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  if (is_plain(name) && is_plain(text)) {
    const bool is_first = is_first_member(out);
    char* const room = room_behind(out, size_of_key(name, is_first) + text.size() + quotes);
    put_quoted(put_key(room, name, is_first), text);
    return;
  }
  append_key(out, name);
  append_text(out, text);
}

void append_real(std::string& out, double value) {
  if (!std::isfinite(value))
    throw InvalidArgument("bad-number", "JSON has no number for infinity and none for NaN");
  std::array<char, 32> buffer{};
  const char* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  out += digits;
  if (digits.find_first_of(".e") == digits.npos) out += ".0";
}

void append_scalar(std::string& out, const Scalar& scalar) {
  std::visit(ScalarAppender{out}, scalar);
}

void append_attribute(std::string& out, const AttributeValue& value) {
  const auto* list = std::get_if<std::vector<Scalar>>(&value);
  if (!list) return append_scalar(out, std::get<Scalar>(value));
  out += '[';
  for (const Scalar& scalar : *list) {
    if (&scalar != list->data()) out += ", ";
    append_scalar(out, scalar);
  }
  out += ']';
}

void append_attributes(std::string& out, const Attributes& attributes) {
  const auto append = [&out](const auto& attribute) {
    append_key(out, attribute.first);
    append_attribute(out, attribute.second);
  };
  out += '{';
  if (attributes.size() == 1)
    append(attributes.front());
  else
    for (const auto* attribute :
         sorted_by(attributes, [](const auto& one) { return std::string_view(one.first); }))
      append(*attribute);
  out += '}';
}

void append_when(std::string& out, const When& when) {
  if (!when.is_object_form()) return append_text(out, when.text());
  out += '{';
  append_member(out, "start", when.start_text());
  append_member(out, "end", when.end_text());
  out += '}';
}

}  // namespace entente::json
