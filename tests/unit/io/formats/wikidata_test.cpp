#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foreign_text.hpp"
#include "io/formats/records/wikidata_terms.hpp"

namespace entente {
namespace {

using test::problems_of;
using test::read_foreign_text;
using test::records_of;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view gregorian = "http://www.wikidata.org/entity/Q1985727";
constexpr std::string_view julian_calendar = "http://www.wikidata.org/entity/Q1985786";

TEST(WikidataDate, IsNoMorePreciseThanItSays) {
  EXPECT_EQ(wikidata_date("+1995-01-01T00:00:00Z", 9, gregorian), "1995");
  EXPECT_EQ(wikidata_date("+1995-03-00T00:00:00Z", 10, gregorian), "1995-03");
  EXPECT_EQ(wikidata_date("+1995-03-07T00:00:00Z", 11, gregorian), "1995-03-07");
  EXPECT_EQ(wikidata_date("+1990-00-00T00:00:00Z", 8, gregorian), "199X");
  EXPECT_EQ(wikidata_date("+1950-00-00T00:00:00Z", 7, gregorian), "[1901..2000]");
  EXPECT_EQ(wikidata_date("+2000-00-00T00:00:00Z", 7, gregorian), "[1901..2000]");
  EXPECT_EQ(wikidata_date("+1500-00-00T00:00:00Z", 6, gregorian), "[1001..2000]");
}

TEST(WikidataDate, CountsYearsBeforeOneWithAYearZero) {
  EXPECT_EQ(wikidata_date("-0044-03-15T00:00:00Z", 9, gregorian), "-0043");
  EXPECT_EQ(wikidata_date("-0001-00-00T00:00:00Z", 9, gregorian), "0000");
}

TEST(WikidataDate, BringsTheJulianCalendarToOurs) {
  EXPECT_EQ(wikidata_date("+1582-10-04T00:00:00Z", 11, julian_calendar), "1582-10-14");
  EXPECT_EQ(wikidata_date("+1917-10-25T00:00:00Z", 11, julian_calendar), "1917-11-07");
  EXPECT_EQ(wikidata_date("-0044-03-15T00:00:00Z", 11, julian_calendar), "-0043-03-13");
  EXPECT_EQ(wikidata_date("+1917-02-00T00:00:00Z", 10, julian_calendar),
            "[1917-02-14..1917-03-13]");
  EXPECT_EQ(wikidata_date("+1917-02-00T00:00:00Z", 9, julian_calendar), "1917");
}

TEST(WikidataDate, IsNothingWhereEdtfHasNoWord) {
  for (const char* time : {"", "+", "+12345-01-01T00:00:00Z", "+1995", "x", "-0000-01-01"})
    EXPECT_EQ(wikidata_date(time, 11, gregorian), "") << time;
  EXPECT_EQ(wikidata_date("+1995-13-01T00:00:00Z", 11, gregorian), "");
  EXPECT_EQ(wikidata_date("-10000-00-00T00:00:00Z", 4, gregorian), "");
}

std::string time_snak(const std::string& property, const std::string& time, int precision) {
  return R"({"snaktype": "value", "property": ")" + property +
         R"(", "datavalue": {"type": "time", "value": {"time": ")" + time + R"(", "precision": )" +
         std::to_string(precision) +
         R"(, "calendarmodel": "http://www.wikidata.org/entity/Q1985727"}}, "datatype": "time"})";
}

std::string item_snak(const std::string& property, const std::string& item) {
  return R"({"snaktype": "value", "property": ")" + property +
         R"(", "datavalue": {"type": "wikibase-entityid", "value": {"entity-type": "item", "id": ")" +
         item + R"("}}, "datatype": "wikibase-item"})";
}

std::string bare_snak(const std::string& property, const std::string& kind) {
  return R"({"snaktype": ")" + kind + R"(", "property": ")" + property + "\"}";
}

std::string claim(const std::string& id, const std::string& snak, const std::string& more = "") {
  return R"({"mainsnak": )" + snak + R"(, "type": "statement", "id": ")" + id + "\"" + more +
         (more.find("\"rank\"") == more.npos ? R"(, "rank": "normal")" : "") + "}";
}

std::string item(const std::string& id, const std::string& claims) {
  return R"({"type": "item", "id": ")" + id +
         R"(", "labels": {"en": {"language": "en", "value": "Name of )" + id +
         R"("}, "zh-hant": {"language": "zh-hant", "value": "名"}}, "aliases": {"en": [{"language": "en", "value": "N"}]}, "claims": {)" +
         claims + "}}";
}

