#pragma once

/// The quoted strings of DOT, in pieces that Graphviz can read.

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// Graphviz 2.43 refuses a run of 16,384 bytes in one string ("longer than 16384?").
inline constexpr std::size_t longest_dot_run = 8000;

/// Appends a string that is quoted and escaped already. A backslash and a line end, which DOT reads
/// as nothing, stand at least every `longest_dot_run` bytes or so, never inside a character or an
/// escape.
void append_dot_string(std::string& out, std::string_view quoted);

}  // namespace entente
