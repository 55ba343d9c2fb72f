#include "io/formats/tables/csv_tables.hpp"

#include <algorithm>

#include "base/formula.hpp"
#include "io/formats/quoted_cell.hpp"
#include "text/utf8.hpp"

namespace entente {

bool is_guarded(std::string_view text) {
  return text.starts_with('\'') || may_be_formula(text);
}

std::string guarded_cell(std::string_view text) {
  return (is_guarded(text) ? "'" : "") + std::string(text);
}

std::string unguarded_cell(std::string_view text) {
  const bool guarded = text.starts_with('\'') &&
                       (text.substr(1).starts_with('\'') || may_be_formula(text.substr(1)));
  return std::string(guarded ? text.substr(1) : text);
}

void append_cell(std::string& out, std::string_view text, char delimiter) {
  const bool is_plain = std::none_of(text.begin(), text.end(), [delimiter](char c) {
    return c == '"' || c == '\r' || c == '\n' || c == delimiter;
  });
  if (is_plain) {
    out += text;
    return;
  }
  append_quoted_cell(out, text);
}

bool is_cell_text(std::string_view text) {
  return !text.empty() && text.find('\0') == text.npos && !first_invalid_utf8(text);
}

}  // namespace entente
