#pragma once

/// How like a text a name is, both folded: the measures behind suggestions.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// The edit distance, if it is at most a third of the wanted text's length and 16.
[[nodiscard]] std::optional<std::size_t> closeness(std::u32string_view wanted,
                                                   std::string_view name);

/// Whether both are two characters of CJK, of which one differs or which changed places.
[[nodiscard]] bool is_one_of_two_away(std::u32string_view wanted, std::string_view name);

/// How a name holds the words of a text; the earlier the better.
enum class Holds : std::uint8_t {
  at_the_beginning,  ///< all of them, together, first
  together,          ///< all of them, together
  scattered,         ///< each of them somewhere
  misspelt,          ///< each of them, or a word a slip in four letters away
  no,
};

[[nodiscard]] Holds holds(std::string_view name, std::string_view text);

}  // namespace entente
