/// The members that JSON answers promise to scripts, verb by verb.

#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/tool.hpp"

namespace entente::test {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* seed = "data/japan-nato";

Json answer(std::vector<std::string> words, int status = 0) {
  words.insert(words.begin() + 1, seed);
  words.insert(words.end(), {"--format", "json"});
  const Outcome outcome = run_tool(words);
  EXPECT_EQ(outcome.status, status) << outcome.err;
  return Json::parse(outcome.out);
}

std::vector<std::string> members(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

using Names = std::vector<std::string>;

void expect_row(const Json& row) {
  Names expected = {"relation",  "type", "from",      "to",       "when",       "modality",
                    "certainty", "why",  "qualified", "evidence", "attributes", "sentence"};
  if (row.contains("from_name")) {
    expected.insert(expected.begin() + 3, "from_name");
    expected.insert(expected.begin() + 5, "to_name");
  }
  EXPECT_EQ(members(row), expected);
  EXPECT_TRUE(row["why"].is_null() || row["certainty"] == "possible") << row;
  if (!row["when"].is_null()) {
    EXPECT_EQ(members(row["when"]), (Names{"edtf", "earliest", "latest", "start", "end",
                                           "qualified", "inferred_from", "inferred_end"}));
    EXPECT_EQ(row["when"]["inferred_from"].is_null(), row["when"]["inferred_end"].is_null());
    EXPECT_TRUE(row["when"]["qualified"].is_boolean());
    for (const char* end : {"start", "end"}) {
      const std::string state = row["when"][end];
      EXPECT_TRUE(state == "known" || state == "open" || state == "unknown") << state;
    }
  }
  const std::string certainty = row["certainty"];
  EXPECT_TRUE(certainty == "certain" || certainty == "possible");
  for (const Json& piece : row["evidence"])
    for (const char* name : {"source", "at", "asserted_by"}) EXPECT_TRUE(piece.contains(name));
  EXPECT_TRUE(row["attributes"].is_object());
  EXPECT_TRUE(row["sentence"].is_string());
}

void expect_rows(const Json& rows) {
  ASSERT_TRUE(rows.is_array());
  for (const Json& row : rows) expect_row(row);
}

/// Every answer ends with the selection as understood and what it rests on.
Names with_common(Names names) {
  names.insert(names.end(), {"selection", "counts", "notes"});
  return names;
}

TEST(Json, EveryAnswerCarriesItsSelectionAndCounts) {
  const Json found = answer({"info", "--as-of", "2023-07-12", "--type", "party_to,met_with",
                             "--certain", "--direction", "out"});
  const Json& selection = found["selection"];
  EXPECT_EQ(selection["as_of"], "2023-07-12");
  EXPECT_EQ(selection["types"], (Json{"party_to", "met_with"}));
  EXPECT_EQ(selection["certain"], true);
  EXPECT_EQ(selection["direction"], "out");
  EXPECT_TRUE(selection["during"].is_null());
  EXPECT_EQ(members(found["counts"]), (Names{"certain", "possible", "undated"}));
  EXPECT_EQ(found["counts"]["possible"], 0);
}

TEST(Json, SelectionsListEveryOption) {
  const Json selection = answer({"info"})["selection"];
  EXPECT_EQ(members(selection),
            (Names{"as_of", "during", "throughout", "known_at", "observed_through", "certain",
                   "types", "kinds", "modalities", "sources", "direction", "inference", "isolated",
                   "undated", "presume_lasting", "attested_within"}));
}

TEST(Json, CutsAskedForAreNoted) {
  const Json found = answer({"rank", "--top", "3"});
  const Json& note = found["notes"].at(0);
  EXPECT_EQ(members(note), (Names{"code", "text", "count", "relations"}));
  EXPECT_EQ(note["code"], "left-out");
  EXPECT_EQ(note["count"].get<std::size_t>() + 3, answer({"rank"})["rows"].size());
  EXPECT_TRUE(answer({"rank"})["notes"].empty());
  // A limit nobody asked for is a fault, one that was asked for none.
  const Json paths = answer({"path", "japan", "nato", "--max-hops", "3", "--limit", "2"});
  EXPECT_EQ(paths["paths"].size(), 2U);
  EXPECT_EQ(paths["notes"].at(0)["code"], "left-out");
}

TEST(Json, CountsAreOfTheRelationsOfTheEntitiesInTheAnswer) {
  const auto total = [](const Json& found) {
    return found["counts"]["certain"].get<std::size_t>() +
           found["counts"]["possible"].get<std::size_t>();
  };
  const std::size_t of_japan = answer({"show", "japan"})["relations"].size();
  EXPECT_EQ(total(answer({"show", "japan"})), of_japan);
  EXPECT_GE(total(answer({"neighbors", "japan"})), of_japan);
  EXPECT_EQ(total(answer({"timeline", "japan"})), of_japan);
  EXPECT_EQ(total(answer({"rank"})), total(answer({"info"})));
}

TEST(Json, SourcesOfTheSelectionAreIdsHoweverTheyWereNamed) {
  const Json found = answer({"info", "--source", "Text of the Japan-NATO IPCP"});
  EXPECT_EQ(found["selection"]["sources"], (Json{"doc-004"}));
}

TEST(Json, FindListsMatches) {
  const Json found = answer({"find", "ITPP"});
  EXPECT_EQ(members(found), with_common({"matches"}));
  ASSERT_EQ(found["matches"].size(), 2U);
  EXPECT_EQ(members(found["matches"][0]), (Names{"entity", "kind", "name", "matched", "how"}));
  EXPECT_EQ(found["matches"][0]["how"], "exact");
}

TEST(Json, ShowGivesTheRecordAndItsRelations) {
  const Json found = answer({"show", "nato", "--type", "party_to", "--as-of", "2013-06-30"});
  EXPECT_EQ(members(found), with_common({"entity", "relations"}));
  EXPECT_EQ(found["entity"]["id"], "nato");
  EXPECT_EQ(found["entity"]["names"]["en"][0], "NATO");
  expect_rows(found["relations"]);
  EXPECT_EQ(found["counts"]["certain"].get<std::size_t>() +
                found["counts"]["possible"].get<std::size_t>(),
            found["relations"].size());
}

TEST(Json, NeighborsComeWithDistanceAndRelations) {
  const Json found = answer({"neighbors", "yoon-suk-yeol", "--type", "met_with", "--depth", "2"});
  EXPECT_EQ(members(found), with_common({"neighbors"}));
  ASSERT_EQ(found["neighbors"].size(), 2U);
  EXPECT_EQ(members(found["neighbors"][0]),
            (Names{"entity", "kind", "name", "distance", "relations"}));
  EXPECT_EQ(found["neighbors"][1]["distance"], 2);
  expect_rows(found["neighbors"][1]["relations"]);
}

TEST(Json, PathsAreToldStepByStep) {
  const Json found = answer({"path", "尹锡悦", "马克龙", "--type", "met_with"});
  EXPECT_EQ(members(found), with_common({"paths"}));
  const Json& path = found["paths"].at(0);
  EXPECT_EQ(members(path),
            (Names{"length", "cost", "entities", "steps", "certainty", "why", "span"}));
  EXPECT_EQ(path["length"], 3);
  EXPECT_EQ(path["entities"].size(), 4U);
  EXPECT_EQ(path["steps"].size(), 3U);
  expect_rows(path["steps"]);
  EXPECT_TRUE(path["span"].is_null()) << "three meetings on three days";
  EXPECT_TRUE(
      answer({"path", "japan", "nato", "--type", "party_to"})["paths"][0]["span"].contains("edtf"));
}

TEST(Json, CommonTiesCarryTheirRelations) {
  const Json found =
      answer({"common", "japan", "nato", "--kind", "country,organisation,agreement"});
  EXPECT_EQ(members(found), with_common({"common"}));
  EXPECT_EQ(members(found["common"][0]),
            (Names{"entity", "kind", "name", "certainty", "why", "span", "relations"}));
  for (const Json& shared : found["common"]) expect_rows(shared["relations"]);
}

TEST(Json, RankingsPrintEveryRowUnlessToldOtherwise) {
  const Json found = answer({"rank", "--by", "pagerank"});
  EXPECT_EQ(members(found), with_common({"measure", "rows"}));
  EXPECT_EQ(found["measure"], "pagerank");
  EXPECT_EQ(members(found["rows"][0]), (Names{"rank", "entity", "name", "score"}));
  EXPECT_EQ(answer({"rank", "--by", "pagerank", "--top", "3"})["rows"].size(), 3U);
}

TEST(Json, ProjectionsAreRecordedWhereAnOptionChoosesThem) {
  const auto projection = [](std::vector<std::string> call) {
    call.insert(call.end(), {"--format", "json"});
    return nlohmann::json::parse(run_tool(call).out)["projection"];
  };
  const nlohmann::json shared = {{"parallels", "merged"},
                                 {"weighting", "count"},
                                 {"attribute", nullptr},
                                 {"fold", nullptr},
                                 {"over", {"agreement"}}};
  EXPECT_EQ(projection({"rank", seed, "--by", "strength", "--over", "agreement"}), shared);
  EXPECT_EQ(projection({"series", seed, "strength", "--over", "agreement"}), shared);
  EXPECT_EQ(projection({"groups", seed, "--over", "agreement"})["weighting"], "unit");
  EXPECT_EQ(projection({"rank", seed, "--multi"})["parallels"], "kept");
}

TEST(Json, EveryMeasureRanksAndMakesASeries) {
  for (const char* measure :
       {"degree", "strength", "closeness", "harmonic", "betweenness", "edge-betweenness",
        "eigenvector", "pagerank", "katz", "hits", "core", "constraint", "clustering"}) {
    SCOPED_TRACE(measure);
    EXPECT_FALSE(answer({"rank", "--by", measure, "--top", "1"})["rows"].empty());
    const Json found = answer({"series", measure, "--during", "2022/2023"});
    EXPECT_EQ(found["measure"], measure);
    EXPECT_FALSE(found["points"].empty());
  }
}

TEST(Json, ScoresOfTiesNameBothEndsAndNoEntity) {
  const Json row = answer({"rank", "--by", "edge-betweenness", "--top", "1"})["rows"][0];
  EXPECT_EQ(members(row), (Names{"rank", "entity", "from", "from_name", "to", "to_name", "score"}));
  EXPECT_TRUE(row["entity"].is_null());
  const Json points =
      answer({"series", "edge-betweenness", "--during", "2023", "--entity", "japan"})["points"];
  ASSERT_FALSE(points.empty());
  for (const Json& point : points) {
    EXPECT_EQ(members(point), (Names{"period", "entity", "from", "from_name", "to", "to_name",
                                     "value", "certain"}));
    EXPECT_TRUE(point["entity"].is_null());
    EXPECT_TRUE(point["from"] == "japan" || point["to"] == "japan") << point;
    EXPECT_LE(point["certain"], 1);
  }
}

TEST(Json, TheNumberOfThreadsChangesNoAnswer) {
  const auto ranked = [](const char* threads) {
    return answer({"rank", "--by", "betweenness", "--threads", threads});
  };
  EXPECT_EQ(ranked("1"), ranked("3"));
}

TEST(Json, PathsAvoidTypes) {
  const auto types_along = [](const Json& found) {
    std::set<std::string> types;
    for (const Json& step : found["paths"][0]["steps"]) types.insert(step["type"]);
    return types;
  };
  const auto walked = types_along(answer({"path", "japan", "france"}));
  ASSERT_FALSE(walked.empty());
  const std::string avoided = *walked.begin();
  const Json around = answer({"path", "japan", "france", "--avoid-type", avoided});
  EXPECT_EQ(types_along(around).count(avoided), 0U);
  EXPECT_GE(around["paths"][0]["length"], 1);
}

TEST(Json, ExplainedRankingsNameTheirRelations) {
  const Json found = answer({"rank", "--by", "betweenness", "--top", "2", "--explain"});
  for (const Json& row : found["rows"]) {
    EXPECT_EQ(members(row), (Names{"rank", "entity", "name", "score", "relations"}));
    ASSERT_FALSE(row["relations"].empty());
    expect_rows(row["relations"]);
    for (const Json& relation : row["relations"])
      EXPECT_TRUE(relation["from"] == row["entity"] || relation["to"] == row["entity"]);
  }
}

TEST(Json, ComponentsAreLists) {
  const Json found = answer({"components", "--type", "met_with"});
  EXPECT_EQ(members(found), with_common({"groups"}));
  EXPECT_TRUE(found["groups"][0][0].is_string());
}

TEST(Json, BridgesAreRowsAndCutVerticesIds) {
  const Json found = answer({"components", "--bridges", "--type", "met_with"});
  EXPECT_EQ(members(found), with_common({"bridges"}));
  EXPECT_EQ(found["bridges"].size(), 3U);
  expect_rows(found["bridges"]);
  // Of relations one by one, ties of several are no bridges.
  const std::size_t ties = answer({"components", "--bridges"})["bridges"].size();
  EXPECT_LT(answer({"components", "--bridges", "--multi"})["bridges"].size(), ties);
  EXPECT_EQ(answer({"components", "--cut-vertices", "--type", "met_with"})["cut_vertices"],
            (Json{"jens-stoltenberg", "kishida-fumio"}));
  EXPECT_EQ(answer({"components", "--biconnected", "--type", "met_with"})["groups"].size(), 3U);
}

TEST(Json, StrongComponentsAreOfDirectedRelations) {
  const Json found = answer({"components", "--strong", "--type", "supersedes"});
  EXPECT_EQ(found["selection"]["direction"], "out");
  for (const Json& group : found["groups"]) EXPECT_EQ(group.size(), 1U);
}

TEST(Json, GroupsComeWithTheirModularity) {
  const Json found = answer({"groups", "--kind", "country,organisation,person"});
  EXPECT_EQ(members(found), with_common({"groups", "modularity"}));
  EXPECT_TRUE(found["modularity"].is_number());
}

TEST(Json, GroupsCountTriadsIfAsked) {
  const Json found = answer({"groups", "--census", "--type", "met_with"});
  EXPECT_EQ(members(found), with_common({"census"}));
  EXPECT_EQ(found["census"].size(), 16U);
  EXPECT_EQ(found["selection"]["direction"], "out");
  EXPECT_EQ(found["census"]["021C"], 0) << "meetings are symmetric";
  EXPECT_GT(found["census"]["201"], 0);
}

TEST(Json, InfoTellsWhichKindsAreTied) {
  const Json found = answer({"info", "--mixing", "kind", "--type", "met_with"});
  EXPECT_EQ(members(found), with_common({"mixing"}));
  EXPECT_EQ(members(found["mixing"]), (Names{"assortativity", "pairs"}));
  EXPECT_EQ(members(found["mixing"]["pairs"][0]), (Names{"from", "to", "ties"}));
}

TEST(Json, BalanceCountsSignedTriads) {
  const Json found = answer({"balance"});
  EXPECT_EQ(members(found), with_common({"triads", "share", "balanced", "total"}));
  EXPECT_EQ(members(found["triads"][0]), (Names{"entities", "negative", "balanced", "certainty"}));
}

TEST(Json, PathBoundsBracketTheTruth) {
  const Json found = answer({"path", "yoon-suk-yeol", "kishida-fumio", "--type", "met_with",
                             "--during", "2023-07", "--bounds"});
  EXPECT_EQ(found["bounds"], (Json{{"certain", 2}, {"possible", 2}}));
}

TEST(Json, LineageIsAChain) {
  const Json found = answer({"lineage", "japan-nato-itpp-2023", "--as-of", "2019-06-30"});
  EXPECT_EQ(members(found), with_common({"chain"}));
  EXPECT_EQ(members(found["chain"][0]), (Names{"entity", "in_force", "relations"}));
  EXPECT_EQ(found["chain"][0]["entity"], "japan-nato-itpp-2023");
  EXPECT_EQ(found["chain"][0]["in_force"], "no");
  expect_rows(found["chain"][0]["relations"]);
}

TEST(Json, TimelinesAreRows) {
  const Json found = answer({"timeline", "japan", "nato"});
  EXPECT_EQ(members(found), with_common({"rows"}));
  expect_rows(found["rows"]);
}

TEST(Json, DifferencesListWhatChanged) {
  const Json found = answer({"diff", "2022-12-31", "2023-12-31"});
  EXPECT_EQ(members(found), with_common({"appeared", "ended", "happened", "persisted"}));
  expect_rows(found["appeared"]);
  EXPECT_TRUE(found["persisted"].is_number_integer());
}

TEST(Json, SeriesArePoints) {
  const Json found = answer({"series", "relations", "--during", "2022/2023"});
  EXPECT_EQ(members(found), with_common({"measure", "points"}));
  ASSERT_EQ(found["points"].size(), 2U);
  EXPECT_EQ(found["points"][0]["period"], "2022");
  EXPECT_TRUE(found["points"][0]["entity"].is_null());
}

TEST(Json, InfoCounts) {
  const Json found = answer({"info"});
  for (const char* name : {"entities", "relations", "languages", "span", "sources"})
    EXPECT_TRUE(found.contains(name)) << name;
  EXPECT_EQ(found["sources"], 5);
}

TEST(Json, ValidateListsProblems) {
  const Json found = answer({"validate"});
  EXPECT_EQ(members(found), with_common({"problems"}));
  const Folder folder;
  const std::string file = folder.write("a.json", "{");
  const Outcome outcome = run_tool({"validate", file, "--format", "json"});
  EXPECT_EQ(outcome.status, 65);
  EXPECT_EQ(members(Json::parse(outcome.out)["problems"].at(0)),
            (Names{"severity", "code", "file", "line", "column", "record", "message", "hint"}));
}

TEST(Json, EmptyAnswersAreTheSameObjects) {
  for (const auto& [words, list] : std::vector<std::pair<Names, std::string>>{
           {{"find", "Atlantis XYZ"}, "matches"},
           {{"neighbors", "japan", "--type", "met_with"}, "neighbors"},
           {{"path", "japan", "russia", "--type", "met_with"}, "paths"},
           {{"common", "japan", "russia", "--type", "met_with"}, "common"},
           {{"rank", "--type", "met_with", "--during", "../1900", "--certain"}, "rows"},
           {{"components", "--type", "met_with", "--during", "../1900", "--certain"}, "groups"},
           {{"timeline", "japan", "--type", "party_to", "--during", "../1900", "--certain"},
            "rows"},
           {{"diff", "1901", "1902", "--kind", "place"}, "appeared"}}) {
    const Json found = answer(words, 1);
    EXPECT_TRUE(found[list].is_array() && found[list].empty()) << words[0];
    EXPECT_TRUE(found.contains("selection") && found.contains("counts")) << words[0];
  }
}

TEST(Json, LinesHoldTheListElementByElement) {
  const std::string lines = run_tool({"timeline", seed, "japan", "nato", "--format", "jsonl"}).out;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < lines.size(); ++count) {
    const std::size_t end = lines.find('\n', begin);
    expect_row(Json::parse(lines.substr(begin, end - begin)));
    begin = end + 1;
  }
  EXPECT_EQ(count, answer({"timeline", "japan", "nato"})["rows"].size());
}

}  // namespace
}  // namespace entente::test
