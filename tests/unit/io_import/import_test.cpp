#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/compression.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/import.hpp>

#include "support/folder.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ImportResult imported(const std::string& table, const std::string& members,
                      Faulty faulty = Faulty::refused) {
  const test::Folder folder;
  ImportOptions options;
  options.faulty = faulty;
  return import_tables({folder.write("t.csv", table)},
                       {"{\"format\": \"entente-mapping/1\", " + members + "}", "map.json"},
                       options);
}

std::vector<std::string> reasons(const ImportResult& result) {
  std::vector<std::string> all;
  for (const RejectedRow& row : result.rejected) all.push_back(row.cell + ": " + row.code);
  return all;
}

std::string when_text(const std::string& table, const std::string& when) {
  const ImportResult result =
      imported(table, R"("relation": {"type": "party_to", "from": {"country": "Japan"}, )"
                      R"("to": {"id": "pact", "kind": "agreement"}, "when": )" +
                          when + "}");
  if (!result.rejected.empty()) return result.rejected.front().code;
  const auto& date = result.dossier.relations.at(0).when;
  return date ? date->text() : "undated";
}

const std::string ties =
    R"("relation": {"type": "party_to", "from": {"country": "{who}"}, )"
    R"("to": {"id": {"slug": "{what}"}, "kind": "agreement", "names": {"en": "{what}"}}})";

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
  EXPECT_THAT(reasons(imported_lines("{\"d\": \"2010.5\"}\n{\"d\": 2010.0}\n", when)), IsEmpty());
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

TEST(Import, ReadsCowAlliancesAsTheFormatDoes) {
  const std::string table =
      "version4id,ccode,state_name,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
      "mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente\n"
      "1,200,United Kingdom,1,1,1816,,,,1,1,1,0,1,0\n"
      "2,255,Germany,7,10,1879,3,11,1918,0,0,1,0,0,0\n";
  const test::Folder folder;
  const std::string file = folder.write("alliance_by_member.csv", table);
  const ImportResult result = import_tables(
      {file}, {std::string(find_ready_mapping("cow-alliances")->text), "cow-alliances"}, {});
  ASSERT_THAT(reasons(result), IsEmpty());
  const Dossier as_format = read_dossier({file}, {.format = "cow"});
  ASSERT_EQ(result.dossier.relations.size(), 2u);
  EXPECT_EQ(result.dossier.relations[0].when->text(), "[..1816-01-01]/..");
  for (std::size_t i = 0; i < 2; ++i)
    EXPECT_EQ(result.dossier.relations[i].when, as_format.relations[i].when) << i;
  const auto observed_through = [](const Dossier& dossier) {
    std::string days;
    for (const Entity& entity : dossier.entities)
      if (const auto* day = find_attribute(entity.attributes, "observed_through"))
        days += std::get<std::string>(std::get<Scalar>(*day));
    return days;
  };
  EXPECT_EQ(observed_through(result.dossier), "2012-12-31");
  EXPECT_EQ(observed_through(as_format), "2012-12-31");
}

TEST(Import, ReadsGephisDirectionsInAnyCase) {
  const test::Folder folder;
  const std::string nodes = folder.write("nodes.csv", "Id,Label\na,A\nb,B\n");
  const std::string edges = folder.write(
      "edges.csv", "Source,Target,Type,Id\na,b,directed,1\na,b,Undirected,2\na,b,Mutual,3\n");
  const ImportResult result =
      import_tables({nodes, edges}, {std::string(find_ready_mapping("gephi")->text), "gephi"}, {});
  ASSERT_THAT(reasons(result), IsEmpty());
  std::vector<std::string> types;
  for (const Relation& relation : result.dossier.relations) types.push_back(relation.type);
  EXPECT_THAT(types, ElementsAre("edge", "tie", "tie"));
}

