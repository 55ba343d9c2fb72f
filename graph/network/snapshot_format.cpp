#include "network/snapshot_format.hpp"

#include <bit>

namespace entente::snapshot {

namespace {

// Odd, with bits all over: the golden ratio and its square root in 64 bits.
constexpr std::uint64_t stir_before = 0x9e3779b97f4a7c15;
constexpr std::uint64_t stir_after = 0xc97da24b6b1d9a0d;

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::uint64_t stirred(std::uint64_t lane, std::uint64_t word) {
  return std::rotl((lane ^ word) * stir_before, 29) + stir_after;
}

}  // namespace

void Checksum::mix(std::size_t lane, std::uint64_t word) {
  lanes_[lane] = stirred(lanes_[lane], word);
}

// Word i goes to lane i mod 4, so four multiplications run at a time.
void Checksum::add(std::span<const char> bytes) {
  std::size_t i = 0;
  for (; words_ % 4 != 0 && i + 8 <= bytes.size(); i += 8)
    mix(words_++ % 4, word_at(bytes.data() + i));
  std::array<std::uint64_t, 4> lanes = lanes_;
  for (; i + 32 <= bytes.size(); i += 32) {
    for (std::size_t lane = 0; lane < 4; ++lane)
      lanes[lane] = stirred(lanes[lane], word_at(bytes.data() + i + 8 * lane));
    words_ += 4;
  }
  lanes_ = lanes;
  for (; i + 8 <= bytes.size(); i += 8) mix(words_++ % 4, word_at(bytes.data() + i));
}

std::uint64_t Checksum::value() const {
  std::uint64_t sum = words_;
  for (const std::uint64_t lane : lanes_) sum = stirred(sum, lane);
  sum ^= sum >> 32;
  sum *= stir_before;
  return sum ^ (sum >> 29);
}

std::uint64_t hash(std::span<const char> bytes) {
  const std::size_t whole = bytes.size() / 8 * 8;
  std::array<char, 16> rest{};
  if (whole < bytes.size())  // memcpy takes no null, and an empty span may be one
    std::memcpy(rest.data(), bytes.data() + whole, bytes.size() - whole);
  const std::uint64_t size = bytes.size();
  std::memcpy(rest.data() + 8, &size, sizeof size);
  Checksum sum;
  sum.add(bytes.first(whole));
  sum.add(rest);
  return sum.value();
}

}  // namespace entente::snapshot
