#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::json {

/// Breaks JSON text that stands on one line, with `, ` between values, into lines of at most
/// `width` characters where its texts allow: each line takes as many values as fit, and what a
/// bracket opens is indented behind it. The text begins at `column`, counted from 0.
void append_wrapped(std::string& out, std::string_view flat, std::size_t column, std::size_t width);
[[nodiscard]] std::string wrapped(std::string_view flat, std::size_t column, std::size_t width);

}  // namespace entente::json
