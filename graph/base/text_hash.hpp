#pragma once

/// The hash that all tables of texts share.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente {

/// What a hash depends on beside the text. Another in every process, so that nobody can prepare
/// texts that collide; hashes are therefore never written anywhere and never decide an order.
struct HashSeed {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::uint64_t third = 0;
};

/// The seed of this process, drawn once.
[[nodiscard]] const HashSeed& hash_seed();

/// The high and the low half of a product of 128 bits, folded into one another.
[[nodiscard]] inline std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
#ifdef __SIZEOF_INT128__
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
#else
  const std::uint64_t a_high = a >> 32U, a_low = a & 0xFFFFFFFF;
  const std::uint64_t b_high = b >> 32U, b_low = b & 0xFFFFFFFF;
  const std::uint64_t low = a_low * b_low;
  const std::uint64_t mid = a_high * b_low + (low >> 32U);
  const std::uint64_t middle = a_low * b_high + (mid & 0xFFFFFFFF);
  return ((middle << 32U) | (low & 0xFFFFFFFF)) ^
         (a_high * b_high + (mid >> 32U) + (middle >> 32U));
#endif
}

/// The hash of a text under a seed: 16 bytes a step, each multiplied with secrets. O(size).
[[nodiscard]] inline std::uint32_t text_hash(std::string_view text, const HashSeed& seed) {
  const auto eight = [](const char* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
  };
  const auto four = [](const char* from) {
    std::uint32_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return std::uint64_t{word};
  };
  const char* at = text.data();
  const char* const end = at + text.size();
  std::uint64_t state = seed.first;
  for (; end - at > 16; at += 16)
    state = folded_product(eight(at) ^ seed.second, eight(at + 8) ^ state);
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  if (end - at >= 8) {
    head = eight(at);
    tail = eight(end - 8);
  } else if (end - at >= 4) {
    head = four(at);
    tail = four(end - 4);
  } else {
    for (; at != end; ++at) head = head << 8U | static_cast<unsigned char>(*at);
  }
  state = folded_product(head ^ seed.second, tail ^ state);
  state = folded_product(state ^ seed.third, seed.first + text.size());
  return static_cast<std::uint32_t>(state ^ (state >> 32U));
}

/// The same under the seed of this process.
[[nodiscard]] inline std::uint32_t text_hash(std::string_view text) {
  return text_hash(text, hash_seed());
}

/// For the standard library's tables of texts that come from outside.
struct SeededHash {
  std::size_t operator()(std::string_view text) const { return text_hash(text); }
};

/// A text that somebody holds, with its hash.
struct HashedText {
  std::string_view text = {};
  std::uint32_t hash = 0;
};

[[nodiscard]] inline HashedText hashed(std::string_view text) {
  return {text, text_hash(text)};
}
[[nodiscard]] inline HashedText hashed(const HashedText& text) {
  return text;
}

}  // namespace entente
