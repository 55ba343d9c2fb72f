#include <gtest/gtest.h>
#include <unicode/utext.h>

#include <entente/text/safe.hpp>

#include "random_text.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::uint64_t utf8_seeds = 20000;

struct Reading {
  std::u32string characters;  // malformed sequences as U+FFFD
  std::optional<std::size_t> first_error;
};

Reading reading_by_icu(const std::string& bytes) {
  Reading reading;
  UErrorCode status = U_ZERO_ERROR;
  UText* text = utext_openUTF8(nullptr, bytes.data(), static_cast<int64_t>(bytes.size()), &status);
  for (;;) {
    const auto before = static_cast<std::size_t>(utext_getNativeIndex(text));
    const UChar32 c = utext_next32(text);
    if (c < 0) break;
    reading.characters += static_cast<char32_t>(c);
    const bool written = bytes.compare(before, 3, "\uFFFD") == 0;
    if (c == 0xFFFD && !written && !reading.first_error) reading.first_error = before;
  }
  utext_close(text);
  return reading;
}

TEST(Utf8, IsReadAsIcuReadsIt) {
  for (std::uint64_t seed = 0; seed < utf8_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::string bytes = RandomText(seed).bytes();
    const Reading expected = reading_by_icu(bytes);
    ASSERT_EQ(first_invalid_utf8(bytes), expected.first_error);
    ASSERT_EQ(to_utf32(bytes), expected.characters);
    ASSERT_EQ(count_code_points(bytes), expected.characters.size());
  }
}

TEST(Utf8, ConvertsEveryCodePointThereAndBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = to_utf8(std::u32string_view(&c, 1));
    ASSERT_EQ(first_invalid_utf8(text), std::nullopt) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(to_utf32(text), std::u32string(1, c));
  }
}

TEST(TerminalSafe, MakesAnyBytesWellFormedAndSafe) {
  for (std::uint64_t seed = 0; seed < utf8_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::string safe = terminal_safe(RandomText(seed).bytes());
    ASSERT_EQ(first_invalid_utf8(safe), std::nullopt);
    ASSERT_EQ(terminal_safe(safe), safe);
    for (const char byte : safe) ASSERT_NE(byte, '\x1B');
  }
}

}  // namespace
}  // namespace entente
