#include "text/name_index.hpp"

#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t nato = 0, kishida = 1, japan_itpp = 2, korea_itpp = 3, otan_street = 4,
                        japan = 5, yoon = 6, leyen = 7;

class NameIndexTest : public testing::TestWithParam<NameFolding> {
 protected:
  NameIndexTest() {
    NameIndex::Builder builder;
    builder.add_id("nato", nato)
        .add_name("NATO", "en", nato)
        .add_name("北約", "zh-Hant", nato)
        .add_name("北大西洋条約機構", "ja", nato)
        .add_id("prime-minister-100", kishida)
        .add_name("Fumio Kishida", "en", kishida, Bearer::person)
        .add_name("岸田文雄", "ja", kishida, Bearer::person)
        .add_id("japan-nato-itpp-2023", japan_itpp)
        .add_name("Japan-NATO ITPP", "en", japan_itpp)
        .add_name("ITPP", "en", japan_itpp)
        .add_name("个别针对性伙伴关系计划", "zh-Hans", japan_itpp)
        .add_id("rok-nato-itpp-2023", korea_itpp)
        .add_name("ITPP", "en", korea_itpp)
        .add_name("个别针对性伙伴关系计划", "zh-Hans", korea_itpp)
        .add_id("street", otan_street)
        .add_name("nato", "en", otan_street)
        .add_id("country-5", japan)
        .add_code("JPN", japan)
        .add_name("日本", "ja", japan)
        .add_id("person-6", yoon)
        .add_name("Yoon Suk-yeol", "en", yoon, Bearer::person)
        .add_name("윤석열", "ko", yoon, Bearer::person)
        .add_name("尹锡悦", "zh-Hans", yoon, Bearer::person)
        .add_id("person-7", leyen)
        .add_name("Ursula von der Leyen", "de", leyen, Bearer::person);
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

  /// Who may be meant, and how: "1 surname".
  [[nodiscard]] std::vector<std::string> meant(std::string_view text) const {
    std::vector<std::string> result;
    for (const NameMatch& match : index_.candidates(text))
      result.push_back(std::to_string(match.id) + " " + std::string(to_string(match.how)));
    return result;
  }

  NameIndex index_;
};

INSTANTIATE_TEST_SUITE_P(Folded, NameIndexTest,
                         testing::Values(NameFolding::per_query, NameFolding::in_advance),
                         [](const auto& each) {
                           return each.param == NameFolding::per_query ? "PerQuery" : "InAdvance";
                         });

TEST_P(NameIndexTest, LetsAnExactIdWinAlone) {
  EXPECT_THAT(meant("nato"), ElementsAre("0 id"));
}

TEST_P(NameIndexTest, TakesComposedAndDecomposedCharactersForTheSameText) {
  NameIndex::Builder builder;
  builder.add_name("Ju\u0308rgen", "de", 0)
      .add_name("J\u00FCrgen", "de", 1)
      .add_name("jurgen", "de", 2)
      .add_name("\u095Eिल\u094Dम", "hi", 3)  // NFC takes this letter apart
      .add_name("\u212Bngström", "sv", 4)    // the sign of a unit
      .add_name("\uFA19谷", "ja", 5);        // an ideograph of its own look
  index_ = std::move(builder).build(GetParam());
  for (const char* written : {"J\u00FCrgen", "Ju\u0308rgen"})
    EXPECT_THAT(meant(written), ElementsAre("0 exact", "1 exact"));
  for (const char* written : {"\u095Eिल\u094Dम", "\u092B\u093Cिल\u094Dम"})
    EXPECT_THAT(meant(written), ElementsAre("3 exact"));
  for (const char* written : {"\u00C5ngström", "A\u030Angstro\u0308m"})
    EXPECT_THAT(meant(written), ElementsAre("4 exact"));
  EXPECT_THAT(meant("\uFA19谷"), ElementsAre("5 exact"));
  EXPECT_THAT(meant("\u795E谷"), ElementsAre("5 folded"));
}

TEST_P(NameIndexTest, StopsAtTheFirstStepThatFindsAny) {
  EXPECT_THAT(meant("NATO"), ElementsAre("0 exact"));
  EXPECT_THAT(meant("ＮＡＴＯ"), ElementsAre("0 folded", "4 folded"));
  EXPECT_THAT(meant("JPN"), ElementsAre("5 code"));
  EXPECT_THAT(meant("jpn"), ElementsAre("5 folded"));
}

TEST_P(NameIndexTest, FindsANameInAnyScript) {
  EXPECT_THAT(meant("北約"), ElementsAre("0 exact"));
  EXPECT_THAT(meant("北约"), ElementsAre("0 folded"));
  EXPECT_THAT(meant("北大西洋條約機構"), ElementsAre("0 folded"));
  EXPECT_THAT(meant("北大西洋条约机构"), ElementsAre("0 folded"));
  EXPECT_THAT(meant("個別針對性夥伴關係計畫"), ElementsAre("2 folded", "3 folded"));
}

TEST_P(NameIndexTest, TurnsNamesOfPeopleRound) {
  EXPECT_THAT(meant("Kishida Fumio"), ElementsAre("1 reordered"));
  EXPECT_THAT(meant("KISHIDA, Fumio"), ElementsAre("1 reordered"));
  EXPECT_THAT(meant("Suk Yeol Yoon"), ElementsAre("6 reordered"));
  EXPECT_THAT(meant("Yoon Suk Yeol"), ElementsAre("6 variant"));
  EXPECT_THAT(meant("ITPP Japan-NATO"), IsEmpty()) << "it is no person";
}

TEST_P(NameIndexTest, FindsPeopleByTheirSurnames) {
  EXPECT_THAT(meant("Kishida"), ElementsAre("1 surname"));
  EXPECT_THAT(meant("岸田"), ElementsAre("1 surname"));
  EXPECT_THAT(meant("岸"), IsEmpty());
  EXPECT_THAT(meant("Fumio"), IsEmpty());
  EXPECT_THAT(meant("文雄"), IsEmpty());
  EXPECT_THAT(meant("Yoon"), ElementsAre("6 surname"));
  EXPECT_THAT(meant("윤"), ElementsAre("6 surname"));
  EXPECT_THAT(meant("尹"), ElementsAre("6 surname"));
  EXPECT_THAT(meant("von der Leyen"), ElementsAre("7 surname"));
  EXPECT_THAT(meant("LEYEN"), ElementsAre("7 surname"));
  EXPECT_THAT(meant("Ursula"), IsEmpty());
}

TEST_P(NameIndexTest, KnowsByItsLanguageThatANameBeginsWithTheSurname) {
  NameIndex::Builder builder;
  builder.add_name("Nguyễn Xuân Phúc", "vi", 1, Bearer::person)
      .add_name("Szabó Dezső", "hu", 2, Bearer::person)
      .add_name("Kim Dae-jung", "ko-Latn", 3, Bearer::person)
      .add_name("Deng Xiaoping", "zh-Latn-pinyin", 4, Bearer::person)
      .add_name("Hatoyama Ichirō", "ja-Latn", 5, Bearer::person)
      .add_name("ジョー・バイデン", "ja", 6, Bearer::person);
  index_ = std::move(builder).build(GetParam());
  EXPECT_THAT(meant("Nguyễn"), ElementsAre("1 surname"));
  EXPECT_THAT(meant("Szabo"), ElementsAre("2 surname"));
  EXPECT_THAT(meant("Kim"), ElementsAre("3 surname"));
  EXPECT_THAT(meant("Deng"), ElementsAre("4 surname"));
  EXPECT_THAT(meant("Hatoyama"), ElementsAre("5 surname"));
  EXPECT_THAT(meant("バイデン"), ElementsAre("6 surname"));
  for (const char* given : {"Phúc", "Dezső", "Dae-jung", "Xiaoping", "Ichirō"})
    EXPECT_THAT(meant(given), IsEmpty()) << given;
  EXPECT_THAT(meant("Dae-jung Kim"), ElementsAre("3 reordered"));
}

TEST_P(NameIndexTest, TakesCapitalsForTheSurnameAndGenerationsForNone) {
  NameIndex::Builder builder;
  builder.add_name("KISHIDA Fumio", "en", 1, Bearer::person)
      .add_name("Martin Luther King Jr.", "en", 2, Bearer::person)
      .add_name("Volodymyr ZELENSKYY", "en", 3, Bearer::person)
      .add_name("John Paul II", "en", 4, Bearer::person);
  index_ = std::move(builder).build(GetParam());
  EXPECT_THAT(meant("Kishida"), ElementsAre("1 surname"));
  EXPECT_THAT(meant("Fumio"), IsEmpty());
  EXPECT_THAT(meant("Fumio Kishida"), ElementsAre("1 reordered"));
  EXPECT_THAT(meant("King"), ElementsAre("2 surname"));
  EXPECT_THAT(meant("Jr."), IsEmpty());
  EXPECT_THAT(meant("Zelenskyy"), ElementsAre("3 surname"));
  EXPECT_THAT(meant("II"), IsEmpty());
}

TEST_P(NameIndexTest, FindsSurnamesOfAllIdeographsAndWithKanaBetweenThem) {
  NameIndex::Builder builder;
  builder.add_name("神\uFA11 太郎", "ja", 1, Bearer::person)
      .add_name("木ノ下 一郎", "ja", 2, Bearer::person)
      .add_name("三ヶ島 花子", "ja", 3, Bearer::person)
      .add_name("〆木 信", "ja", 4, Bearer::person)
      .add_name("\uFA11山 一郎", "ja", 5, Bearer::person)
      .add_name("高\uFA11次郎", "ja", 6, Bearer::person)
      .add_name("佐々木 希", "ja", 7, Bearer::person)
      .add_name("マイク ノーマン", "ja", 8, Bearer::person);
  index_ = std::move(builder).build(GetParam());
  for (const char* asked : {"神\uFA11", "神崎"})
    EXPECT_THAT(meant(asked), ElementsAre("1 surname"));
  EXPECT_THAT(meant("木ノ下"), ElementsAre("2 surname"));
  EXPECT_THAT(meant("三ヶ島"), ElementsAre("3 surname"));
  EXPECT_THAT(meant("三ケ島"), ElementsAre("3 surname"));
  EXPECT_THAT(meant("〆木"), ElementsAre("4 surname"));
  EXPECT_THAT(meant("崎山"), ElementsAre("5 surname"));
  EXPECT_THAT(meant("高崎"), ElementsAre("6 surname"));
  EXPECT_THAT(meant("佐〻木"), ElementsAre("7 surname"));
  EXPECT_THAT(meant("マイク"), IsEmpty());
  EXPECT_THAT(meant("ノーマン"), ElementsAre("8 surname"));
}

TEST_P(NameIndexTest, TakesWhatStandsBeforeAGivenNameOfTwoSyllablesForTheSurname) {
  NameIndex::Builder builder;
  builder.add_name("Ban Ki-moon", "en", 1, Bearer::person)
      .add_name("Kim Jong-un", "en", 2, Bearer::person)
      .add_name("Emma Smith-Jones", "en", 3, Bearer::person)
      .add_name("Elizabeth II", "en", 4, Bearer::person);
  index_ = std::move(builder).build(GetParam());
  EXPECT_THAT(meant("Ban"), ElementsAre("1 surname"));
  EXPECT_THAT(meant("Kim"), ElementsAre("2 surname"));
  EXPECT_THAT(meant("Jong-un"), IsEmpty());
  EXPECT_THAT(meant("Smith-Jones"), ElementsAre("3 surname"));
  EXPECT_THAT(meant("II"), IsEmpty());
}

TEST_P(NameIndexTest, HasNoCandidatesForAMisspeltName) {
  EXPECT_THAT(meant("Fumio Kishda"), IsEmpty());
  EXPECT_THAT(meant(""), IsEmpty());
  EXPECT_THAT(meant("-"), IsEmpty());
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
  EXPECT_THAT(found("日木"), ElementsAre("5:日本 fuzzy")) << "one of two characters";
  EXPECT_THAT(found("本日"), ElementsAre("5:日本 fuzzy"));
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
  EXPECT_THAT(found("Ｆｕｍｉｏ"), ElementsAre("1:Fumio Kishida fuzzy"));
  EXPECT_THAT(found("文雄"), ElementsAre("1:岸田文雄 fuzzy"));
  EXPECT_THAT(found("条约"), ElementsAre("0:北大西洋条約機構 fuzzy"));
  EXPECT_THAT(found("x"), IsEmpty());
}

TEST_P(NameIndexTest, TellsTheLanguageOfTheName) {
  EXPECT_EQ(index_.find("北约").front().language, "zh-Hant");
  EXPECT_EQ(index_.find("nato").front().language, "");
}

TEST(NameIndex, FindsNothingWhenEmpty) {
  EXPECT_TRUE(NameIndex().find("NATO").empty());
  EXPECT_TRUE(NameIndex().candidates("北约").empty());
}

/// How a name is found by a text, or "none".
std::string how(std::string_view name, std::string_view text, Bearer bearer = Bearer::thing) {
  NameIndex::Builder builder;
  builder.add_name(name, "en", 0, bearer);
  const NameIndex index = std::move(builder).build();
  const auto found = index.candidates(text);
  return found.empty() ? "none" : std::string(to_string(found.front().how));
}

TEST(NameIndex, FindsNamesWithoutTheirAccents) {
  for (const auto& [name, text] : std::vector<std::pair<const char*, const char*>>{
           {"Jürgen Müller", "Jurgen Muller"},
           {"Łukasz Żak", "Lukasz Zak"},
           {"Αθήνα", "ΑΘΗΝΑ"},
           {"Đorđe", "Dorde"},
           {"Søren Kierkegaard", "SOREN KIERKEGAARD"},
           {"Nguyễn Phú Trọng", "Nguyen Phu Trong"},
           {"İstanbul", "ISTANBUL"},
           {"Recep Tayyip Erdoğan", "recep tayyip erdogan"},
           {"Işık", "ISIK"},
           {"Þórr Æsir", "Thorr Aesir"},
           {"Władysław Żeleński", "Wladyslaw Zelenski"},
           {"Ольга Королёва", "Ольга Королева"},
           {"מֹשֶׁה", "משה"},
           {"مُحَمَّد", "محمد"},
           {"أحمد", "احمد"},
           {"Əliyev", "Eliyev"},
           {"फ़ारूक़", "फारूक"},
           {"Jurgen Muller", "Jürgen Müller"}})
    EXPECT_EQ(how(name, text), "accent") << name << ' ' << text;
  EXPECT_EQ(how("がん", "かん"), "none") << "a voiced sound is another";
  EXPECT_EQ(how("कि", "क"), "none") << "a vowel is no accent";
}

TEST(NameIndex, FindsNamesInOtherSpellings) {
  for (const auto& [name, text] : std::vector<std::pair<const char*, const char*>>{
           {"O'Brien", "O’Brien"},
           {"O’Brien", "OBrien"},
           {"U.N.", "UN"},
           {"Saint-Germain-en-Laye", "Saint Germain en Laye"},
           {"Müller", "Mueller"},
           {"Aarhus", "Århus"},
           {"Djordje", "Đorđe"},
           {"髙橋", "高橋"},
           {"﨑山", "崎山"},
           {"渡邉", "渡辺"},
           {"𠮷野", "吉野"},
           {"濵田", "浜田"},
           {"斉藤", "齋藤"},
           {"冨永", "富永"},
           {"ヴェトナム", "ベトナム"},
           {"サーバー", "サーバ"},
           {"ゆうこ", "ユウコ"},
           {"佐々木", "佐佐木"},
           {"霞ヶ関", "霞が関"},
           {"エマニュエル・マクロン", "エマニュエル＝マクロン"},
           {"ジヱイ", "ジエイ"},
           {"キャノン", "キヤノン"},
           {"윤석열", "윤 석열"},
           {"علی‌رضا", "علي رضا"},
           {"کابل", "كابل"},
           {"הארץ׳", "הארץ'"},
           {"ประเทศ ไทย", "ประเทศไทย"},
           {"चाँद", "चांद"},
           {"नरेन्द्र मोदी", "नरेंद्र मोदी"},
           {"Kyivʼs", "Kyiv's"}})
    EXPECT_EQ(how(name, text), "variant") << name << ' ' << text;
  EXPECT_EQ(how("1.2", "12"), "none");
  EXPECT_EQ(how("C#", "C"), "none");
  EXPECT_EQ(how("ビル", "ヒル"), "none");
}

// 叶 and 葉 are two surnames.
TEST(NameIndex, PrefersTheNameAsWrittenToAnotherThatFolds) {
  NameIndex::Builder builder;
  builder.add_name("叶恭子", "ja", 0).add_name("葉恭子", "ja", 1);
  const NameIndex index = std::move(builder).build();
  ASSERT_EQ(index.candidates("叶恭子").size(), 1U);
  EXPECT_EQ(index.candidates("叶恭子").front().id, 0U);
  EXPECT_EQ(index.candidates("葉恭子").front().id, 1U);
  EXPECT_EQ(index.find("葉恭子")[1].how, MatchKind::folded);
}

}  // namespace
}  // namespace entente
