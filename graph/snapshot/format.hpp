#pragma once

/// The layout of a snapshot: a header, a table of sections, the sections. One section a column in
/// the order of each_column, the last one for what is no column (see snapshot_words.hpp).

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace entente::snapshot {

inline constexpr std::array<char, 8> magic = {'e', 'n', 't', 'e', 'n', 't', 'e', '\x1a'};
inline constexpr std::uint32_t version = 5;
inline constexpr std::uint32_t byte_order = 0x01020304;
inline constexpr std::size_t alignment = 8;

/// At the beginning of the file. All numbers in the writer's byte order.
struct Header {
  std::array<char, 8> magic;
  std::uint32_t byte_order;
  std::uint32_t version;
  std::uint64_t size;      ///< of the whole file
  std::uint64_t checksum;  ///< of everything after the header, a BodyChecksum
  std::uint32_t sections;
  std::uint32_t reserved;  ///< 0
};
static_assert(sizeof(Header) == 40);

/// Where a section lies.
struct Section {
  std::uint64_t offset;        ///< from the beginning of the file, a multiple of `alignment`
  std::uint64_t count;         ///< elements
  std::uint32_t element_size;  ///< bytes
  std::uint32_t reserved;      ///< 0
};
static_assert(sizeof(Section) == 24);

/// A checksum over pieces whose sizes are multiples of 8: quick, and sensitive to every bit and
/// its place. No protection against somebody who computes it anew; offsets are checked besides.
class Checksum {
 public:
  void add(std::span<const char> bytes);
  [[nodiscard]] std::uint64_t value() const;

 private:
  void mix(std::size_t lane, std::uint64_t word);

  std::array<std::uint64_t, 8> lanes_ = {1, 2, 3, 4, 5, 6, 7, 8};
  std::uint64_t words_ = 0;
};

/// The checksum of the checksums of blocks, so that threads can share them.
class BodyChecksum {
 public:
  static constexpr std::size_t block = std::size_t{1} << 20;

  /// Takes the next piece; its size is a multiple of 8.
  void add(std::span<const char> bytes);
  [[nodiscard]] std::uint64_t value() const;
  /// That of all bytes at once, by several threads where there are many.
  [[nodiscard]] static std::uint64_t of(std::span<const char> bytes);

 private:
  void end_block(const Checksum& sum);

  Checksum sums_;     // of blocks that are full
  Checksum current_;  // of the one that is not
  std::size_t filled_ = 0;
};

/// The checksum of bytes of any number; the last word is filled with zeros and the size mixed in.
[[nodiscard]] std::uint64_t hash(std::span<const char> bytes);

}  // namespace entente::snapshot
