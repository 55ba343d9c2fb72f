#include "text/utf8.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, IsWellFormedFromOneByteToFour) {
  EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("Japan\0NATO"sv), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("é 国 𠮷 \U0010FFFF \uD7FF \uE000"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("日本国内閣総理大臣"), std::nullopt);
}

TEST(Utf8, IsRefusedAtTheFirstByteThatIsWrong) {
  EXPECT_EQ(first_invalid_utf8("\x80"), 0U);                       // continuation alone
  EXPECT_EQ(first_invalid_utf8("0123456789\xFFxyz"), 10U);         // no lead byte
  EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0U);                   // overlong solidus
  EXPECT_EQ(first_invalid_utf8("国\xE0\x9F\xBF"), 3U);             // overlong, three bytes
  EXPECT_EQ(first_invalid_utf8("\xF0\x8F\xBF\xBF"), 0U);           // overlong, four bytes
  EXPECT_EQ(first_invalid_utf8("国\xED\xA0\x80"), 3U);             // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0U);           // past U+10FFFF
  EXPECT_EQ(first_invalid_utf8("国\xE5\x9B"), 3U);                 // cut short by the end
  EXPECT_EQ(first_invalid_utf8("\xE5\x9BZ国国国国国国国国"), 0U);  // cut short by ASCII
}

TEST(Utf8, IsReadByCodePointWithOffsets) {
  std::string seen;
  for (const CodePoint c : code_points("a国\x80𠮷"))
    seen += std::to_string(c.offset) + ":" + std::to_string(c.value) + "/" +
            std::to_string(c.size) + (c.malformed ? "! " : " ");
  EXPECT_EQ(seen, "0:97/1 1:22269/3 4:65533/1! 5:134071/4 ");
}

TEST(Utf8, CountsAMalformedSequenceOnce) {
  EXPECT_EQ(count_code_points("岸田文雄"), 4U);
  EXPECT_EQ(count_code_points("\xE5\x9BZ"), 2U);     // one truncated sequence, one letter
  EXPECT_EQ(count_code_points("\xED\xA0\x80"), 3U);  // no byte of a surrogate agrees
  EXPECT_EQ(count_code_points("\xF0\x9F\x98"), 1U);
}

TEST(Utf8, ConvertsToCodePointsAndBack) {
  const std::string text = "Kö 国 𠮷 \U0010FFFF";
  EXPECT_EQ(to_utf32(text), U"Kö 国 𠮷 \U0010FFFF");
  EXPECT_EQ(to_utf8(to_utf32(text)), text);
}

TEST(Utf8, NeverHoldsWhatIsNoCharacter) {
  EXPECT_EQ(to_utf8(std::u32string{0xD800, 0x110000}), "\uFFFD\uFFFD");
  EXPECT_EQ(to_utf32("\xFF"), U"\uFFFD");
}

TEST(Utf8, KnowsAscii) {
  EXPECT_TRUE(is_ascii(""));
  EXPECT_TRUE(is_ascii("0123456789abcdef\x7F"));
  EXPECT_FALSE(is_ascii("0123456789abcdé"));
  EXPECT_FALSE(is_ascii("\x80"));
}

TEST(Encoding, IsToldByItsByteOrderMark) {
  EXPECT_EQ(detect_encoding("\xEF\xBB\xBF{}"), Encoding::utf8_with_mark);
  EXPECT_EQ(detect_encoding("\xFF\xFE{\0"sv), Encoding::utf16_le);
  EXPECT_EQ(detect_encoding("\xFE\xFF\0{"sv), Encoding::utf16_be);
  EXPECT_EQ(detect_encoding("\xFF\xFE\0\0{\0\0\0"sv), Encoding::utf32_le);
  EXPECT_EQ(detect_encoding("\0\0\xFE\xFF\0\0\0{"sv), Encoding::utf32_be);
}

TEST(Encoding, WithoutAMarkIsToldByItsZeroBytes) {
  EXPECT_EQ(detect_encoding("{\0\"\0"sv), Encoding::utf16_le);
  EXPECT_EQ(detect_encoding("\0{\0\""sv), Encoding::utf16_be);
  EXPECT_EQ(detect_encoding("{\0\0\0"sv), Encoding::utf32_le);
  EXPECT_EQ(detect_encoding("\0\0\0{"sv), Encoding::utf32_be);
  EXPECT_EQ(to_string(Encoding::utf16_le), "UTF-16 (little-endian)");
}

TEST(Encoding, IsUtf8ForAnythingElse) {
  EXPECT_EQ(detect_encoding(""), Encoding::utf8);
  EXPECT_EQ(detect_encoding("{}"), Encoding::utf8);
  EXPECT_EQ(detect_encoding("日本"), Encoding::utf8);
  EXPECT_EQ(detect_encoding("{\0bc"sv), Encoding::utf8);
}

TEST(ByteOrderMark, IsSkippedOnce) {
  EXPECT_EQ(skip_byte_order_mark("\xEF\xBB\xBF{}"), "{}");
  EXPECT_EQ(skip_byte_order_mark("\xEF\xBB\xBF\xEF\xBB\xBF"), "\xEF\xBB\xBF");
  EXPECT_EQ(skip_byte_order_mark("{}"), "{}");
}

}  // namespace
}  // namespace entente
