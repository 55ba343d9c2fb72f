#pragma once

/// Values as bytes and back: sizes as LEB128, words little-endian, texts with their length. Reading
/// never looks past the end, and never makes room by what the bytes declare.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Appends to a list of bytes.
class ByteWriter {
 public:
  explicit ByteWriter(std::vector<char>& bytes) : bytes_(bytes) {}
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void size(std::uint64_t value);
  void word(std::uint64_t value);
  void text(std::string_view text);

 private:
  std::vector<char>& bytes_;
};

/// Takes from the front. Every member throws Error `bad-snapshot` (exit 65) where the bytes end
/// too soon.
class ByteReader {
 public:
  explicit ByteReader(std::span<const char> bytes) : rest_(bytes) {}
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  std::uint8_t byte();
  std::uint64_t size();
  std::uint64_t word();
  std::string_view text();
  [[nodiscard]] std::span<const char> rest() const { return rest_; }
  [[noreturn]] static void fail();

 private:
  std::span<const char> rest_;
};

}  // namespace entente
