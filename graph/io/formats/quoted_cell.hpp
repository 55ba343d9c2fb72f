#pragma once

/// Cells of CSV in quotes (RFC 4180).

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// Appends a text in quotes, those in it doubled.
inline void append_quoted_cell(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t quote = text.find('"'); quote != text.npos; quote = text.find('"')) {
    out += text.substr(0, quote + 1);
    out += '"';
    text.remove_prefix(quote + 1);
  }
  out += text;
  out += '"';
}

}  // namespace entente
