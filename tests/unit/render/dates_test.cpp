#include "render/diagram/dates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/diagram/wording.hpp"
#include "render/mark/sign.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string years(const char* text) {
  return shown(When::from_text(text), DateDetail::years);
}

TEST(ShownDate, TellsOpenFromUnknownEnds) {
  EXPECT_EQ(years("2014/.."), "2014–");
  EXPECT_EQ(years("2014/"), "2014–?");
  EXPECT_EQ(years("../2014"), "–2014");
  EXPECT_EQ(years("/2014"), "?–2014");
}

TEST(ShownDate, IsShortForYearsAndWholeInFull) {
  EXPECT_EQ(years("2014-05-06/2018-05-31"), "2014–2018");
  EXPECT_EQ(years("2014-05/2014-07"), "2014");
  EXPECT_EQ(years("-0044-03-15"), "-0044");
  EXPECT_EQ(shown(When::parse("2014-05-06/.."), DateDetail::full), "2014-05-06–");
}

TEST(ShownDate, KeepsDoubts) {
  EXPECT_EQ(years("2014~"), "2014~");
  EXPECT_EQ(years("2014-05?"), "2014?");
  EXPECT_EQ(years("201X"), "201X");
}

TEST(ShownDate, EndsWhereNothingIsKnown) {
  const auto full = [](const char* text) { return shown(When::from_text(text), DateDetail::full); };
  EXPECT_EQ(full("2018-XX-23"), "2018");
  EXPECT_EQ(full("2018-05-XX?"), "2018-05?");
  EXPECT_EQ(full("XXXX-XX-23"), "");
  EXPECT_EQ(full("2018-XX/XXXX-XX-23"), "2018–?");
}

TEST(ShownDate, WritesADoubledDoubtAsBothSigns) {
  EXPECT_EQ(years("2014-05%"), "2014?~");
  EXPECT_EQ(shown(When::parse("2014-05%"), DateDetail::full), "2014-05?~");
}

TEST(DateSigns, AreTheSignsOfEachDateInAText) {
  using enum DateSign;
  EXPECT_THAT(signs_in("2014, 2016–2018"), IsEmpty());
  EXPECT_THAT(signs_in("2014~"), ElementsAre(approximate));
  EXPECT_THAT(signs_in("2014?, 2015"), ElementsAre(doubtful));
  EXPECT_THAT(signs_in("2014–?"), ElementsAre(unknown));
  EXPECT_THAT(signs_in("2014 – ?"), ElementsAre(unknown));
  EXPECT_THAT(signs_in("≥2018, ≤2020"), ElementsAre(earliest, latest));
  EXPECT_THAT(signs_in("?–2014?~ … 2020 (4)"), ElementsAre(approximate, doubtful, unknown));
}

TEST(ShownText, IsADateAsPicturesWriteItOrTheTextItself) {
  EXPECT_EQ(shown_text("2022-02/2023-06"), "2022-02–2023-06");
  EXPECT_EQ(shown_text("2023-07-11T21:30:00"), "2023-07-11");
  EXPECT_EQ(shown_text("[2018..]"), "≥2018");
  EXPECT_EQ(shown_text("in spring"), "in spring");
}

TEST(Listed, SaysEachPartOnceAsTheLanguageSeparatesThem) {
  EXPECT_EQ(listed({"attended", "en"}, {"at, attended", "en"}).text, "attended, at");
  EXPECT_EQ(listed({"当事者", "ja"}, {"署名", "ja"}).text, "当事者、署名");
  EXPECT_EQ(listed({}, {"国家", "zh-Hans"}).language, "zh-Hans");
}

TEST(ShownDate, IsShortForOneOfSeveral) {
  EXPECT_EQ(years("[2018..]/"), "≥2018–?");
  EXPECT_EQ(years("[..2018-05]"), "≤2018");
  EXPECT_EQ(years("[2016..2018]"), "2016–2018?");
  EXPECT_EQ(years("[2018,2016]"), "2016 / 2018?");
  EXPECT_EQ(years("[2016-05,2016-07]"), "2016");
  EXPECT_EQ(years("[1987..1989]/.."), "1987–1989?–");
  EXPECT_EQ(shown(When::parse("[2016-05..2016-07]"), DateDetail::full), "2016-05–2016-07?");
}

// Two meetings are no stretch of time.
TEST(ShownDate, ListsAllOfSeveral) {
  EXPECT_EQ(years("{2018,2016}"), "2016, 2018");
  EXPECT_EQ(years("{2016-05-01,2016-07-01}"), "2016");
  EXPECT_EQ(years("{2016..2018}"), "2016–2018");
  EXPECT_EQ(years("{2010,2012,2014,2016}"), "2010, …, 2016");
  EXPECT_EQ(shown(When::parse("{2016-05,2018-XX-03}"), DateDetail::full), "2016-05, 2018");
}

TEST(ShownDate, SaysNothingOfAYearWhollyUnknown) {
  EXPECT_EQ(years("XXXX"), "");
  EXPECT_EQ(years("XXXX/2014"), "?–2014");
}

TEST(ShownDate, BesideANameMentionsNoUnknownEnd) {
  EXPECT_EQ(shown_beside_name(When::parse("2014/")), "2014");
  EXPECT_EQ(shown_beside_name(When::parse("2014/..")), "2014–");
  EXPECT_EQ(shown_beside_name(When::parse("2014/2018")), "2014–2018");
}

}  // namespace
}  // namespace entente
