#include <future>
#include <vector>

#include <gtest/gtest.h>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

TEST(Fold, LowersAsciiAndSqueezesItsSpaces) {
  EXPECT_EQ(fold("Fumio  KISHIDA "), "fumio kishida");
  EXPECT_EQ(fold("\tJapan\r\nNATO"), "japan nato");
  EXPECT_EQ(fold(" \n "), "");
}

TEST(Fold, UnifiesWidth) {
  EXPECT_EQ(fold("Ｋｉｓｈｉｄａ"), "kishida");
  EXPECT_EQ(fold("ｷｼﾀﾞ"), "キシダ");
  EXPECT_EQ(fold("岸田　文雄"), "岸田 文雄");
}

TEST(Fold, UnifiesCaseBeyondAscii) {
  EXPECT_EQ(fold("ÉLYSÉE"), fold("élysée"));
  EXPECT_EQ(fold("STRASSE"), fold("Straße"));
  EXPECT_EQ(fold("ΣΊΣΥΦΟΣ"), fold("σίσυφος"));
}

TEST(Fold, UnifiesComposedAndDecomposedForms) {
  EXPECT_EQ(fold("e\u0301"), fold("é"));
  EXPECT_EQ(fold("か\u3099"), "が");
  EXPECT_EQ(fold("\u1112\u1161\u11AB"), "한");
}

TEST(Fold, DropsInvisibleCharacters) {
  EXPECT_EQ(fold("NA\u200BTO\uFEFF"), "nato");
  EXPECT_EQ(fold("葛\U000E0100城"), fold("葛城"));
}

TEST(Fold, KeepsAccentsAndPunctuation) {
  EXPECT_NE(fold("Élysée"), fold("Elysee"));
  EXPECT_NE(fold("Japan-NATO"), fold("Japan NATO"));
}

TEST(Fold, ReplacesMalformedBytes) {
  EXPECT_EQ(fold("a\xFF"), "a\uFFFD");
  EXPECT_EQ(fold("\xEF\xBB\uFEFF\x8B"), "\uFFFD\uFFFD");
}

// Written in Japanese, in traditional and in simplified Chinese.
const std::vector<std::vector<const char*>> names_in_three_scripts{
    {"国際", "國際", "国际"},
    {"沢", "澤", "泽"},
    {"台湾", "臺灣", "台湾"},
    {"画", "畫", "画"},
    {"広島", "廣島", "广岛"},
    {"沖縄", "沖繩", "冲绳"},
    {"斎藤", "齋藤", "斋藤"},
    {"渡辺", "渡邊", "渡边"},
    {"大連", "大連", "大连"},  // jp2t takes 連 to 聯
    {"国際連盟", "國際聯盟", "国际联盟"},
    {"緒方貞子", "緒方貞子", "绪方贞子"},
    {"弁護士", "辯護士", "辩护士"},  // by a phrase of jp2t
    {"計画", "計畫", "计划"},        // by a phrase of t2s
    {"丁寧", "丁寧", "丁宁"},        // which jp2t takes to 叮嚀
    {"講和会議", "講和會議", "讲和会议"},
    {"尹錫悦", "尹錫悅", "尹锡悦"},
};

TEST(Fold, BringsThreeScriptsToOneForm) {
  for (const auto& name : names_in_three_scripts) {
    EXPECT_EQ(fold(name[0]), fold(name[2])) << name[0];
    EXPECT_EQ(fold(name[1]), fold(name[2])) << name[1];
  }
}

TEST(Fold, IsWrittenInSimplifiedCharacters) {
  EXPECT_EQ(fold("國際"), "国际");
  EXPECT_EQ(fold("澤"), "泽");
  EXPECT_EQ(fold("藝術"), "艺术");
  EXPECT_EQ(fold("NATO事務総長"), "nato事务总长");
}

TEST(Fold, KeepsDifferentCharactersApart) {
  EXPECT_NE(fold("日本"), fold("日木"));
  EXPECT_NE(fold("辨别"), fold("辩别"));
  EXPECT_NE(fold("瓣"), fold("辨"));  // both are 弁 in Japanese
  EXPECT_NE(fold("北約"), fold("北京"));
}

TEST(Fold, KeepsVariantsWhenAsked) {
  EXPECT_EQ(fold("國際ＡＢ", HanVariants::keep), "國際ab");
  EXPECT_NE(fold("國際", HanVariants::keep), fold("国际", HanVariants::keep));
}

TEST(Fold, TurnsCompatibilityIdeographsIntoUnifiedOnes) {
  EXPECT_EQ(fold("\uFA5B"), fold("者"));
  EXPECT_EQ(fold("\U0002F81A"), fold("冬"));
  EXPECT_EQ(fold("㍿"), fold("株式会社"));
}

TEST(Fold, ReadsItsDictionariesOnceHoweverManyThreadsAsk) {
  std::vector<std::future<std::string>> folded;
  for (int i = 0; i < 8; ++i)
    folded.push_back(std::async(std::launch::async, [] { return fold("國際聯盟"); }));
  for (auto& each : folded) EXPECT_EQ(each.get(), fold("国际联盟"));
}

}  // namespace
}  // namespace entente
