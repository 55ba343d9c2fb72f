/// The counts and notes of answers, and what a selection keeps when it is written down.

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <entente/entente.hpp>

#include "support/graph_of.hpp"

namespace entente::answers {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

Question question_of(const std::string& lines, Selection selection = {}) {
  return {.graph = test::graph_of(lines), .selection = std::move(selection)};
}

Json notes_json(const Answer& answer) {
  return Json::parse(to_json(answer));
}

/// a - b - c, and d - e apart.
constexpr const char* chain = R"(
  country a
  country b
  country c
  country d
  country e
  r1: a cooperates_with b when=2000/..
  r2: b cooperates_with c when=2000/..
  r3: d cooperates_with e when=2000/..
)";

TEST(Counts, AreOfTheRelationsOfTheEntitiesInTheAnswer) {
  const Question question = question_of(chain);
  EXPECT_EQ(show(question, {.entity = "a"}).counts, (Counts{.certain = 1}));
  EXPECT_EQ(neighbors(question, {.entity = "a"}).counts, (Counts{.certain = 2}));
  EXPECT_EQ(path(question, {.from = "a", .to = "c"}).counts, (Counts{.certain = 2}));
  EXPECT_EQ(path(question, {.from = "a", .to = "d"}).counts, (Counts{.certain = 2}));
  EXPECT_EQ(timeline(question, {.entities = {"b"}}).counts, (Counts{.certain = 2}));
  EXPECT_EQ(timeline(question).counts, (Counts{.certain = 3}));
  EXPECT_EQ(rank(question).counts, (Counts{.certain = 3}));
  EXPECT_EQ(info(question).counts, (Counts{.certain = 3}));
}

TEST(Notes, TellWhatALimitThatWasAskedForLeavesOut) {
  const RankAnswer answer = rank(question_of(chain), {.top = 2});
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].code, "left-out");
  EXPECT_EQ(answer.notes[0].count, 3U);
  EXPECT_EQ(answer.left_out, "") << "no fault, since it was asked for";
  EXPECT_THAT(rank(question_of(chain), {.top = 5}).notes, IsEmpty());
  EXPECT_EQ(notes_json(answer)["notes"][0]["relations"], Json::array());
}

TEST(Notes, TellWhoIsMeantByANameThatIsWrittenOtherwise) {
  const char* lines = R"(
  person muller name=Jürgen_Müller
  country a
)";
  const Question question = question_of(lines);
  EXPECT_THAT(show(question, {.entity = "muller"}).notes, IsEmpty());
  for (const std::string name : {"Jurgen_Muller", "JÜRGEN_MÜLLER"}) {
    const ShowAnswer answer = show(question, {.entity = name});
    ASSERT_EQ(answer.notes.size(), 1U) << name;
    EXPECT_EQ(answer.notes[0].code, "matched-by");
    EXPECT_EQ(answer.notes[0].count, 1U);
  }
}

TEST(Notes, TellWhichRelationsLackAWeight) {
  const char* lines = R"(
  country a
  country b
  country c
  r1: a cooperates_with b size=3
  r2: b cooperates_with c
)";
  const RankAnswer answer =
      rank(question_of(lines), {.measure = "strength", .how = {.folding = {.weight = "size"}}});
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].code, "missing-weight");
  EXPECT_THAT(answer.notes[0].relations, ElementsAre("r2"));
}

TEST(Notes, SayWhatRelationsWithoutAWeightWeigh) {
  const RankAnswer answer = rank(question_of(R"(
  country a
  country b
  country c
  r1: a cooperates_with b size=3
  r2: b cooperates_with c
)"),
                                 {.measure = "strength",
                                  .how = {.folding = {.weight = "size",
                                                      .missing_weight = MissingWeight::value,
                                                      .weight_if_missing = 2.5}}});
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_THAT(answer.notes[0].text, testing::HasSubstr("weighs 2.5"));
}

TEST(Notes, CountInfiniteScores) {
  const RankAnswer answer = rank(question_of(R"(
  country a
  country b
  country c
  r1: a cooperates_with b size=0
  r2: b cooperates_with c size=4
)"),
                                 {.measure = "harmonic", .how = {.folding = {.weight = "size"}}});
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].code, "infinite");
  EXPECT_EQ(answer.notes[0].count, 2U);
  EXPECT_EQ(notes_json(answer)["rows"][0]["score"], nullptr);
}

