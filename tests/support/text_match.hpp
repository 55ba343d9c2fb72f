#pragma once

/// Regular expressions for tests, compiled in one place. Patterns are ECMAScript's.

#include <optional>
#include <string>
#include <vector>

namespace entente::test {

/// What matched, then what each group matched; "" for a group that took no part.
using TextMatch = std::vector<std::string>;

/// @returns the match if the pattern takes the whole text.
[[nodiscard]] std::optional<TextMatch> match_of(const std::string& text,
                                                const std::string& pattern);

/// Everything that matches, from first to last.
[[nodiscard]] std::vector<TextMatch> matches_in(const std::string& text,
                                                const std::string& pattern);

/// The text with every match replaced; `$1` stands for a group.
[[nodiscard]] std::string with_matches_replaced(const std::string& text, const std::string& pattern,
                                                const std::string& replacement);

}  // namespace entente::test
