#include "text/countries.hpp"

#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ascii.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> ids(const std::vector<CountryNumber>& countries) {
  std::vector<std::string> result;
  for (const CountryNumber country : countries) result.emplace_back(all_countries[country].id);
  return result;
}

std::vector<std::string> found(std::string_view text,
                               CountrySystem system = CountrySystem::name_or_letters) {
  static const Countries countries({"ja", "fr"});
  return ids(countries.find(text, system));
}

TEST(Countries, AreFoundByNameInAnyLanguage) {
  for (const auto* name :
       {"Japan", "japan", "日本", "Japon", "Япония", "اليابان", "JP", "jpn", "Jepang"})
    EXPECT_THAT(found(name), ElementsAre("japan")) << name;
  for (const auto* name : {"Côte d'Ivoire", "Cote d’Ivoire", "Ivory Coast", "CIV"})
    EXPECT_THAT(found(name), ElementsAre("ivory-coast")) << name;
  for (const auto* name : {"Türkiye", "Turkey", "Turquie", "トルコ"})
    EXPECT_THAT(found(name), ElementsAre("turkey")) << name;
  for (const auto* name : {"The Netherlands", "Holland", "Pays-Bas"})
    EXPECT_THAT(found(name), ElementsAre("netherlands")) << name;
  EXPECT_THAT(found("Bosnia and Herzegovina"), ElementsAre("bosnia-and-herzegovina"));
  EXPECT_THAT(found("Austria-Hungary"), ElementsAre("austria-hungary"));
}

TEST(Countries, AreFoundByTheNumbersOfThreeLists) {
  EXPECT_THAT(found("392", CountrySystem::iso_numeric), ElementsAre("japan"));
  EXPECT_THAT(found("036", CountrySystem::iso_numeric), ElementsAre("australia"));
  EXPECT_THAT(found("2", CountrySystem::cow), ElementsAre("united-states"));
  EXPECT_THAT(found("260", CountrySystem::cow), ElementsAre("west-germany"));
  EXPECT_THAT(found("260", CountrySystem::gw), ElementsAre("germany"));
  EXPECT_THAT(found("0", CountrySystem::cow), IsEmpty());
  EXPECT_THAT(found("2.5", CountrySystem::cow), IsEmpty());
}

// Both lists as published: Correlates of War, state system membership 2016; Gleditsch and Ward,
// independent states and microstates, version 7.
TEST(Countries, HaveTheNumbersThatTheListsOfStatesGive) {
  const std::set<int> cow = {
      2,   20,  31,  40,  41,  42,  51,  52,  53,  54,  55,  56,  57,  58,  60,  70,  80,  90,  91,
      92,  93,  94,  95,  100, 101, 110, 115, 130, 135, 140, 145, 150, 155, 160, 165, 200, 205, 210,
      211, 212, 220, 221, 223, 225, 230, 232, 235, 240, 245, 255, 260, 265, 267, 269, 271, 273, 275,
      280, 290, 300, 305, 310, 315, 316, 317, 325, 327, 329, 331, 332, 335, 337, 338, 339, 341, 343,
      344, 345, 346, 347, 349, 350, 352, 355, 359, 360, 365, 366, 367, 368, 369, 370, 371, 372, 373,
      375, 380, 385, 390, 395, 402, 403, 404, 411, 420, 432, 433, 434, 435, 436, 437, 438, 439, 450,
      451, 452, 461, 471, 475, 481, 482, 483, 484, 490, 500, 501, 510, 511, 516, 517, 520, 522, 530,
      531, 540, 541, 551, 552, 553, 560, 565, 570, 571, 572, 580, 581, 590, 591, 600, 615, 616, 620,
      625, 626, 630, 640, 645, 651, 652, 660, 663, 666, 670, 678, 679, 680, 690, 692, 694, 696, 698,
      700, 701, 702, 703, 704, 705, 710, 712, 713, 730, 731, 732, 740, 750, 760, 770, 771, 775, 780,
      781, 790, 800, 811, 812, 816, 817, 820, 830, 835, 840, 850, 860, 900, 910, 920, 935, 940, 946,
      947, 950, 955, 970, 983, 986, 987, 990};
  std::set<int> gw = cow;
  for (const int other : {679, 946, 947, 955}) gw.erase(other);
  gw.insert({89, 99, 340, 396, 397, 563, 564, 711, 815, 971, 972, 973});
  std::multiset<int> ours_cow;
  std::multiset<int> ours_gw;
  for (const Country& country : all_countries) {
    if (country.cow != 0) ours_cow.insert(country.cow);
    if (country.gw != 0) ours_gw.insert(country.gw);
  }
  EXPECT_THAT(ours_cow, ::testing::ElementsAreArray(cow));
  EXPECT_THAT(ours_gw, ::testing::ElementsAreArray(gw));
}

