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

TEST(Countries, AreAllGivenWhereANameMeansSeveral) {
  EXPECT_THAT(found("Korea"), ElementsAre("north-korea", "south-korea"));
  EXPECT_THAT(found("Congo").size(), 2u);
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
