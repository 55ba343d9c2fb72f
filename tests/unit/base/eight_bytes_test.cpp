#include "base/eight_bytes.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace entente {
namespace {

bool is_printable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F;
}

// Every byte at every place of texts of up to 17 bytes, among others that are right.
TEST(EightBytes, FindWhatIsNotPrintableWhereverItStands) {
  for (std::size_t size = 0; size < 18; ++size)
    for (std::size_t at = 0; at <= size; ++at)
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, '~');
        if (at < size) text[at] = static_cast<char>(byte);
        EXPECT_EQ(eight::nowhere(text, eight::unprintable), at == size || is_printable(text[at]))
            << size << " " << at << " " << byte;
      }
}

TEST(EightBytes, FindAByteAmongAnyOthers) {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 20, ' ');
    for (char& c : text)
      c = static_cast<char>(random() % 3 == 0 ? random() : '"' + random() % 3 - 1);
    const bool found = !eight::nowhere(
        text, [](std::uint64_t word) { return eight::zeros(word ^ eight::repeated('"')); });
    EXPECT_EQ(found, text.find('"') != text.npos);
  }
}

}  // namespace
}  // namespace entente
