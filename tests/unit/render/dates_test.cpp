#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/diagram/wording.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

std::string in(const char* language, const char* text, DateDetail detail = DateDetail::full) {
  return short_date(When::from_text(text), detail, LanguagePreference::parse(language));
}

std::string years(const char* text) {
  return in("en", text, DateDetail::years);
}

std::string full(const char* text) {
  return in("en", text);
}

TEST(ShortDate, SaysSinceWhenAndUntilWhen) {
  EXPECT_EQ(years("2014/.."), "from 2014 on");
  EXPECT_EQ(years("2014/"), "since 2014");
  EXPECT_EQ(years("../2014"), "until 2014");
  EXPECT_EQ(years("/2014"), "until 2014");
  EXPECT_EQ(years("../.."), "always");
  EXPECT_EQ(years("/"), "");
}

TEST(ShortDate, IsShortForYearsAndWholeInFull) {
  EXPECT_EQ(years("2014-05-06/2018-05-31"), "2014–2018");
  EXPECT_EQ(years("2014-05/2014-07"), "2014");
  EXPECT_EQ(years("-0044-03-15"), "45 BC");
  EXPECT_EQ(full("2014-05-06/.."), "from 6 May 2014 on");
  EXPECT_EQ(full("2014-05/2016-12-31"), "May 2014 – 31 Dec 2016");
  EXPECT_EQ(full("2023-07-11T21:30:00"), "11 Jul 2023");
}

TEST(ShortDate, SpeaksTheLanguageOfTheReader) {
  EXPECT_EQ(in("ja", "2023-07-11"), "2023年7月11日");
  EXPECT_EQ(in("ja", "2022/"), "2022年から");
  EXPECT_EQ(in("ja", "2014~"), "2014年頃");
  EXPECT_EQ(in("ja", "[2018..]/"), "2018年以降");
  EXPECT_EQ(in("zh-Hans", "2023-07"), "2023年7月");
  EXPECT_EQ(in("zh-Hans", "2014/2016"), "2014–2016年");
  EXPECT_EQ(in("zh-Hant", "2014~"), "約2014年");
  EXPECT_EQ(in("fr", "2023-07-11"), "11 Jul 2023");
}

TEST(ShortDate, SaysDoubtsInWords) {
  EXPECT_EQ(years("2014~"), "c. 2014");
  EXPECT_EQ(years("2014-05?"), "perhaps 2014");
  EXPECT_EQ(years("2014-05%"), "perhaps c. 2014");
  EXPECT_EQ(full("2014-05%"), "perhaps c. May 2014");
  EXPECT_EQ(years("2014?/"), "perhaps since 2014");
  EXPECT_EQ(years("2014~/2018?"), "c. 2014 – perhaps 2018");
  EXPECT_EQ(years("-0300/0150"), "301 BC – 150");
  EXPECT_EQ(years("0000"), "1 BC");
  EXPECT_EQ(years("2014?/2018?"), "perhaps 2014–2018") << "one doubt a label";
  EXPECT_EQ(years("2003%/2007?"), "perhaps c. 2003 – 2007");
  EXPECT_EQ(years("{2013?,2016?}"), "perhaps 2013, 2016");
}

TEST(ShortDate, EndsWhereNothingIsKnown) {
  EXPECT_EQ(full("2018-XX-23"), "2018");
  EXPECT_EQ(full("2018-05-XX?"), "perhaps May 2018");
  EXPECT_EQ(full("XXXX-XX-23"), "");
  EXPECT_EQ(full("2018-XX/XXXX-XX-23"), "since 2018");
  EXPECT_EQ(years("XXXX"), "");
  EXPECT_EQ(years("XXXX/2014"), "until 2014");
  EXPECT_EQ(years("201X"), "2010s");
  EXPECT_EQ(years("19XX"), "1900–1999");
  EXPECT_EQ(years("2X14"), "2X14");
}

TEST(ShortDate, IsShortForOneOfSeveral) {
  EXPECT_EQ(years("[2018..]/"), "since 2018 or later");
  EXPECT_EQ(years("[..2018-05]"), "2018 or earlier");
  EXPECT_EQ(years("[2016..2018]"), "between 2016 and 2018");
  EXPECT_EQ(years("[2018,2016]"), "2016 or 2018");
  EXPECT_EQ(years("[2016-05,2016-07]"), "2016");
  EXPECT_EQ(full("[2016-05..2016-07]"), "between May 2016 and Jul 2016");
}

// Two meetings are no stretch of time.
TEST(ShortDate, ListsAllOfSeveral) {
  EXPECT_EQ(years("{2018,2016}"), "2016, 2018");
  EXPECT_EQ(years("{2016-05-01,2016-07-01}"), "2016");
  EXPECT_EQ(years("{2016..2018}"), "2016–2018");
  EXPECT_EQ(years("{2010,2012,2014,2016}"), "2010, …, 2016");
  EXPECT_EQ(full("{2016-05,2018-XX-03}"), "May 2016, 2018");
}

TEST(ShortDate, HasNoCipher) {
  for (const char* text : {"2014%/2018~", "[2018..]", "2014/", "[..2013]", "2013?", "201X?/.."})
    EXPECT_THAT(full(text), testing::Not(testing::ContainsRegex("[?~]|≥|≤"))) << text;
}

TEST(ShortDate, BesideANameMentionsNoUnknownEnd) {
  const auto beside = [](const char* text) {
    return short_date_beside_name(When::from_text(text), LanguagePreference::parse("en"));
  };
  EXPECT_EQ(beside("2014/"), "2014");
  EXPECT_EQ(beside("2014/.."), "from 2014 on");
  EXPECT_EQ(beside("2014/2018"), "2014–2018");
  EXPECT_EQ(beside("[2018..]/"), "2018 or later");
}

TEST(ShortDateOf, IsADateInWordsOrTheTextItself) {
  const LanguagePreference english = LanguagePreference::parse("en");
  EXPECT_EQ(short_date_of("2022-02/2023-06", english), "Feb 2022 – Jun 2023");
  EXPECT_EQ(short_date_of("[2018..]", english), "2018 or later");
  EXPECT_EQ(short_date_of("in spring", english), "in spring");
}

TEST(ShortDateOf, KnowsTheQuartersOfASeries) {
  const auto quarter = [](const char* text, const char* language) {
    return short_date_of(text, LanguagePreference::parse(language));
  };
  EXPECT_EQ(quarter("2012-Q1", "en"), "Q1 2012");
  EXPECT_EQ(quarter("2012-Q1", "fr"), "Q1 2012");
  EXPECT_EQ(quarter("2012-Q1", "ja"), "2012年第1四半期");
  EXPECT_EQ(quarter("2012-Q4", "zh-Hans"), "2012年第4季度");
  EXPECT_EQ(quarter("2012-Q4", "zh-Hant"), "2012年第4季");
  EXPECT_EQ(quarter("-0043-Q2", "en"), "Q2 44 BC");
  EXPECT_EQ(quarter("Europe-Q1", "en"), "Europe-Q1");
}

TEST(Listed, SaysEachPartOnceAsTheLanguageSeparatesThem) {
  EXPECT_EQ(listed({"attended", "en"}, {"at, attended", "en"}).text, "attended, at");
  EXPECT_EQ(listed({"当事者", "ja"}, {"署名", "ja"}).text, "当事者、署名");
  EXPECT_EQ(listed({}, {"国家", "zh-Hans"}).language, "zh-Hans");
}

}  // namespace
}  // namespace entente
