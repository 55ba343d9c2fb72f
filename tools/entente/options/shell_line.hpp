#pragma once

/// A command line as bash has it while it is typed: its words without their quoting, and texts
/// quoted so that bash takes them for what they are, wherever they are inserted.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::tool {

/// What a place of a line is inside of.
enum class Quoting : std::uint8_t { none, double_quotes, single_quotes, other };

/// A line up to the cursor, taken apart. Nothing in it is expanded but a leading `~/`.
struct ShellLine {
  std::vector<std::string> words = {};  ///< the last one is being typed, and may be empty
  Quoting quoting = Quoting::none;      ///< where the replaced text begins
  std::size_t kept = 0;                 ///< bytes of the last word that stand before that place
  bool is_plain = true;  ///< no redirection, substitution or `$'…'` in the last word
};

/// Takes a line of bash apart; `replaced` is its end, as typed, that a completion replaces.
[[nodiscard]] ShellLine parsed_line(std::string_view line, std::string_view replaced);

/// What replaces that end of the line so that its last word becomes `word`, which begins with what
/// has been typed. Readline closes an open quotation itself.
[[nodiscard]] std::string replacement(const ShellLine& line, std::string_view word);

}  // namespace entente::tool
