#include "io/formats/dot/dot_labels.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "io/formats/own/visible_text.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

/// A character by its number, `65` or `x41`.
std::optional<char32_t> numbered(std::string_view digits) {
  const bool is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (is_hexadecimal) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number, is_hexadecimal ? 16 : 10);
  const bool is_one = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  if (read.ec != std::errc() || read.ptr != end || !is_one) return std::nullopt;
  return static_cast<char32_t>(number);
}

/// The character that a reference such as `&amp;` or `&#65;` stands for.
std::optional<char32_t> referred(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char32_t>, 6> names = {
      {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}, {"nbsp", U' '}}};
  if (name.starts_with('#')) return numbered(name.substr(1));
  for (const auto& [known, character] : names)
    if (known == name) return character;
  return std::nullopt;
}

/// A text whose references are the characters that they stand for.
std::string without_references(std::string_view text) {
  constexpr std::size_t longest = 10;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '&' ? text.substr(0, i + longest).find(';', i) : text.npos;
    const auto character =
        end == text.npos ? std::nullopt : referred(text.substr(i + 1, end - i - 1));
    if (character) {
      append_utf8(plain, *character);
      i = end;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

/// Blanks and line ends as one blank each, none at the ends.
std::string single_spaced(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool is_blank = ascii_blanks.find(c) != ascii_blanks.npos;
    if (!is_blank)
      plain += c;
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

/// Whether a tag ends a line or a cell, so that words on its sides are apart.
bool parts_words(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const std::string name = ascii_lowered(tag.substr(0, tag.find_first_of(" \t\r\n/")));
  constexpr std::array<std::string_view, 6> names = {"br", "td", "tr", "table", "hr", "vr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string cut(std::string_view name) {
  std::size_t count = 0;
  for (const CodePoint c : code_points(name))
    if (++count > longest_label) return std::string(name.substr(0, c.offset)) + "\u2026";
  return std::string(name);
}

/// Whether a text that begins with `&` begins with what Graphviz takes for a character: `&lt;`.
bool begins_entity(std::string_view text) {
  std::size_t end = text.starts_with("&#") ? 2 : 1;
  const std::size_t begin = end;
  while (end < text.size() && (is_ascii_letter(text[end]) || is_ascii_digit(text[end]))) ++end;
  return end > begin && end < text.size() && text[end] == ';';
}

}  // namespace

std::string escaped_label(std::string_view name) {
  const std::string shown = cut(name);
  std::string label;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    label += shown[i];
    if (shown[i] == '&' && begins_entity(std::string_view(shown).substr(i))) label += "amp;";
  }
  return label;
}

std::string drawn_label(std::string_view text, const Labelled& of) {
  std::string drawn;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      drawn += text[i];
      continue;
    }
    const char escape = text[++i];
    if (escape == 'N' || escape == 'E')
      drawn += of.element;
    else if (escape == 'T')
      drawn += of.tail;
    else if (escape == 'H')
      drawn += of.head;
    else if (escape == 'G')
      drawn += of.graph;
    else if (escape == 'L')
      drawn += of.label;
    else if (escape == 'n' || escape == 'l' || escape == 'r')
      drawn += i + 1 < text.size() ? " " : "";
    else
      drawn += escape;
  }
  return without_references(drawn);
}

std::string drawn_record(std::string_view text, const Labelled& of) {
  std::string fields;
  bool in_port = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      if (!in_port) fields.append(text.substr(i, 2));
      ++i;
    } else if (c == '<' || c == '>') {
      in_port = c == '<';
    } else if (c == '|') {
      fields += " | ";
    } else if (!in_port && c != '{' && c != '}') {
      fields += c;
    }
  }
  return single_spaced(drawn_label(fields, of));
}

std::string drawn_html(std::string_view text) {
  std::string plain;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = std::min(text.find('<', at), text.size());
    plain += text.substr(at, open - at);
    if (open == text.size()) break;
    const bool is_comment = text.substr(open).starts_with("<!--");
    const std::string_view close = is_comment ? "-->" : ">";
    const std::size_t end = text.find(close, open + 1);
    if (end == text.npos) break;
    if (!is_comment && parts_words(text.substr(open + 1, end - open - 1))) plain += ' ';
    at = end + close.size();
  }
  return without_references(single_spaced(plain));
}

std::string undoubled(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '\\') ++i;
    plain += text[i];
  }
  return plain;
}

}  // namespace entente
