#include "text/name_difference.hpp"

#include <gtest/gtest.h>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

TEST(NameDifference, SaysInWhatTheWritingDiffers) {
  EXPECT_EQ(name_difference("NATO", "NATO"), NameDifference::none);
  EXPECT_EQ(name_difference("é", "e\u0301"), NameDifference::normalization);
  EXPECT_EQ(name_difference("NATO", "NA\u200BTO"), NameDifference::invisible);
  EXPECT_EQ(name_difference("Japan NATO", "Japan  NATO"), NameDifference::spacing);
  EXPECT_EQ(name_difference("岸田 文雄", "岸田　文雄"), NameDifference::spacing);
  EXPECT_EQ(name_difference("NATO", "Nato"), NameDifference::letter_case);
  EXPECT_EQ(name_difference("Straße", "STRASSE"), NameDifference::letter_case);
  EXPECT_EQ(name_difference("NATO", "ＮＡＴＯ"), NameDifference::width);
  EXPECT_EQ(name_difference("ガ", "ｶﾞ"), NameDifference::width);
  EXPECT_EQ(name_difference("NATO", "ｎａｔｏ"), NameDifference::several);
}

TEST(NameDifference, IsOtherForDifferentNames) {
  EXPECT_EQ(name_difference("NATO", "OTAN"), NameDifference::other);
  EXPECT_EQ(name_difference("", "a"), NameDifference::other);
}

TEST(NameDifference, LeavesTheScriptsOfOneNameAlone) {
  EXPECT_EQ(name_difference("國際", "国际"), NameDifference::other);
}

TEST(NameDifference, CompletesASentence) {
  EXPECT_EQ(to_string(NameDifference::letter_case), "case");
  EXPECT_EQ(to_string(NameDifference::normalization), "normalization (NFC and NFD)");
}

}  // namespace
}  // namespace entente
