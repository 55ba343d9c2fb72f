#pragma once

/// Questions about eight bytes of a text at a time, by arithmetic on one word.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente::eight {

constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t highs = 0x8080808080808080U;

/// That byte eight times.
constexpr std::uint64_t repeated(char byte) {
  return ones * static_cast<unsigned char>(byte);
}

/// The high bit of each byte that is zero; above the lowest of them others may be set, too.
constexpr std::uint64_t zeros(std::uint64_t word) {
  return (word - ones) & ~word & highs;
}

/// Not 0 if a byte is a control character of ASCII or none of ASCII.
constexpr std::uint64_t unprintable(std::uint64_t word) {
  const std::uint64_t below_space = (word - repeated(' ')) & ~word;
  return ((below_space | word) & highs) | zeros(word ^ repeated(0x7F));
}

/// Whether `is_found(word)` is 0 for all words of a text, the last of them filled with spaces.
template <typename IsFound>
[[nodiscard]] bool nowhere(std::string_view text, const IsFound& is_found) {
  constexpr std::size_t size = sizeof(std::uint64_t);
  std::uint64_t word = 0;
  for (; text.size() >= size; text.remove_prefix(size)) {
    std::memcpy(&word, text.data(), size);
    if (is_found(word) != 0) return false;
  }
  word = repeated(' ');
  if (!text.empty()) std::memcpy(&word, text.data(), text.size());
  return is_found(word) == 0;
}

}  // namespace entente::eight
