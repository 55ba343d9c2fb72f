#include "snapshot/format.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <vector>

#include "base/threads.hpp"

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

// Word i goes to lane i mod 8, so eight multiplications run at a time.
void Checksum::add(std::span<const char> bytes) {
  constexpr std::size_t count = std::tuple_size_v<decltype(lanes_)>;
  std::size_t i = 0;
  for (; words_ % count != 0 && i + 8 <= bytes.size(); i += 8)
    mix(words_++ % count, word_at(bytes.data() + i));
  auto lanes = lanes_;
  for (; i + 8 * count <= bytes.size(); i += 8 * count) {
    for (std::size_t lane = 0; lane < count; ++lane)
      lanes[lane] = stirred(lanes[lane], word_at(bytes.data() + i + 8 * lane));
    words_ += count;
  }
  lanes_ = lanes;
  for (; i + 8 <= bytes.size(); i += 8) mix(words_++ % count, word_at(bytes.data() + i));
}

std::uint64_t Checksum::value() const {
  std::uint64_t sum = words_;
  for (const std::uint64_t lane : lanes_) sum = stirred(sum, lane);
  sum ^= sum >> 32;
  sum *= stir_before;
  return sum ^ (sum >> 29);
}

void BodyChecksum::end_block(const Checksum& sum) {
  const std::uint64_t value = sum.value();
  sums_.add({reinterpret_cast<const char*>(&value), sizeof value});
}

void BodyChecksum::add(std::span<const char> bytes) {
  while (!bytes.empty()) {
    const std::size_t part = std::min(bytes.size(), block - filled_);
    current_.add(bytes.first(part));
    filled_ += part;
    bytes = bytes.subspan(part);
    if (filled_ < block) continue;
    end_block(current_);
    current_ = Checksum();
    filled_ = 0;
  }
}

std::uint64_t BodyChecksum::value() const {
  BodyChecksum all = *this;
  if (filled_ > 0) all.end_block(current_);
  return all.sums_.value();
}

std::uint64_t BodyChecksum::of(std::span<const char> bytes) {
  std::vector<Checksum> sums((bytes.size() + block - 1) / block);
  side_by_side(sums.size(), [&](std::size_t i) {
    sums[i].add(bytes.subspan(i * block, std::min(block, bytes.size() - i * block)));
  });
  BodyChecksum all;
  for (const Checksum& sum : sums) all.end_block(sum);
  return all.sums_.value();
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
