/// Numbers and other typed values in tables.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/import.hpp>

#include "imported.hpp"
#include "support/folder.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Of lines of JSON, where values have types.
ImportResult imported_lines(const std::string& lines, const std::string& relation) {
  const test::Folder folder;
  return import_tables(
      {folder.write("t.jsonl", lines)},
      {R"({"format": "entente-mapping/1", "relation": {"type": "party_to", "from": {"country": )"
       R"("Japan"}, "to": {"id": "pact", "kind": "agreement"}, )" +
           relation + "}}",
       "map.json"},
      {});
}

TEST(Import, TakesNoNumberWithDecimalsForADate) {
  const std::string when = R"("when": {"from": "{d}"})";
  const ImportResult refused = imported_lines("{\"d\": 2010.1}\n{\"d\": 2010}\n", when);
  ASSERT_THAT(reasons(refused), ElementsAre("A1: bad-date"));
  EXPECT_THAT(refused.rejected[0].reason, HasSubstr("a number with decimals"));
  EXPECT_THAT(reasons(imported_lines("{\"d\": \"2010.5\"}\n{\"d\": \"2010,5\"}\n", when)),
              ElementsAre("A1: bad-date", "A2: bad-date"));
  EXPECT_THAT(reasons(imported_lines("{\"d\": 2010.0}\n", when)), IsEmpty());
}

TEST(Import, KeepsTheTypesOfTypedSources) {
  const ImportResult result = imported_lines(
      R"({"a": true, "b": 1.5e-9, "c": "12E5", "d": "TRUE"})"
      "\n",
      R"("attributes": {"a": "{a}", "b": "{b}", "c": "{c}", "d": "{d}", "e": {"text": "{a}"}})");
  ASSERT_THAT(reasons(result), IsEmpty());
  EXPECT_THAT(to_json(result.dossier.relations.at(0)),
              HasSubstr(R"("a": true, "b": 1.5e-09, "c": "12E5", "d": "TRUE", "e": "TRUE")"));
}

TEST(Import, RoundsNoIntegerOfManyDigits) {
  const std::string attributes = R"("attributes": {"v": "{v}"})";
  const auto value = [&](const std::string& json) {
    const std::string text =
        to_json(imported_lines("{\"v\": " + json + "}\n", attributes).dossier.relations.at(0));
    const std::size_t at = text.find("\"v\": ") + 5;
    return text.substr(at, text.find('}', at) - at);
  };
  const std::string many = "\"12345678901234567890123\"";
  EXPECT_EQ(value(many), many);
  EXPECT_EQ(value("12345678901234567890123"), many);
  EXPECT_EQ(value("\"18446744073709551615\""), "18446744073709551615");
  EXPECT_EQ(value("18446744073709551615"), "18446744073709551615");
  EXPECT_EQ(value("\"-9223372036854775808\""), "-9223372036854775808");
  EXPECT_EQ(value("1e22"), "1e+22");
  EXPECT_THAT(reasons(imported_lines("{\"v\": " + many + "}\n",
                                     R"("attributes": {"v": {"number": "{v}"}})")),
              ElementsAre("A1: bad-number"));
}

TEST(Import, SaysThatFractionsOfSecondsAreLeftOut) {
  const ImportResult result =
      imported_lines("{\"d\": \"1976-02-24T10:00:00.987Z\"}\n{\"d\": \"1976-02-25T10:00:00.5Z\"}\n",
                     R"("when": "{d}")");
  ASSERT_THAT(result.notes, ElementsAre(HasSubstr("fractions of seconds are left out")));
  EXPECT_THAT(result.notes[0], HasSubstr("A1 is '1976-02-24T10:00:00.987Z', as are 1 like it"));
}

TEST(Import, ReadsExponentsAsProgramsWriteThem) {
  const ImportResult result = imported(
      "a,b,c,d\n1.5e6,1E-05,12E5,12E5\n",
      R"("relation": {"type": "party_to", "from": {"country": "Japan"}, "to": {"id": "pact", )"
      R"("kind": "agreement"}, "attributes": {"a": "{a}", "b": "{b}", "c": "{c}", )"
      R"("d": {"number": "{d}"}}})");
  EXPECT_THAT(to_json(result.dossier.relations.at(0)),
              HasSubstr(R"("a": 1500000.0, "b": 1e-05, "c": "12E5", "d": 1200000.0)"));
}

