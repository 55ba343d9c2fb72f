#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace entente {

/// Texts that are unlike names, and unlike each other: the same for the same seed.
class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : engine_(seed) {}

  [[nodiscard]] std::size_t below(std::size_t bound);
  /// Bytes of all kinds, among them well-formed sequences and nearly well-formed ones.
  [[nodiscard]] std::string bytes();
  /// Well-formed text of a few characters: letters, kana, ideographs and their variants, Hangul,
  /// marks, emoji, invisible characters, spaces, compatibility forms.
  [[nodiscard]] std::string text();
  /// A word of so few letters that words resemble each other.
  [[nodiscard]] std::string word();

 private:
  [[nodiscard]] char32_t character();

  std::mt19937_64 engine_;
};

}  // namespace entente
