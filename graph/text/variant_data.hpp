#pragma once

/// What `write_variants` generates from OpenCC's dictionaries and ICU's transliterator while the
/// library is built.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace entente::variant_data {

inline constexpr char32_t first_common = 0x3400;
inline constexpr char32_t last_common = 0x9FFF;

/// Set in the form of an ideograph with which a phrase begins.
inline constexpr char32_t phrase_bit = 0x80000000;

struct Rare {
  char32_t character;
  char32_t form;
};

struct Phrase {
  std::u32string_view from;
  std::u32string_view to;  ///< as long
};

/// A letter that is more than another with an accent: ł, ø, đ, ı, æ.
struct Letter {
  char32_t letter;
  std::u32string_view plain;  ///< in ASCII
};

/// Forms of the ideographs from `first_common` to `last_common`.
extern const std::array<char32_t, last_common - first_common + 1> common;
/// Forms of other ideographs, where they differ; by character.
[[nodiscard]] std::span<const Rare> rare() noexcept;
/// By first character, the longest first.
[[nodiscard]] std::span<const Phrase> phrases() noexcept;
/// By letter; small ones.
[[nodiscard]] std::span<const Letter> letters() noexcept;

}  // namespace entente::variant_data
