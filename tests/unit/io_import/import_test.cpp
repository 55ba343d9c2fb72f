#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/compression.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/import.hpp>

#include "imported.hpp"
#include "support/folder.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

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

std::vector<std::string> names_of(const ImportResult& result) {
  std::vector<std::string> names;
  for (const Entity& entity : result.dossier.entities)
    for (const LanguageNames& each : entity.names)
      for (const std::string& name : each.names) names.push_back(entity.id + ": " + name);
  return names;
}

TEST(Import, TellsCellsApartThatHoldASeparator) {
  const std::string separator = "\x1F";
  const ImportResult result = imported(
      "a,b\nx" + separator + "0y,z\nx,y" + separator + "0z\n",
      R"("entity": {"id": {"slug": "{a} {b}"}, "kind": "person", "names": {"en": "{a}"}})");
  EXPECT_THAT(names_of(result), ElementsAre("x-0y-z: x" + separator + "0y", "x-y-0z: x"));
}

TEST(Import, MakesTheEntityOfEitherEndOnce) {
  const std::string country =
      R"({"id": {"slug": "{a}"}, "kind": "country", "names": {"en": "{a}"}})";
  const std::string other = R"({"id": {"slug": "{b}"}, "kind": "country", "names": {"en": "{b}"}})";
  const ImportResult result =
      imported("a,b\nAnn,Bob\nBob,Ann\nBob,Cy\n",
               "\"entities\": [" + country + ", " + other +
                   R"(], "relation": {"type": "partner_of", "from": {"slug": "{a}"},)"
                   R"( "to": {"slug": "{b}"}})");
  ASSERT_THAT(reasons(result), IsEmpty());
  EXPECT_THAT(names_of(result), ElementsAre("ann: Ann", "bob: Bob", "cy: Cy", "t-csv: t.csv"));
  std::vector<std::string> ties;
  for (const Relation& tie : result.dossier.relations) ties.push_back(tie.from + " " + tie.to);
  EXPECT_THAT(ties, ElementsAre("ann bob", "bob ann", "bob cy"));
}

TEST(Import, MakesEntitiesOfTheirAddressesAnew) {
  const ImportResult result =
      imported("a,b\nAnn,Bob\nBob,Ann\n",
               R"("entities": [)"
               R"({"id": {"slug": "{a}"}, "kind": "person", "names": {"en": "{cell}"}},)"
               R"({"id": {"slug": "{b}"}, "kind": "person", "names": {"en": "{cell}"}}])");
  ASSERT_THAT(reasons(result), IsEmpty());
  EXPECT_THAT(names_of(result), ElementsAre("ann: A2", "ann: B3", "bob: B2", "bob: A3"));
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

TEST(Import, KeepsGephisTimesAndSaysWhatItLeaves) {
  const test::Folder folder;
  const std::string nodes = folder.write(
      "nodes.csv",
      "Id,Label,timeset,modularity_class\n1,Ann,\"<[2010-01-01, 2012-01-01]>\",3\n2,Bob,,3\n");
  const std::string edges = folder.write("edges.csv",
                                         "Source,Target,Type,Id,timeset,Weight,start,end,modality\n"
                                         "1,2,Directed,0,\"<[2010-01-01, 2011-01-01]>\",1,,,plan\n"
                                         "2,1,Directed,1,,1,2010,2012,\n");
  const ImportResult result =
      import_tables({nodes, edges}, {std::string(find_ready_mapping("gephi")->text), "gephi"}, {});
  ASSERT_THAT(reasons(result), IsEmpty());
  EXPECT_EQ(result.dossier.entities.at(0).when->text(), "2010-01-01/2012-01-01");
  EXPECT_EQ(result.dossier.relations.at(0).when->text(), "2010-01-01/2011-01-01");
  EXPECT_EQ(result.dossier.relations.at(0).modality, Modality::plan);
  EXPECT_EQ(result.dossier.relations.at(1).when->text(), "2010/2012");
  EXPECT_EQ(result.dossier.relations.at(1).modality, Modality::fact);
  EXPECT_THAT(result.notes, ElementsAre(HasSubstr("the column 'modularity_class' is not used")));
}

TEST(Import, FindsColumnsWithoutANameByTheirLetters) {
  const ImportResult result = imported(
      "State,Treaty\nJapan,Some Pact,2010\n",
      R"("relation": {"type": "party_to", "from": {"country": "{State}"}, "when": "{=C}", )"
      R"("to": {"id": {"slug": "{=B}"}, "kind": "agreement"}})");
  ASSERT_THAT(reasons(result), IsEmpty());
  EXPECT_EQ(result.dossier.relations.at(0).when->text(), "2010");
}

TEST(Import, RejectsNamesThatWouldBecomeOneId) {
  const auto made = [](const std::string& first, const std::string& second) {
    const ImportResult result = imported("n\n" + first + "\n" + second + "\n",
                                         R"("entity": {"id": {"slug": "{n}"}, "kind": "person"})");
    return result.rejected.empty() ? std::to_string(result.dossier.entities.size()) + " entities"
                                   : reasons(result).front();
  };
  for (const auto& [first, second] :
       std::vector<std::pair<std::string, std::string>>{{"Ann Lee", "ANN LEE"},
                                                        {"Ann Lee", "Ａｎｎ　Ｌｅｅ"},
                                                        {"カナ", "ｶﾅ"},
                                                        {"Müller", "Muller"},
                                                        {"Ёлка", "Елка"}})
    EXPECT_EQ(made(first, second), "A3: same-id") << first;
  // Composed or not, it is one name.
  EXPECT_EQ(made("José", "Jose\u0301"), "1 entities");
  // What Chinese and Japanese write differently are two names, and two ids.
  for (const auto& [first, second] : std::vector<std::pair<std::string, std::string>>{
           {"叶", "葉"}, {"后", "後"}, {"国", "國"}, {"范伟", "範偉"}})
    EXPECT_EQ(made(first, second), "2 entities") << first;
  EXPECT_EQ(imported("n\n首脳会談\n", R"("entity": {"id": {"slug": "{n}"}, "kind": "event"})")
                .dossier.entities.at(0)
                .id,
            "首脳会談");
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

TEST(Import, ReadsTablesWithoutAHeader) {
  EXPECT_THAT(reasons(imported(
                  "Japan,Pact\n",
                  R"("header": false, "relation": {"type": "party_to", "from": {"country": "{A}"},
                                  "to": {"id": {"slug": "{B}"}, "kind": "agreement"}})")),
              IsEmpty());
}

}  // namespace
}  // namespace entente