TEST(Countries, DifferWhereTheListsDo) {
  EXPECT_THAT(found("255", CountrySystem::cow), ElementsAre("germany"));
  EXPECT_THAT(found("255", CountrySystem::gw), ElementsAre("prussia"));
  EXPECT_THAT(found("678", CountrySystem::gw), ElementsAre("yemen"));
  EXPECT_THAT(found("679", CountrySystem::cow), ElementsAre("yemen"));
  EXPECT_THAT(found("970", CountrySystem::cow), ElementsAre("nauru"));
  EXPECT_THAT(found("970", CountrySystem::gw), ElementsAre("kiribati"));
  EXPECT_THAT(found("340", CountrySystem::gw), ElementsAre("serbia"));
  EXPECT_THAT(found("89", CountrySystem::cow), IsEmpty());
  EXPECT_THAT(found("Prussia"), ElementsAre("prussia"));
}

TEST(Countries, AreAllGivenWhereANameMeansSeveral) {
  EXPECT_THAT(found("Korea"), ElementsAre("north-korea", "south-korea"));
  EXPECT_THAT(found("Congo").size(), 2u);
}

TEST(Countries, ThatAreGoneAreNotThoseOfToday) {
  for (const auto* name : {"Soviet Union", "USSR", "ソ連", "СССР", "UdSSR"})
    EXPECT_THAT(found(name), ElementsAre("soviet-union")) << name;
  EXPECT_THAT(found("FRG"), ElementsAre("germany", "west-germany"));
  EXPECT_THAT(found("Russia"), ElementsAre("russia"));
  EXPECT_THAT(found("365", CountrySystem::cow), ElementsAre("russia"));
}

TEST(Countries, AreNoPartsOfThemAndNoWords) {
  const Countries countries({});
  EXPECT_THAT(found("England"), IsEmpty());
  EXPECT_THAT(ids(countries.near("England")), ElementsAre("united-kingdom"));
  for (const auto* word : {"no", "No", "in", "is", "it", "us"}) EXPECT_THAT(found(word), IsEmpty());
  EXPECT_THAT(ids(countries.near("no")), ElementsAre("norway"));
  EXPECT_THAT(found("NO"), ElementsAre("norway"));
  EXPECT_THAT(found("jp"), ElementsAre("japan"));
}

TEST(Countries, AreNotGuessed) {
  for (const auto* text : {"Germny", "392", "", "Atlantis", "-", "NATO"})
    EXPECT_THAT(found(text), IsEmpty()) << text;
  const Countries countries({});
  EXPECT_THAT(ids(countries.near("Germny")), ElementsAre("germany"));
  EXPECT_THAT(ids(countries.near("Unted Kingdom")), ElementsAre("united-kingdom"));
  EXPECT_THAT(ids(countries.near("Frankriech")), ElementsAre("france"));
  EXPECT_THAT(ids(countries.near("Atlantis")), IsEmpty());
}

TEST(Countries, AreNamedInLanguagesThatHaveANameForThem) {
  const CountryNumber japan = Countries({}).find("JPN", CountrySystem::name_or_letters).at(0);
  EXPECT_EQ(Countries::name(japan, "en"), "Japan");
  EXPECT_EQ(Countries::name(japan, "zh-Hant"), "日本");
  EXPECT_EQ(Countries::name(japan, "tlh"), "");
}

TEST(CountryData, HasEveryCodeOnceAndKnowsWhatAliasesMean) {
  std::set<std::string_view> known;
  for (const Country& country : all_countries) {
    EXPECT_TRUE(known.insert(country.id).second) << country.id;
    for (const std::string_view code : {country.iso2, country.iso3}) {
      if (!code.empty()) {
        EXPECT_TRUE(known.insert(code).second) << code;
      }
    }
  }
  for (const CountryAlias& alias : country_aliases)
    for (const std::string_view id : split(alias.ids, '|')) EXPECT_TRUE(known.count(id)) << id;
  for (const auto member : {&Country::numeric, &Country::cow, &Country::gw}) {
    std::set<unsigned> numbers;
    for (const Country& country : all_countries) {
      if (country.*member != 0) {
        EXPECT_TRUE(numbers.insert(country.*member).second) << country.id;
      }
    }
  }
}

}  // namespace
}  // namespace entente