TEST(Import, RejectsTheEndThatIsWrong) {
  const ImportResult result = imported(
      "a,b\n2010,2005\n2010,2011/2012\n",
      R"("relation": {"type": "party_to", "from": {"country": "Japan"}, "to": {"id": "pact", )"
      R"("kind": "agreement"}, "when": {"from": "{a}", "to": "{b}"}})");
  EXPECT_THAT(reasons(result), ElementsAre("B2: bad-date", "B3: bad-date"));
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

TEST(Import, TracesEveryRelationToItsCell) {
  const ImportResult result = imported("who,what\nJapan,Some Pact\n", ties);
  ASSERT_EQ(result.dossier.relations.size(), 1u);
  EXPECT_EQ(
      to_json(result.dossier.relations[0]),
      R"({"id": "t-2", "type": "party_to", "from": "japan", "to": "some-pact", "modality": "fact", )"
      R"("evidence": [{"source": "t-csv", "at": "t.csv!B2"}]})");
  EXPECT_EQ(result.rows, 1u);
}

TEST(Import, ReadsPackedTablesUnderTheNameOfWhatTheyHold) {
  const test::Folder folder;
  for (const std::string name : {"t.csv.gz", "t.csv.zst"}) {
    std::ostringstream out;
    CompressedOutput packed(out, compression_of(name));
    packed.stream() << "who,what\nJapan,Some Pact\n";
    packed.finish();
    const ImportResult result = import_tables(
        {folder.write(name, out.str())},
        {R"({"format": "entente-mapping/1", "file": "t.csv", )" + ties + "}", "map.json"}, {});
    EXPECT_TRUE(result.notes.empty()) << result.notes.front();
    EXPECT_EQ(result.dossier.relations.size(), 1U) << name;
  }
  std::string cut = "\x1F\x8B\x08";
  EXPECT_THROW(
      (void)import_tables({folder.write("cut.csv.gz", cut)},
                          {R"({"format": "entente-mapping/1", )" + ties + "}", "map.json"}, {}),
      DossierError);
}

TEST(Import, ReadsTheMappingOfTheDesign) {
  const ImportResult result = imported(
      "name,iso,yrent,moent,dayent,yrexit,moexit,dayexit\nJapan,JPN,1951,9,8,0,0,0\n"
      "Chile,CHL,1947,9,0,,,\nPeru,PER,1947,0,0,1990,1,2\n",
      R"("tables": [{"entity": {"id": {"slug": "{name}"}, "kind": "country", "names": {"en": "{name}"},
         "codes": {"iso3": "{iso}"}},
       "relation": {"type": "party_to", "from": {"slug": "{name}"}, "to": "pact",
         "when": {"from": "{yrent}-{moent}-{dayent}",
                  "to": {"value": "{yrexit}-{moexit}-{dayexit}", "0": "..", "": ""}},
         "evidence": {"source": "atop", "at": "{file}!{sheet}!{cell}"}}}],
       "entities": [{"id": "pact", "kind": "agreement", "names": {"en": ["Pact"]}}])");
  EXPECT_THAT(reasons(result), IsEmpty());
  std::vector<std::string> dates;
  for (const Relation& relation : result.dossier.relations) dates.push_back(relation.when->text());
  EXPECT_THAT(dates, ElementsAre("1951-09-08/..", "1947-09/", "1947/1990-01-02"));
  EXPECT_EQ(result.dossier.relations[0].evidence[0].at, "t.csv!A2");
}

TEST(Import, NeverMakesDatesMorePrecise) {
  EXPECT_EQ(when_text("d\n2010-00-00\n", "\"{d}\""), "2010");
  EXPECT_EQ(when_text("d\n01/02/1963\n", "\"{d}\""), "bad-date");
  EXPECT_EQ(when_text("d\n01/02/1963\n", R"({"date": "{d}", "order": "dmy"})"), "1963-02-01");
  EXPECT_EQ(when_text("d,x\n,1\n", "\"{d}\""), "undated");
  EXPECT_EQ(when_text("a,b\n1990,\n", R"({"from": "{a}", "to": "{b}"})"), "1990/");
  EXPECT_EQ(when_text("a,b\n1995,1990\n", R"({"from": "{a}", "to": "{b}"})"), "bad-date");
}

TEST(Import, KeepsWhatAMissingCodeSays) {
  const auto end = [](const std::string& meaning) {
    const ImportResult result = imported(
        "a,b\n1990,-9\n",
        "\"missing\": {\"-9\": \"" + meaning +
            "\"}, "
            R"("relation": {"type": "party_to", "from": {"country": "Japan"}, )"
            R"("to": {"id": "pact", "kind": "agreement"}, "when": {"from": "{a}", "to": "{b}"}})");
    return result.dossier.relations.at(0).when->text();
  };
  EXPECT_EQ(end("unknown"), "1990/");
  EXPECT_EQ(end("none"), "1990/..");
  EXPECT_EQ(end("not observed"), "1990/..");
}

TEST(Import, KeepsTheHorizonWithTheSource) {
  const ImportResult result =
      imported("who,what\nJapan,Pact\n", "\"observed_through\": \"2018-12-31\", " + ties);
  for (const Entity& entity : result.dossier.entities)
    if (entity.kind == "document") {
      EXPECT_THAT(to_json(entity), HasSubstr(R"("observed_through": "2018-12-31")"));
    }
}

