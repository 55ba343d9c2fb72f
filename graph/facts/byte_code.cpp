#include "facts/byte_code.hpp"

#include <entente/error.hpp>

namespace entente {

void ByteWriter::size(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) byte(static_cast<std::uint8_t>(value | 0x80));
  byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::word(std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
}

void ByteWriter::text(std::string_view text) {
  size(text.size());
  bytes_.insert(bytes_.end(), text.begin(), text.end());
}

void ByteReader::fail() {
  throw Error(Exit::bad_data, "bad-snapshot",
              "the snapshot holds a record that cannot be read; make it anew");
}

std::uint8_t ByteReader::byte() {
  if (rest_.empty()) fail();
  const auto byte = static_cast<std::uint8_t>(rest_.front());
  rest_ = rest_.subspan(1);
  return byte;
}

std::uint64_t ByteReader::size() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint8_t part = byte();
    value |= static_cast<std::uint64_t>(part & 0x7f) << shift;
    if (part < 0x80) return value;
  }
  fail();
}

std::uint64_t ByteReader::word() {
  std::uint64_t word = 0;
  for (int shift = 0; shift < 64; shift += 8) word |= static_cast<std::uint64_t>(byte()) << shift;
  return word;
}

std::string_view ByteReader::text() {
  const std::uint64_t length = size();
  if (length > rest_.size()) fail();
  const std::string_view text(rest_.data(), length);
  rest_ = rest_.subspan(length);
  return text;
}

}  // namespace entente
