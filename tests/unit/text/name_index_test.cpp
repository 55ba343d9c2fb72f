#include "text/name_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t nato = 0, kishida = 1, japan_itpp = 2, korea_itpp = 3, otan_street = 4;

class NameIndexTest : public testing::TestWithParam<Folding> {
 protected:
  NameIndexTest() {
    NameIndex::Builder builder;
    builder.add_id("nato", nato)
        .add_name("NATO", "en", nato)
        .add_name("北約", "zh-Hant", nato)
        .add_name("北大西洋条約機構", "ja", nato)
        .add_id("prime-minister-100", kishida)
        .add_name("Fumio Kishida", "en", kishida)
        .add_name("岸田文雄", "ja", kishida)
        .add_id("japan-nato-itpp-2023", japan_itpp)
        .add_name("Japan-NATO ITPP", "en", japan_itpp)
        .add_name("ITPP", "en", japan_itpp)
        .add_name("个别针对性伙伴关系计划", "zh-Hans", japan_itpp)
        .add_id("rok-nato-itpp-2023", korea_itpp)
        .add_name("ITPP", "en", korea_itpp)
        .add_name("个别针对性伙伴关系计划", "zh-Hans", korea_itpp)
        .add_id("street", otan_street)
        .add_name("nato", "en", otan_street);
    index_ = std::move(builder).build(GetParam());
  }

  /// "id:name how" of each match.
  [[nodiscard]] std::vector<std::string> found(std::string_view text) const {
    std::vector<std::string> result;
    for (const NameMatch& match : index_.find(text))
      result.push_back(std::to_string(match.id) + ":" + match.name + " " +
                       std::string(to_string(match.how)));
    return result;
  }

  NameIndex index_;
};

INSTANTIATE_TEST_SUITE_P(Folded, NameIndexTest,
                         testing::Values(Folding::per_query, Folding::in_advance),
                         [](const auto& each) {
                           return each.param == Folding::per_query ? "PerQuery" : "InAdvance";
                         });

TEST_P(NameIndexTest, LetsAnExactIdWinAlone) {
  EXPECT_THAT(index_.candidates("nato"), ElementsAre(nato));
}

TEST_P(NameIndexTest, TakesExactAndFoldedNamesForCandidates) {
  EXPECT_THAT(index_.candidates("NATO"), ElementsAre(nato, otan_street));
  EXPECT_THAT(index_.candidates("ＮＡＴＯ"), ElementsAre(nato, otan_street));
}

TEST_P(NameIndexTest, FindsANameInAnyScript) {
  EXPECT_THAT(index_.candidates("北約"), ElementsAre(nato));
  EXPECT_THAT(index_.candidates("北约"), ElementsAre(nato));
  EXPECT_THAT(index_.candidates("北大西洋條約機構"), ElementsAre(nato));
  EXPECT_THAT(index_.candidates("北大西洋条约机构"), ElementsAre(nato));
  EXPECT_THAT(index_.candidates("個別針對性夥伴關係計畫"), ElementsAre(japan_itpp, korea_itpp));
}

TEST_P(NameIndexTest, HasNoCandidatesForAMisspeltName) {
  EXPECT_THAT(index_.candidates("Fumio Kishda"), IsEmpty());
  EXPECT_THAT(index_.candidates(""), IsEmpty());
}

TEST_P(NameIndexTest, ListsTheBestMatchOfEachEntityFirst) {
  EXPECT_THAT(found("nato"), ElementsAre("0:nato id", "4:nato exact"));
  EXPECT_THAT(found("NATO"), ElementsAre("0:NATO exact", "4:nato folded"));
  EXPECT_THAT(found("ITPP"), ElementsAre("2:ITPP exact", "3:ITPP exact"));
}

TEST_P(NameIndexTest, FindsOneEntityByEitherSpelling) {
  EXPECT_THAT(found("北約"), ElementsAre("0:北約 exact"));
  EXPECT_THAT(found("北约"), ElementsAre("0:北約 folded"));
}

TEST_P(NameIndexTest, SuggestsByEditDistance) {
  EXPECT_THAT(found("Fumio Kishda"), ElementsAre("1:Fumio Kishida fuzzy"));
  EXPECT_THAT(found("岸田文夫"), ElementsAre("1:岸田文雄 fuzzy"));
  EXPECT_THAT(found("nto"), ElementsAre("0:NATO fuzzy", "4:nato fuzzy"));
}

TEST_P(NameIndexTest, SuggestsIdsToo) {
  EXPECT_THAT(found("rok-nato-itpp-2024"),
              ElementsAre("3:rok-nato-itpp-2023 fuzzy", "2:japan-nato-itpp-2023 fuzzy"));
}

TEST_P(NameIndexTest, SuggestsNamesWithOneWordMisspelt) {
  EXPECT_THAT(found("Kishda"), ElementsAre("1:Fumio Kishida fuzzy"));
  EXPECT_THAT(found("Kishda Fumi"), ElementsAre("1:Fumio Kishida fuzzy"));
  EXPECT_THAT(found("Kshda"), IsEmpty());  // two slips in five letters
}

TEST_P(NameIndexTest, SuggestsNamesThatHoldTheWordsWhenNothingElseMatches) {
  EXPECT_THAT(found("Ｋｉｓｈｉｄａ"), ElementsAre("1:Fumio Kishida fuzzy"));
  EXPECT_THAT(found("kishida fumio"), ElementsAre("1:Fumio Kishida fuzzy"));
  EXPECT_THAT(found("岸田"), ElementsAre("1:岸田文雄 fuzzy"));
  EXPECT_THAT(found("条约"), ElementsAre("0:北大西洋条約機構 fuzzy"));
  EXPECT_THAT(found("x"), IsEmpty());
}

TEST_P(NameIndexTest, TellsTheLanguageOfTheName) {
  EXPECT_EQ(index_.find("北约").front().language, "zh-Hant");
  EXPECT_EQ(index_.find("nato").front().language, "");
}

TEST(NameIndex, FindsNothingWhenEmpty) {
  EXPECT_THAT(NameIndex().find("NATO"), IsEmpty());
  EXPECT_THAT(NameIndex().candidates("北约"), IsEmpty());
}

}  // namespace
}  // namespace entente