TEST(Import, AsksWhatIsNotUnique) {
  const std::string table = "who,what\nKorea,Pact\nGermny,Pact\n392,Pact\n";
  const ImportResult result = imported(table, ties);
  EXPECT_THAT(reasons(result),
              ElementsAre("A2: ambiguous-country", "A3: unknown-country", "A4: ambiguous-country"));
  EXPECT_THAT(result.rejected[0].reason, HasSubstr("north-korea (PRK) or south-korea (KOR)"));
  EXPECT_THAT(result.rejected[1].hint, HasSubstr("germany (DEU)"));
  EXPECT_THAT(describe(result.rejected[1]),
              HasSubstr("t.csv:3:1: error: A3: 'Germny' is no country"));
  EXPECT_THAT(
      reasons(imported(
          table, R"("countries": {"Korea": "KR", "Germny": "Germany", "392": "JPN"}, )" + ties)),
      IsEmpty());
}

TEST(Import, NamesCountriesInTheLanguagesAskedForAndSaysWhichArePrinted) {
  const ImportResult result =
      imported("who,what\nJapon,Pact\nJapan,Pact2\n", R"("languages": ["en", "ja"], )" + ties);
  ASSERT_THAT(reasons(result), IsEmpty());
  std::string japan;
  for (const Entity& entity : result.dossier.entities)
    if (entity.id == "japan") japan = to_json(entity);
  EXPECT_EQ(
      japan,
      R"({"id": "japan", "kind": "country", "names": {"en": ["Japan"], "ja": ["日本"], "und": ["Japon"]}, )"
      R"("codes": {"iso3": "JPN"}, "attributes": {"names_not_printed": ["ja"]}})");
}

TEST(Import, TakesCountriesByNumber) {
  const ImportResult result =
      imported("who,what\n740,Pact\n",
               R"("relation": {"type": "party_to", "from": {"country": "{who}", "by": "cow"}, )"
               R"("to": {"id": "pact", "kind": "agreement"}})");
  ASSERT_THAT(reasons(result), IsEmpty());
  EXPECT_EQ(result.dossier.relations[0].from, "japan");
}

TEST(Import, TakesARowWholeOrNotAtAll) {
  const std::string table = "who,what\nJapan,Pact\nNowhere,Other\nPeru,Pact\n";
  EXPECT_EQ(imported(table, ties).rejected.size(), 1u);
  const ImportResult lenient = imported(table, ties, Faulty::left_out);
  EXPECT_EQ(lenient.dossier.relations.size(), 2u);
  for (const Entity& entity : lenient.dossier.entities) EXPECT_NE(entity.id, "other");
}

TEST(Import, RejectsWhatValidationRefuses) {
  const ImportResult result = imported(
      "a,t\nJapan,party_too\nPeru,party_to\n",
      R"("relation": {"type": "{t}", "from": {"country": "{a}"}, "to": {"id": "pact", "kind": "agreement"}})",
      Faulty::left_out);
  ASSERT_EQ(result.rejected.size(), 1u);
  EXPECT_EQ(result.rejected[0].code, "unknown-type");
  EXPECT_THAT(result.rejected[0].hint, HasSubstr("party_to"));
  EXPECT_EQ(result.rejected[0].line, 2u);
  EXPECT_EQ(result.dossier.relations.size(), 1u);
}

TEST(Import, RejectsEndsThatNothingMakes) {
  const ImportResult result =
      imported("a,b\nJapan,pact\n",
               R"("relation": {"type": "party_to", "from": {"country": "{a}"}, "to": "{b}"})");
  ASSERT_EQ(result.rejected.size(), 1u);
  EXPECT_EQ(result.rejected[0].cell, "B2");
}

TEST(Import, DoesNotMakeOneOfTwoNames) {
  const std::string people =
      R"("entity": {"id": {"slug": "{n}"}, "kind": "person", "names": {"en": "{n}"}})";
  EXPECT_THAT(reasons(imported("n\nMüller\nMuller\n", people)), ElementsAre("A3: same-id"));
  EXPECT_THAT(reasons(imported("n\nNATO\nNato\n", people)), IsEmpty());
}

TEST(Import, RejectsRowsThatContradict) {
  const std::string people =
      R"("entity": {"id": {"slug": "{n}"}, "kind": "person", "names": {"en": "{n}"}, "attributes": {"born": "{b}"}})";
  EXPECT_THAT(reasons(imported("n,b\nAda,1815\nAda,1816\n", people)),
              ElementsAre("A3: contradiction"));
}

