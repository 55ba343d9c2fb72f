#pragma once

/// How far two words are apart, and which of some words was probably meant.

#include <cstddef>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// For `edit_distance` without a bound.
inline constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

/// The least number of insertions, deletions, substitutions and exchanges of two neighbours
/// (optimal string alignment) that turns one text into the other, counted in code points; any
/// number above `limit` is returned as `limit + 1`.
/// Cost: O(min(limit, n) n) time and O(n) memory for n code points.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b,
                                        std::size_t limit = no_limit);
/// The same for code points.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b,
                                        std::size_t limit = no_limit);

/// The candidate closest to a misspelt word, for "did you mean …?": at most a third of its
/// characters away (one for short words, 16 for long ones), ASCII case apart; the earlier of
/// equally close ones. If none is, the only one that begins with the word.
/// Cost: O(n) for each candidate of about the word's n code points.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string_view> candidates);
/// The same for a list of words.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);
/// The same for a list of words.
[[nodiscard]] std::optional<std::string> nearest(
    std::string_view word, std::initializer_list<std::string_view> candidates);

}  // namespace entente