// An end that no interval can hold, and a real number that is whole, stay what they are.
TEST(Answers, ShowARecordAsItsDossierHasIt) {
  const Graph graph(read_records_from_text(
                        R"({"format": "entente/1", "title": {"en": "T"}, "vocabulary": "diplomacy",
"entities": [{"id": "pact", "kind": "agreement", "names": {"en": ["Pact"]},
  "when": {"start": "[2018..]", "end": ""}, "attributes": {"share": 2.0}}], "relations": []})",
                        "test.json")
                        .dossier,
                    builtin_vocabulary());
  const Json record = notes_json(show({.graph = graph}, {.entity = "pact"}))["entity"];
  EXPECT_EQ(record["when"], Json::parse(R"({"start": "[2018..]", "end": ""})"));
  EXPECT_TRUE(record["attributes"]["share"].is_number_float());
}

TEST(Notes, HaveTheCodesOfTheGuide) {
  std::ifstream in(ENTENTE_SOURCE_DIR "/docs/command-line.md");
  std::ostringstream page;
  page << in.rdbuf();
  const std::string text = page.str();
  std::vector<std::string> told;
  const std::size_t begin = text.find("| code | what it says |");
  const std::size_t end = text.find("\n\n", begin);
  for (std::size_t at = text.find("\n| `", begin); at < end; at = text.find("\n| `", at + 1))
    told.push_back(text.substr(at + 4, text.find('`', at + 4) - at - 4));
  EXPECT_THAT(note_codes(), testing::UnorderedElementsAreArray(told));
}

TEST(Answers, CarryEveryOptionOfTheSelection) {
  const Json selection = notes_json(info(question_of(chain)))["selection"];
  EXPECT_EQ(selection["direction"], "both");
  EXPECT_EQ(selection["inference"], true);
  EXPECT_EQ(selection["undated"], false);
  EXPECT_EQ(selection["attested_within"], nullptr);
}

/// c leaves `old` as `new` supersedes it: an end that no record gives.
constexpr const char* replaced = R"(
  country c
  agreement old
  agreement new
  p1: c party_to old when=1990/
  p2: c party_to new when=2000/..
  s: new supersedes old when=2000
)";

Dossier written(const Question& question) {
  return dossier_of(question, question.graph.facts(question.selection));
}

TEST(ADossierOfAnAnswer, KeepsAnInferredEndThatRestsOnWhatIsCutAway) {
  const Dossier cut = written(question_of(replaced, {.types = {"party_to"}}));
  ASSERT_EQ(cut.relations.size(), 2U);
  EXPECT_EQ(cut.relations[0].when->text(), "1990/[..2000-12-31]");
  EXPECT_THAT(
      cut.relations[0].attributes,
      ElementsAre(testing::Pair("inferred_from", AttributeValue(Scalar(std::string("s"))))));
  EXPECT_EQ(cut.relations[1].when->text(), "2000/..");
  const Graph again(cut, builtin_vocabulary());
  for (const char* day : {"1995", "2010"}) {
    const auto held = [&](const Graph& graph) {
      return graph.facts({.as_of = day, .types = {"party_to"}}).relations.size();
    };
    EXPECT_EQ(held(again), held(test::graph_of(replaced))) << day;
  }
}

TEST(ADossierOfAnAnswer, WritesNoEndThatItsReaderInfersAgain) {
  const Dossier whole = written(question_of(replaced));
  EXPECT_EQ(whole.relations[0].when->text(), "1990/");
  EXPECT_THAT(whole.relations[0].attributes, IsEmpty());
  const Dossier kept =
      written(question_of(replaced, {.types = {"party_to"}, .inference = Inference::off}));
  EXPECT_EQ(kept.relations[0].when->text(), "1990/");
}

TEST(ADossierOfAnAnswer, SaysWhatOnlyMayHold) {
  const char* lines = R"(
  country a
  country b
  sure: a cooperates_with b when=2000/2020
  maybe: b cooperates_with a when=2010/
)";
  const auto certainty = [](const Relation& relation) -> std::string {
    for (const auto& [name, value] : relation.attributes)
      if (name == "certainty") return std::get<std::string>(std::get<Scalar>(value));
    return "";
  };
  const Question question = question_of(lines, {.as_of = "2015-06-01"});
  const Dossier ours = written(question);
  EXPECT_EQ(certainty(ours.relations[0]), "possible");
  EXPECT_EQ(certainty(ours.relations[1]), "");
  const auto marks = marks_of(question, question.graph.facts(question.selection));
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].first, "maybe");
  EXPECT_THAT(marks[1].second, ElementsAre(testing::Pair(
                                   "certainty", AttributeValue(Scalar(std::string("certain"))))));
  EXPECT_EQ(certainty(written(question_of(lines)).relations[0]), "")
      << "without a period all is said";
  EXPECT_NE(selection_text(question), "");
  EXPECT_EQ(selection_text(question_of(lines)), "");
}

}  // namespace
}  // namespace entente::answers
