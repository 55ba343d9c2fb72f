#include <gtest/gtest.h>

#include <entente/text/width.hpp>

namespace entente {
namespace {

TEST(DisplayWidth, IsOneForLettersAndTwoForEastAsianOnes) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("NATO"), 4U);
  EXPECT_EQ(display_width("岸田文雄"), 8U);
  EXPECT_EQ(display_width("マクロン"), 8U);
  EXPECT_EQ(display_width("윤석열"), 6U);
  EXPECT_EQ(display_width("Ｋｉｓｈｉｄａ"), 14U);
  EXPECT_EQ(display_width("ｷｼﾀﾞ"), 4U);  // half-width, its voiced mark with a cell of its own
  EXPECT_EQ(display_width("日本-NATO"), 9U);
  EXPECT_EQ(display_width("𠮷"), 2U);
  EXPECT_EQ(display_width("「」、。"), 8U);
}

TEST(DisplayWidth, OfMarksIsThatOfTheirLetter) {
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("か\u3099"), 2U);
  EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2U);  // 한 in conjoining letters
  EXPECT_EQ(display_width("葛\U000E0100"), 2U);        // with a variation selector
  EXPECT_EQ(display_width("กำ"), 2U);
  EXPECT_EQ(display_width("\u0301"), 0U);
}

TEST(DisplayWidth, OfInvisibleCharactersIsNone) {
  EXPECT_EQ(display_width("a\u200Bb"), 2U);
  EXPECT_EQ(display_width("\uFEFF"), 0U);
  EXPECT_EQ(display_width("\u202Eabc"), 3U);
  EXPECT_EQ(display_width("\x1B\n\t"), 0U);
}

TEST(DisplayWidth, OfAnEmojiSequenceIsThatOfOneEmoji) {
  EXPECT_EQ(display_width("😀"), 2U);
  EXPECT_EQ(display_width("👩\u200D👩\u200D👧"), 2U);
  EXPECT_EQ(display_width("👍🏽"), 2U);
  EXPECT_EQ(display_width("🇯🇵🇰🇷"), 4U);
  EXPECT_EQ(display_width("❤\uFE0F"), 2U);
  EXPECT_EQ(display_width("1\uFE0F\u20E3"), 2U);
  EXPECT_EQ(display_width("🏴\U000E0067\U000E0062\U000E007F"), 2U);
}

TEST(DisplayWidth, OfMalformedBytesIsThatOfTheReplacementCharacter) {
  EXPECT_EQ(display_width("\xFF"), 1U);
  EXPECT_EQ(display_width("国\x80国"), 5U);
}

TEST(Padding, FillsWithSpacesToTheWidth) {
  EXPECT_EQ(pad_right("国", 4), "国  ");
  EXPECT_EQ(pad_left("国", 4), "  国");
  EXPECT_EQ(pad_right("NATO", 4), "NATO");
  EXPECT_EQ(pad_left("NATO", 2), "NATO");
  EXPECT_EQ(pad_right("", 2), "  ");
}

TEST(Truncation, KeepsWhatFits) {
  EXPECT_EQ(truncate_to_width("NATO", 4), "NATO");
  EXPECT_EQ(truncate_to_width("岸田", 4), "岸田");
  EXPECT_EQ(truncate_to_width("", 0), "");
}

TEST(Truncation, EndsWithAnEllipsis) {
  EXPECT_EQ(truncate_to_width("Stoltenberg", 6), "Stolt…");
  EXPECT_EQ(truncate_to_width("岸田文雄", 5), "岸田…");
  EXPECT_EQ(truncate_to_width("岸田文雄", 4), "岸…");  // 田 would leave no cell for the ellipsis
  EXPECT_EQ(truncate_to_width("岸田文雄", 1), "…");
  EXPECT_EQ(truncate_to_width("岸田文雄", 0), "");
}

TEST(Truncation, KeepsMarksAndSequencesWhole) {
  EXPECT_EQ(truncate_to_width("e\u0301e\u0301e\u0301", 2), "e\u0301…");
  EXPECT_EQ(truncate_to_width("🇯🇵🇰🇷", 3), "🇯🇵…");
  EXPECT_EQ(truncate_to_width("👩\u200D👧abc", 4), "👩\u200D👧a…");
  EXPECT_EQ(truncate_to_width("ab\u0301", 2), "ab\u0301");
}

}  // namespace
}  // namespace entente
