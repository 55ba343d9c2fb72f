#include <gtest/gtest.h>

#include <entente/text/safe.hpp>

namespace entente {
namespace {

using namespace std::string_view_literals;

TEST(TerminalSafe, KeepsWhatShows) {
  for (const auto* text : {"", "Japan-NATO <IPCP> \"2014\" \\ & %s", "岸田文雄・マクロン",
                           "e\u0301", "😀", "\u0600\u0661", "عربي", "\u00A0\u3000"})
    EXPECT_EQ(terminal_safe(text), text);
}

TEST(TerminalSafe, NamesControlCharacters) {
  EXPECT_EQ(terminal_safe("\x1B[31mred"), "\\u{1b}[31mred");
  EXPECT_EQ(terminal_safe("a\nb\tc\r"), "a\\u{a}b\\u{9}c\\u{d}");
  EXPECT_EQ(terminal_safe("\0\x7F"sv), "\\u{0}\\u{7f}");
  EXPECT_EQ(terminal_safe("\u009B31m\u0085"), "\\u{9b}31m\\u{85}");
  EXPECT_EQ(terminal_safe("\u2028\u2029"), "\\u{2028}\\u{2029}");
}

TEST(TerminalSafe, NamesBidirectionalControls) {
  EXPECT_EQ(terminal_safe("a\u202Eb\u202C"), "a\\u{202e}b\\u{202c}");
  EXPECT_EQ(terminal_safe("\u2066\u2069\u200E\u200F\u061C"),
            "\\u{2066}\\u{2069}\\u{200e}\\u{200f}\\u{61c}");
}

TEST(TerminalSafe, NamesInvisibleCharacters) {
  EXPECT_EQ(terminal_safe("NA\u200BTO"), "NA\\u{200b}TO");
  EXPECT_EQ(terminal_safe("\u200C\u200D\u2060\uFEFF\u00AD"),
            "\\u{200c}\\u{200d}\\u{2060}\\u{feff}\\u{ad}");
  EXPECT_EQ(terminal_safe("\u3164\uFFA0\u115F\u034F"), "\\u{3164}\\u{ffa0}\\u{115f}\\u{34f}");
  EXPECT_EQ(terminal_safe("\uFE0F\U000E0100\U000E0041"), "\\u{fe0f}\\u{e0100}\\u{e0041}");
}

TEST(TerminalSafe, KeepsInvisibleCharactersThatBelongToTheSpelling) {
  for (const auto* text : {"علی\u200Cرضا",
                           "می\u200Cخواهم",
                           "نَی\u200Cها",
                           "۲۰\u200Cام",  // Persian
                           "അവന്\u200D",
                           "ക്\u200Cഷ",
                           "ශ්\u200Dරී",
                           "क्\u200Dष",
                           "র\u200C্য",  // Indic
                           "👩\u200D🚀",
                           "👩🏽\u200D🚀",
                           "🏳\uFE0F\u200D🌈",
                           "❤\uFE0F",
                           "1\uFE0F\u20E3",
                           "☺\uFE0E",
                           "葛\U000E0100城",
                           "辻\U000E0101",
                           "神\uFE00",
                           "ᠠ\u180B",
                           "ᠨ\u180Eᠠ"})
    EXPECT_EQ(terminal_safe(text), text);
}

TEST(TerminalSafe, NamesTheSameCharactersElsewhere) {
  EXPECT_EQ(terminal_safe("NA\u200CTO\u200D"), "NA\\u{200c}TO\\u{200d}");
  EXPECT_EQ(terminal_safe("ع\u200C ر"), "ع\\u{200c} ر");
  EXPECT_EQ(terminal_safe("ع\u200C\u200Cر"), "ع\\u{200c}\\u{200c}ر");
  EXPECT_EQ(terminal_safe("\u200Cرضا\u200C"), "\\u{200c}رضا\\u{200c}");
  EXPECT_EQ(terminal_safe("ع\u200Ca"), "ع\\u{200c}a");
  EXPECT_EQ(terminal_safe("国\u200D国"), "国\\u{200d}国");
  EXPECT_EQ(terminal_safe("👩\u200Da"), "👩\\u{200d}a");
  EXPECT_EQ(terminal_safe("葛\U000E0100\U000E0100"), "葛\U000E0100\\u{e0100}");
  EXPECT_EQ(terminal_safe("a\U000E0100 1\uFE0F"), "a\\u{e0100} 1\\u{fe0f}");
  EXPECT_EQ(terminal_safe("علی\u202Eرضا\u200F"), "علی\\u{202e}رضا\\u{200f}");
  EXPECT_EQ(terminal_safe("😀\U000E0041"), "😀\\u{e0041}");
}

TEST(TerminalSafe, NamesBytesThatAreNoText) {
  EXPECT_EQ(terminal_safe("a\xFF国\xE5\x9B"), "a\\x{ff}国\\x{e5}\\x{9b}");
}

}  // namespace
}  // namespace entente