TEST(Wikidata, ReadsClaimsWithTheirQualifiersAndReferences) {
  const std::string reference =
      R"(, "references": [{"snaks": {"P854": [{"snaktype": "value", "property": "P854", "datavalue": {"type": "string", "value": "https://example.org"}}]}}])";
  const std::string held =
      claim("Q1$a", item_snak("P39", "Q2"),
            R"(, "qualifiers": {"P580": [)" + time_snak("P580", "+2001-05-00T00:00:00Z", 10) +
                R"(], "P582": [)" + bare_snak("P582", "novalue") + "]}" + reference);
  const CheckedDossier read = read_foreign_text(
      R"({"entities": {"Q1": )" +
          item("Q1", R"("P31": [)" + claim("x", item_snak("P31", "Q5")) + R"(], "P39": [)" + held +
                         R"(], "P569": [)" +
                         claim("y", time_snak("P569", "+1950-00-00T00:00:00Z", 9)) +
                         R"(], "P570": [)" + claim("z", bare_snak("P570", "somevalue")) +
                         R"(], "P22": [)" + claim("f", bare_snak("P22", "somevalue")) +
                         R"(], "P26": [)" + claim("g", bare_snak("P26", "novalue")) + "]") +
          "}}",
      "q.json");
  EXPECT_EQ(problems_of(read), "");
  EXPECT_EQ(
      records_of(read.dossier),
      R"({"entity": {"id": "Q1", "kind": "person", "names": {"en": ["Name of Q1", "N"], "zh-Hant": ["名"]}, "when": "1950/", "codes": {"wikidata": "Q1"}, "attributes": {"instance_of": "Q5", "none": "P26", "unknown": ["P570", "P22"]}}}
{"entity": {"id": "Q2", "kind": "post"}}
{"entity": {"id": "source-1", "kind": "document", "attributes": {"url": "https://example.org"}}}
{"relation": {"id": "Q1$a", "type": "holds_post", "from": "Q1", "to": "Q2", "when": "2001-05/..", "modality": "fact", "evidence": [{"source": "source-1"}]}}
)");
}

TEST(Wikidata, KeepsUnknownAndNoneApart) {
  const auto ends = [](const std::string& start, const std::string& end) {
    const CheckedDossier read = read_foreign_text(
        item("Q1", R"("P463": [)" +
                       claim("Q1$a", item_snak("P463", "Q2"),
                             R"(, "qualifiers": {"P580": [)" + bare_snak("P580", start) +
                                 R"(], "P582": [)" + bare_snak("P582", end) + "]}") +
                       "]"),
        "q.json");
    return read.dossier.relations.at(0).when->text();
  };
  EXPECT_EQ(ends("somevalue", "novalue"), "/..");
  EXPECT_EQ(ends("novalue", "somevalue"), "../");
  EXPECT_EQ(ends("somevalue", "somevalue"), "/");
}

TEST(Wikidata, ReadsLinesAndLists) {
  const std::string line =
      item("Q1", R"("P9999": [)" + claim("Q1$a", item_snak("P9999", "Q2")) + "]");
  const std::string deprecated =
      item("Q3", R"("P26": [)" +
                     claim("Q3$a", item_snak("P26", "Q1"), R"(, "rank": "deprecated")") + "]");
  for (const std::string& text :
       {line + "\n" + deprecated + "\n", "[" + line + ",\n" + deprecated + "]"}) {
    const CheckedDossier read = read_foreign_text(text, "q.json");
    EXPECT_EQ(problems_of(read), "");
    EXPECT_THAT(records_of(read.dossier),
                HasSubstr(R"("id": "Q1$a", "type": "P9999", "from": "Q1", "to": "Q2")"));
    EXPECT_THAT(
        records_of(read.dossier),
        HasSubstr(
            R"("modality": "claim", "attributes": {"rank": "deprecated", "relationship": "spouse"})"));
    EXPECT_TRUE(read.vocabulary.find_type("P9999"));
  }
}

TEST(Wikidata, SurvivesWhatIsNoItem) {
  for (
      const char* text :
      {R"({"entities": {"Q1": {"labels": 1, "claims": []}}})",
       R"({"labels": {}, "claims": {"P31": [{}], "P39": [{"mainsnak": 3}], "P1": 4}, "id": "Q1"})",
       R"({"id": "Q1", "labels": [], "claims": {"P569": [{"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"value": {"time": 3, "precision": "x"}}}}]}})"})
    EXPECT_EQ(problems_of(read_foreign_text(text, "q.json", "wikidata")), "") << text;
  EXPECT_THAT(
      problems_of(read_foreign_text(R"({"entities": {"Q1": {"id": )", "q.json", "wikidata")),
      HasSubstr("q.json:1:28 bad-json"));
}

}  // namespace
}  // namespace entente