TEST(Import, SplitsCellsAndKnowsTheParts) {
  const ImportResult result =
      imported("who,what\nJapan; Peru ;Chile,Pact\n", R"("split": {"who": ";"}, )" + ties);
  ASSERT_THAT(reasons(result), IsEmpty());
  ASSERT_EQ(result.dossier.relations.size(), 3u);
  EXPECT_EQ(result.dossier.relations[2].id, "t-2-3");
  EXPECT_EQ(result.dossier.relations[2].from, "chile");
}

TEST(Import, PassesOverRowsThatAConditionExcludes) {
  EXPECT_EQ(imported("who,what,k\nJapan,Pact,1\nPeru,Pact,2\nPeru,Pact,\n",
                     R"("where": {"k": {"not": ["", "2"]}}, )" + ties)
                .dossier.relations.size(),
            1u);
}

TEST(Import, JoinsAnotherTableByAKey) {
  const test::Folder folder;
  const std::vector<std::string> files = {
      folder.write("ties.csv", "who,what\n1,Pact\n2,Pact\n9,Pact\n"),
      folder.write("names.csv", "code,name\n1,Japan\n2,Peru\n")};
  const ImportResult result =
      import_tables(files, {R"({"format": "entente-mapping/1", "tables": [{"file": "ties.csv",
        "join": {"c": {"file": "names.csv", "key": "code", "on": "{who}"}},
        "relation": {"type": "party_to", "from": {"country": "{c.name}"}, "to": {"id": "pact", "kind": "agreement"}}}]})",
                            "map.json"});
  EXPECT_THAT(reasons(result), ElementsAre("A4: no-match"));
  EXPECT_EQ(result.dossier.relations.size(), 2u);
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

TEST(Import, TakesEveryRowOfALongTableHoweverUnevenItIs) {
  // Its beginning says little of how many rows there are.
  constexpr int row_count = 12'000;
  std::string table = "who,share\n";
  for (int i = 0; i < row_count; ++i)
    table += "Japan," + (i < row_count / 2 ? std::string(200, 'x') : std::to_string(i)) + "\n";
  const ImportResult result = imported(table, R"("tables": [{)" + numbered + "}]");
  ASSERT_EQ(result.dossier.relations.size(), static_cast<std::size_t>(row_count));
  EXPECT_EQ(result.dossier.relations.front().id, "t-2");
  EXPECT_EQ(result.dossier.relations.back().attributes.front().second,
            AttributeValue(Scalar(std::int64_t{row_count - 1})));
}

TEST(Import, KnowsCountriesByTheirFullNamesInOtherScripts) {
  const ImportResult result =
      imported("who,share\n大韓民国,1\n中华人民共和国,2\n", R"("tables": [{)" + numbered + "}]");
  ASSERT_EQ(result.dossier.relations.size(), 2u);
  EXPECT_EQ(result.dossier.relations[0].from, "south-korea");
  EXPECT_EQ(result.dossier.relations[1].from, "china");
}

TEST(Import, RefusesColumnsThatAreNotThere) {
  try {
    static_cast<void>(imported("whom,what\nJapan,Pact\n", ties));
    FAIL();
  } catch (const DossierError& error) {
    EXPECT_THAT(error.what(), HasSubstr("map.json:1:"));
    EXPECT_THAT(error.what(), HasSubstr("did you mean 'whom'?"));
  }
}

TEST(Import, RejectsCellsBehindTheLastColumn) {
  EXPECT_THAT(reasons(imported("who,what\nJapan,Pact,x\n", ties)),
              ElementsAre("C2: too-many-cells"));
  EXPECT_THAT(reasons(imported("who,what,\nJapan,Pact,\n", ties)), IsEmpty());
}

TEST(Import, ReadsTablesWithoutAHeader) {
  EXPECT_THAT(reasons(imported(
                  "Japan,Pact\n",
                  R"("header": false, "relation": {"type": "party_to", "from": {"country": "{A}"},
                                  "to": {"id": {"slug": "{B}"}, "kind": "agreement"}})")),
              IsEmpty());
}

TEST(ImportReport, ListsRejectedRowsAsJson) {
  const ImportResult result = imported("who,what\nKorea,Pact\n", ties);
  EXPECT_THAT(to_json(result), HasSubstr(R"({"read": 1, "records": )"));
  EXPECT_THAT(to_json(result),
              HasSubstr(R"("cell": "A2", "value": "Korea", "code": "ambiguous-country")"));
}

}  // namespace
}  // namespace entente
