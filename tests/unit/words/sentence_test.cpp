#include <initializer_list>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/facts/viewpoint.hpp>
#include <entente/text/language.hpp>
#include <entente/time/date.hpp>
#include <entente/words/sentence.hpp>

#include "support/graph_of.hpp"
#include "words/plans.hpp"
#include "words/sentence_of.hpp"
#include "words/short_dates.hpp"
#include "words/together.hpp"

namespace entente {
namespace {

using test::graph_of;

Graph facts() {
  return graph_of(R"(
    country japan name=Japan name=ja:日本 name=zh-Hans:日本 name=zh-Hant:日本
    organisation nato name=NATO name=zh-Hans:北约
    person kishida name=Kishida
    person macron name=Macron
    publisher yonhap name=Yonhap_News_Agency name=ja:聯合ニュース
    post pm name=Prime_Minister_of_Japan
    event cop28 name=COP28
    event war name=Russia's_attack_on_Ukraine
    event summit name=NATO_summit_2026
    agreement ipcp name=Japan-NATO_IPCP_(2014) name=ja:協力計画 name=zh-Hans:合作计划 name=zh-Hant:合作計畫
    agreement itpp name=Japan-NATO_ITPP_(2023)
    document doc-0
    document doc-4
    r01: japan party_to ipcp when=2014-05-06/ by=doc-4§2.1
    r02: itpp supersedes ipcp when=2023-07-12? by=doc-4,doc-0§4@yonhap
    r03: kishida met_with macron when=2023-05-09 by=doc-0~2023-05-10
    r04: japan party_to itpp when=2023~/.. plan
    r05: kishida attended summit when=2026? expectation
    r06: kishida attended cop28
    r07: kishida holds_post pm when=2021-10-04/2024-10-01 claim
    r08: japan takes_stance_on war when=2022 derived
  )");
}

std::string described(std::string_view relation, std::string_view languages = "en",
                      Orientation orientation = Orientation::forward) {
  const Graph graph = facts();
  return describe(graph, graph.relation(relation).value(), languages, orientation);
}

TEST(Sentence, TellsWhoWhatSinceWhenAndBySource) {
  EXPECT_EQ(described("r01"),
            "Japan is party to the Japan-NATO IPCP (2014) since 2014-05-06 [doc-4 §2.1]");
}

TEST(Sentence, TellsTheSameFromTheOtherEnd) {
  EXPECT_EQ(described("r01", "en", Orientation::inverse),
            "The Japan-NATO IPCP (2014) has party Japan since 2014-05-06 [doc-4 §2.1]");
  EXPECT_EQ(described("r03", "en", Orientation::inverse),
            "Macron met with Kishida on 2023-05-09 [doc-0, dated 2023-05-10]");
}

TEST(Sentence, ListsAllEvidenceAndWhoIsQuoted) {
  EXPECT_EQ(described("r02"),
            "The Japan-NATO ITPP (2023) supersedes the Japan-NATO IPCP (2014) possibly on "
            "2023-07-12 [doc-4; doc-0 §4, asserted by Yonhap News Agency]");
}

TEST(Plans, AreToldAsPlansInEveryLanguage) {
  constexpr Modality plan = Modality::plan;
  EXPECT_EQ(as_plan("attended", "en", plan), "is to attend");
  EXPECT_EQ(as_plan("is a member of", "en", plan), "is to be a member of");
  EXPECT_EQ(as_plan("sends personnel to", "en", Modality::expectation),
            "is expected to send personnel to");
  EXPECT_EQ(as_plan("{from}は{to}に出席した", "ja", plan), "{from}は{to}に出席する予定である");
  EXPECT_EQ(as_plan("{from}は{to}の当事者である", "ja", plan),
            "{from}は{to}の当事者となる予定である");
  EXPECT_EQ(as_plan("{from}与{to}会晤", "zh-Hans", plan), "{from}将与{to}会晤");
  EXPECT_EQ(as_plan("{from}是{to}的成員", "zh-Hant", plan), "{from}將成為{to}的成員");
  EXPECT_EQ(as_plan("attended", "en", Modality::fact), std::nullopt);
  EXPECT_EQ(as_plan("frobnicated", "en", plan), std::nullopt) << "said behind the sentence";
}

TEST(Plans, OfEveryTypeOfTheBuiltinVocabularyHaveWords) {
  const Vocabulary vocabulary = builtin_vocabulary();
  for (const RelationType& type : vocabulary.types()) {
    EXPECT_TRUE(as_plan(label(type.forward, {"en"}), "en", Modality::plan)) << type.id;
    for (const auto& [language, text] : type.sentence) {
      if (language != "ja" && !language.starts_with("zh")) continue;
      EXPECT_TRUE(as_plan(text, language, Modality::plan)) << type.id << " in " << language;
    }
  }
}

TEST(Sentence, TellsOfSeveralThatDoTheSame) {
  const Graph graph = graph_of(R"(
    country japan name=Japan name=ja:日本 name=zh-Hans:日本
    country korea name=Korea name=ja:韓国 name=zh-Hans:韩国
    organisation nato name=NATO name=zh-Hans:北约
    agreement pact name=Sea_pact name=ja:海洋協定 name=zh-Hans:海洋协定
    r1: japan party_to pact
    r2: korea party_to pact
    r3: nato party_to pact
    r4: japan party_to pact plan
    r5: nato party_to pact plan
  )");
  const auto of = [&](std::initializer_list<const char*> ids, const char* time, const char* tags) {
    std::vector<RelationId> relations;
    for (const char* id : ids) relations.push_back(graph.relation(id).value());
    return describe_together(graph, relations, time, tags);
  };
  EXPECT_EQ(of({"r1"}, "since 2014", "en"), "Japan is party to the Sea pact, since 2014");
  EXPECT_EQ(of({"r1", "r3"}, "", "en"), "Japan and NATO are party to the Sea pact");
  EXPECT_EQ(of({"r1", "r2", "r3"}, "since 2014", "en"),
            "Japan, Korea and NATO are party to the Sea pact, since 2014");
  EXPECT_EQ(of({"r4", "r5"}, "", "en"), "Japan and NATO are to be party to the Sea pact");
  EXPECT_EQ(of({"r1", "r2"}, "2014年から", "ja"),
            "日本と韓国は海洋協定の当事者である（2014年から）");
  EXPECT_EQ(of({"r1", "r2", "r3"}, "自2014年起", "zh-Hans"),
            "日本、韩国和北约是海洋协定的当事方（自2014年起）");
}

TEST(Plurals, OfVerbsAreKnown) {
  EXPECT_EQ(as_plural("is party to"), "are party to");
  EXPECT_EQ(as_plural("was invited to"), "were invited to");
  EXPECT_EQ(as_plural("has diplomatic relations with"), "have diplomatic relations with");
  EXPECT_EQ(as_plural("cooperates with"), "cooperate with");
  EXPECT_EQ(as_plural("attended"), "attended");
  EXPECT_EQ(as_plural("met with"), "met with");
}

TEST(Sentence, MarksWhatIsNoFact) {
  EXPECT_EQ(described("r04"),
            "Japan is to be party to the Japan-NATO ITPP (2023) since about 2023, with no end");
  EXPECT_EQ(described("r05"),
            "Kishida is expected to attend the NATO summit 2026 possibly in 2026");
  EXPECT_EQ(described("r07"),
            "Kishida holds the post of Prime Minister of Japan from 2021-10-04 to 2024-10-01 "
            "(claim)");
  EXPECT_EQ(described("r08"),
            "Japan takes a stance on Russia's attack on Ukraine in 2022 (derived)");
}

TEST(Sentence, GivesSingleWordsNoArticle) {
  EXPECT_EQ(described("r06"), "Kishida attended COP28");
}

TEST(Sentence, SpeaksJapaneseAndChinese) {
  EXPECT_EQ(described("r01", "ja"), "日本は協力計画の当事者である（2014-05-06から） [doc-4 §2.1]");
  EXPECT_EQ(described("r01", "ja", Orientation::inverse),
            "日本は協力計画の当事者である（2014-05-06から） [doc-4 §2.1]");
  EXPECT_EQ(described("r01", "zh-Hans"), "日本是合作计划的当事方（自2014-05-06起） [doc-4 §2.1]");
  EXPECT_EQ(described("r01", "zh-TW"), "日本是合作計畫的當事方（自2014-05-06起） [doc-4 §2.1]");
}

TEST(DateWords, TellOpenFromUnknown) {
  const auto interval = [](std::string_view edtf) {
    return describe(When::from_text(edtf), Reading::interval);
  };
  EXPECT_EQ(interval("2014-05/2016"), "from 2014-05 to 2016");
  EXPECT_EQ(interval("2014/.."), "since 2014, with no end");
  EXPECT_EQ(interval("2014/"), "since 2014");
  EXPECT_EQ(interval("../2016"), "until 2016, with no beginning");
  EXPECT_EQ(interval("/2016"), "until 2016");
  EXPECT_EQ(interval("../.."), "at all times");
  EXPECT_EQ(interval("/"), "at an unknown time");
  EXPECT_EQ(interval("/.."), "since an unknown date, with no end");
  EXPECT_EQ(interval("../"), "until an unknown date, with no beginning");
  EXPECT_EQ(interval("2023-07-12?/"), "possibly since 2023-07-12");
  EXPECT_EQ(interval("2010?/2014~"), "from possibly 2010 to about 2014");
  EXPECT_EQ(interval("[2018..]/"), "since 2018 or later");
  EXPECT_EQ(interval("[1987..1989]/.."), "since one of the years 1987 to 1989, with no end");
  EXPECT_EQ(interval("198X/.."), "since the 1980s, with no end");
  EXPECT_EQ(interval("2014-05-06/2014-05-06"), "on 2014-05-06");
}

TEST(DateWords, FollowThePrecision) {
  const auto instant = [](std::string_view edtf) {
    return describe(When::from_text(edtf), Reading::instant);
  };
  EXPECT_EQ(instant("2014-05-06"), "on 2014-05-06");
  EXPECT_EQ(instant("2014-05"), "in 2014-05");
  EXPECT_EQ(instant("2014"), "in 2014");
  EXPECT_EQ(instant("201X"), "in the 2010s");
  EXPECT_EQ(instant("1960-XX-25"), "on day 25 of an unknown month of 1960");
  EXPECT_EQ(instant("2014%"), "possibly in about 2014");
  EXPECT_EQ(instant("[2013,2014]"), "in 2013 or 2014");
  EXPECT_EQ(instant("[2013,2013]"), "in 2013");
  EXPECT_EQ(instant("[2013..2013]"), "in 2013");
  EXPECT_EQ(instant("[2013,2013,2014]"), "in 2013 or 2014");
  EXPECT_EQ(instant("{2013-01-02,2014-02-03}"), "on 2013-01-02 and 2014-02-03");
  EXPECT_EQ(instant("[..2013]"), "in 2013 or earlier");
  EXPECT_EQ(instant("2023-12-03T00:15:00+09:00"), "on 2023-12-03 at 00:15 (UTC+09:00)");
}

// An act is on one day: no end of the interval makes it last.
TEST(DateWords, PlaceAnActWithinAnInterval) {
  const auto instant = [](std::string_view edtf) {
    return describe(When::from_text(edtf), Reading::instant);
  };
  EXPECT_EQ(instant("2014/2016"), "some time from 2014 to 2016");
  EXPECT_EQ(instant("2014/.."), "some time since 2014");
  EXPECT_EQ(instant("2014?/"), "possibly some time since 2014");
  EXPECT_EQ(instant("../2016"), "some time up to 2016");
  EXPECT_EQ(instant("../.."), "at an unknown time");
  EXPECT_EQ(instant("/.."), "at an unknown time");
}

TEST(DateWords, ListTheMembersOfASetTheEarlierFirst) {
  const auto words = [](std::string_view edtf, std::string_view language = "en") {
    return describe(When::from_text(edtf), Reading::instant, language);
  };
  EXPECT_EQ(words("[2016,2013,2014]"), "in 2013, 2014 or 2016");
  EXPECT_EQ(words("[2016?,2014]"), "in 2014 or possibly 2016");
  EXPECT_EQ(words("[2016?,2014?]"), "possibly in 2014 or 2016");
  EXPECT_EQ(words("{2016,2014-01-02}"), "on 2014-01-02 and in 2016");
  EXPECT_EQ(words("[2014-05-01..2014-05-03]"), "on one of the days 2014-05-01 to 2014-05-03");
  EXPECT_EQ(words("{1987..1989}"), "in each of the years 1987 to 1989");
  EXPECT_EQ(words("{1987..}"), "in 1987 and every later year");
  EXPECT_EQ(words("{..2014-05}"), "in 2014-05 and every earlier month");
  EXPECT_EQ(words("[2016,2013,2014]", "ja"), "2013、2014または2016");
  EXPECT_EQ(words("[2016,2013,2014]", "zh-Hans"), "2013、2014或2016");
  EXPECT_EQ(words("[1987..1989]", "ja"), "1987～1989年のうちのある年");
  EXPECT_EQ(words("[1987..1989]", "zh-Hant"), "1987～1989年間的某年");
}

TEST(DateWords, SayWhichYearsAMaskAdmits) {
  const auto words = [](std::string_view edtf, std::string_view language = "en") {
    return describe(When::from_text(edtf), Reading::instant, language);
  };
  EXPECT_EQ(words("1984-X1"), "in month 1 or 11 of 1984");
  EXPECT_EQ(words("2X14"), "in one of the years 2014, 2114, … 2914");
  EXPECT_EQ(words("XXX4"), "in a year that ends in 4");
  EXPECT_EQ(words("-00XX"), "in one of the years -0099 to -0001");
  EXPECT_EQ(words("-004X"), "in one of the years -0049 to -0040");
  EXPECT_EQ(words("-2X14"), "in one of the years -2914, -2814, … -2014");
  EXPECT_EQ(words("X0X4"), "in a year of the form X0X4");
  EXPECT_EQ(words("1984-X2-31"), "on day 31 of month 12 of 1984");
  EXPECT_EQ(words("2018-02-2X"), "on day 20 to 28 of 2018-02");
  EXPECT_EQ(words("XXXX~"), "in an unknown year");
  EXPECT_EQ(words("1984-X1", "ja"), "1984年1月または11月");
  EXPECT_EQ(words("1984-X1", "zh-Hans"), "1984年1月或11月");
  EXPECT_EQ(words("2014-X1-06"), "on day 6 of month 1 or 11 of 2014");
  EXPECT_EQ(words("2014-X1-06", "ja"), "2014年1月6日または11月6日");
  EXPECT_EQ(words("2014-X1-06", "zh-Hans"), "2014年1月6日或11月6日");
  EXPECT_EQ(words("2014-0X-31", "ja"), "2014年1月31日、3月31日、5月31日、7月31日または8月31日");
  EXPECT_EQ(words("2014-0X-0X"), "on day 1 to 9 of month 1 to 9 of 2014");
  EXPECT_EQ(words("2014-0X-0X", "ja"), "2014年1～9月の1～9日のうちのある日");
  EXPECT_EQ(words("2014-0X-0X", "zh-Hant"), "2014年1～9月的1～9日間的某日");
  EXPECT_EQ(words("2014-X1-X2", "ja"), "2014年1月または11月の2日、12日または22日");
  EXPECT_EQ(words("2014-0X", "ja"), "2014年1～9月のうちのある月");
  EXPECT_EQ(words("2014-02-0X", "zh-Hans"), "2014年2月1～9日间的某日");
  EXPECT_EQ(words("2X14", "ja"), "2014、2114、…2914のうちのある年");
  EXPECT_EQ(words("XXX4", "zh-Hant"), "末位為4的某年");
  EXPECT_EQ(describe(When::parse("-004X/-003X"), Reading::interval),
            "from one of the years -0049 to -0040 to one of the years -0039 to -0030");
}

TEST(DateWords, SayThatAnEndWasInferred) {
  const Day day = Date::parse("2023-07-12").hi();
  EXPECT_EQ(describe_inferred_end(day, "r02"), " (ended by 2023-07-12, inferred from r02)");
  EXPECT_EQ(describe_inferred_end(day, "r02", "ja"), "（2023-07-12までに終了、r02からの推定）");
  EXPECT_EQ(describe_inferred_end(day, "r02", "zh-Hans"), "（至迟2023-07-12终止，据r02推断）");
  EXPECT_EQ(describe_inferred_end(day_max, "r02", "ja"), "（終了、r02からの推定）");
}

std::string worded(const std::string& date, const std::string& languages) {
  const Graph graph = graph_of(
      "person a name=A\nperson b name=B\ndocument d\nr1: a met_with b "
      "when=" +
      date + " by=d~2024-01-31");
  return describe_with_worded_dates(graph, graph.relation("r1").value(), Viewpoint(graph, {}),
                                    languages);
}

TEST(WordedDates, StandInSentencesAsInLabels) {
  EXPECT_EQ(worded("2014-05-06", "en"), "A met with B on 6 May 2014 [d, dated 31 Jan 2024]");
  EXPECT_EQ(worded("2014-05", "en"), "A met with B in May 2014 [d, dated 31 Jan 2024]");
  EXPECT_EQ(worded("2014-05-XX", "en"),
            "A met with B on an unknown day of May 2014 [d, dated 31 Jan 2024]");
  EXPECT_NE(worded("2014-05-06?/2014-06", "en").find("possibly 6 May 2014 to Jun 2014"),
            std::string::npos);
  EXPECT_NE(worded("2014-05-06", "ja").find("2014年5月6日"), std::string::npos);
  EXPECT_NE(worded("2014", "ja").find("2014年"), std::string::npos);
}

TEST(WordedDates, LeaveNoneAsItIsWritten) {
  for (const char* language : {"en", "ja", "zh-Hans", "zh-Hant", "fr"})
    for (const char* date :
         {"2014-05-06", "2014-05?", "2014-05-06~/2015-01", "2014-05-06/..",
          "[2014-05-06..2014-06-01]", "{2014-05,2015-06}", "2014-05-XX", "2014-05-06T11:37:00"})
      EXPECT_FALSE(std::regex_search(worded(date, language), std::regex("[0-9]-[0-9]")))
          << worded(date, language);
}

TEST(DateWords, NameWhatIsUnknownOfADate) {
  const auto words = [](std::string_view edtf, std::string_view language) {
    return describe(When::from_text(edtf), Reading::instant, language);
  };
  struct Case {
    std::string_view edtf, english, japanese, chinese;
  };
  constexpr Case cases[] = {
      {"XXXX-XX-23", "on day 23 of an unknown month and year", "某年某月23日", "某年某月23日"},
      {"XXXX-12-23", "on day 23 of month 12 of an unknown year", "某年12月23日", "某年12月23日"},
      {"2018-05-XX", "on an unknown day of 2018-05", "2018年5月某日", "2018年5月某日"},
      {"2018-XX-XX", "on an unknown day of 2018", "2018年某日", "2018年某日"},
      {"2018-XX", "in an unknown month of 2018", "2018年某月", "2018年某月"},
      {"2018-05-2X", "on day 20 to 29 of 2018-05", "2018年5月20～29日のうちのある日",
       "2018年5月20～29日间的某日"},
      {"2018-1X", "in month 10 to 12 of 2018", "2018年10～12月のうちのある月",
       "2018年10～12月间的某月"},
      {"201X-12", "in month 12 of the 2010s", "2010年代の12月", "2010年代12月"},
      {"20XX-12", "in month 12 of one of the years 2000 to 2099",
       "2000～2099年のうちのある年の12月", "2000～2099年间的某年12月"},
      {"XXXX", "in an unknown year", "某年", "某年"},
      {"XXXX-XX-XX?", "possibly on an unknown day", "某年某月某日の可能性", "可能某年某月某日"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(words(each.edtf, "en"), each.english);
    EXPECT_EQ(words(each.edtf, "ja"), each.japanese);
    EXPECT_EQ(words(each.edtf, "zh-Hans"), each.chinese);
    if (each.chinese.find("间") == std::string_view::npos) {
      EXPECT_EQ(words(each.edtf, "zh-Hant"), each.chinese);
    }
  }
}

TEST(DateWords, ClaimNoMoreThanAPossibilityInJapanese) {
  const auto words = [](std::string_view edtf) {
    return describe(When::from_text(edtf), Reading::interval, "ja");
  };
  EXPECT_EQ(words("2014?/"), "2014からの可能性");
  EXPECT_EQ(words("2010?/2012"), "2010の可能性がある時点から2012まで");
  EXPECT_EQ(
      short_date(When::from_text("2014?"), DateDetail::years, LanguagePreference::parse("ja")),
      "2014年の可能性");
}

TEST(DateWords, SayFromWhenOnlyOnceInJapanese) {
  EXPECT_EQ(describe(When::between("[2018..]", "[2020..]"), Reading::interval, "ja"),
            "2018かそれ以降から2020かそれ以降まで");
}

}  // namespace
}  // namespace entente