TEST(Import, KeepsNumbersAsNumbers) {
  const ImportResult result = imported(
      "a,n,z\nJapan,12,007\n",
      R"("relation": {"type": "party_to", "from": {"country": "{a}"}, "to": {"id": "pact", "kind": "agreement"},
         "attributes": {"n": "{n}", "t": {"text": "{n}"}, "z": "{z}", "both": "{n} {z}"}})");
  EXPECT_THAT(to_json(result.dossier.relations.at(0)),
              HasSubstr(R"("attributes": {"both": "12 007", "n": 12, "t": "12", "z": "007"})"));
}

const std::string numbered =
    R"("relation": {"type": "party_to", "from": {"country": "{who}"}, "to": "pact", )"
    R"("attributes": {"share": "{share}"}}, "entities": [{"id": "pact", "kind": "agreement"}])";

/// The attributes `share`, one a relation.
std::vector<AttributeValue> values_of_share(const ImportResult& result) {
  std::vector<AttributeValue> all;
  for (const Relation& relation : result.dossier.relations)
    for (const auto& [name, value] : relation.attributes) all.push_back(value);
  return all;
}

TEST(Import, TellsWhatStandsAmongNumbersAndIsNone) {
  const ImportResult result =
      imported("who,share\nJapan,1\nPeru,NaN\nChile,2.5\nCuba,Inf\nHaiti,3\n",
               R"("tables": [{)" + numbered + "}]");
  EXPECT_THAT(result.notes,
              ElementsAre(HasSubstr("t.csv!B3 is 'NaN', as are 1 like it in the column 'share' of "
                                    "numbers, and stays a text; say what it stands for: "
                                    "\"columns\": {\"share\": {\"missing\": {\"NaN\": "
                                    "\"unknown\"}}}")));
}

TEST(Import, ReadsACommaBeforeDecimalsWhereTheMappingSaysSo) {
  const std::string table = "who,share\nJapan,\"1,5\"\nPeru,2\nChile,\"-0,25\"\n";
  const ImportResult unsaid = imported(table, R"("tables": [{)" + numbered + "}]");
  EXPECT_THAT(unsaid.notes, ElementsAre(HasSubstr("{\"decimal\": \",\"}} says so")));
  EXPECT_THAT(values_of_share(unsaid),
              ElementsAre(AttributeValue(Scalar("1,5")), AttributeValue(Scalar(std::int64_t{2})),
                          AttributeValue(Scalar("-0,25"))));
  const ImportResult said =
      imported(table, R"("tables": [{"columns": {"share": {"decimal": ","}}, )" + numbered + "}]");
  EXPECT_TRUE(said.notes.empty());
  EXPECT_THAT(values_of_share(said),
              ElementsAre(AttributeValue(Scalar(1.5)), AttributeValue(Scalar(std::int64_t{2})),
                          AttributeValue(Scalar(-0.25))));
}

TEST(Import, NeverTakesASignForThousandsForADecimalOne) {
  const std::string number =
      R"("tables": [{"relation": {"type": "party_to", "from": {"country": "{who}"}, "to": "pact", )"
      R"("attributes": {"share": {"number": "{share}"SIGN}}}}], )"
      R"("entities": [{"id": "pact", "kind": "agreement"}])";
  const auto hint = [&](const std::string& cell, const std::string& sign) {
    std::string members = number;
    members.replace(members.find("SIGN"), 4, sign);
    const ImportResult result = imported("who,share\nJapan,\"" + cell + "\"\n", members);
    return result.rejected.empty() ? "" : result.rejected.front().hint;
  };
  EXPECT_THAT(hint("1,500", ""), HasSubstr("is that comma before decimals?"));
  EXPECT_THAT(hint("1.234,5", R"(, "decimal": ",")"), HasSubstr("a sign for thousands?"));
  EXPECT_THAT(hint("1.234", R"(, "decimal": ",")"), HasSubstr("a sign for thousands?"));
  EXPECT_THAT(hint("n/a", ""), HasSubstr("{\"share\": {\"missing\": {\"n/a\""));
  EXPECT_EQ(hint("1,5", R"(, "decimal": ",")"), "");
  EXPECT_THROW(hint("1", R"(, "decimal": ";")"), DossierError);
}

}  // namespace
}  // namespace entente
