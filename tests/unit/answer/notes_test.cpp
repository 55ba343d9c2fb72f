/// The counts and notes of answers.

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <entente/entente.hpp>

#include "asked.hpp"
#include "support/replaced_agreement.hpp"

namespace entente::answers {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

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
  const Question question = asked(chain);
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
  const RankAnswer answer = rank(asked(chain), {.top = 2});
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].code, "left-out");
  EXPECT_EQ(answer.notes[0].count, 3U);
  EXPECT_EQ(answer.left_out, "") << "no fault, since it was asked for";
  EXPECT_THAT(rank(asked(chain), {.top = 5}).notes, IsEmpty());
  EXPECT_EQ(json_of(answer)["notes"][0]["relations"], Json::array());
}

TEST(Notes, TellWhoIsMeantByANameThatIsWrittenOtherwise) {
  const char* lines = R"(
  person muller name=Jürgen_Müller
  country a
)";
  const Question question = asked(lines);
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
      rank(asked(lines), {.measure = "strength", .how = {.folding = {.weight = "size"}}});
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].code, "missing-weight");
  EXPECT_THAT(answer.notes[0].relations, ElementsAre("r2"));
}

TEST(Notes, SayWhatRelationsWithoutAWeightWeigh) {
  const RankAnswer answer = rank(asked(R"(
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

TEST(Notes, TellWhoIsMeantByNamesOfOptions) {
  const char* lines = R"(
  country a name=Åland
  country b name=Curaçao
  country c
  document d name=Procès-verbal
  r1: a cooperates_with b by=d§1
  r2: b cooperates_with c by=d§2
  r3: a partner_of c by=d§3
)";
  const auto codes = [](const Answer& answer) {
    std::vector<std::string> texts;
    for (const Note& note : answer.notes)
      if (note.code == "matched-by") texts.push_back(note.text);
    return texts;
  };
  const auto names = [](const char* name) { return ElementsAre(testing::HasSubstr(name)); };
  EXPECT_THAT(codes(path(asked(lines), {.from = "a", .to = "c", .avoid = {"Curacao"}})),
              names("Curaçao (b)"));
  EXPECT_THAT(codes(series(asked(lines, {.during = "2000/2001"}),
                           {.measure = "degree", .entities = {"Aland"}})),
              names("Åland (a)"));
  EXPECT_THAT(codes(rank(asked(lines), {.measure = "pagerank", .how = {.restart = {"curacao"}}})),
              names("Curaçao (b)"));
  EXPECT_THAT(codes(rank(asked(lines, {.sources = {"Proces-verbal"}}))), names("(d)"));
  EXPECT_THAT(codes(show(asked(lines, {.sources = {"Proces-verbal"}}), {.entity = "Aland"})),
              ElementsAre(testing::AllOf(testing::HasSubstr("(a)"), testing::HasSubstr("(d)"))));
  EXPECT_THAT(codes(rank(asked(lines, {.sources = {"d"}}))), IsEmpty());
}

TEST(Notes, AreInTheLanguageAskedFor) {
  Question question = asked(R"(
  agreement pact
  country a
  country b
  r1: a party_to pact when=2000/2001
  r2: b party_to pact when=2003/2004
  r3: a cooperates_with b
)",
                            {.during = "2000/2004"});
  const auto text = [&](const char* language, const char* code) -> std::string {
    question.languages = language;
    for (const Note& note : rank(question, {.how = {.folding = {.over = {"agreement"}}}}).notes)
      if (note.code == code) return note.text;
    return "";
  };
  EXPECT_EQ(text("en", "undated"), "and 1 undated relation; --undated lists it");
  EXPECT_EQ(text("ja", "undated"), "ほかに日付のない関係1件（--undatedで表示）");
  EXPECT_EQ(text("zh-Hans", "undated"), "另有1条无日期的关系（--undated可列出）");
  EXPECT_EQ(text("zh-TW", "undated"), "另有1條無日期的關係（--undated可列出）");
  EXPECT_EQ(text("de,ja", "undated"), "ほかに日付のない関係1件（--undatedで表示）");
  EXPECT_EQ(text("de", "undated"), text("en", "undated"));
  EXPECT_EQ(text("en", "never-together"),
            "1 pair is left out because what they share they never share at one time: a and b");
  EXPECT_EQ(text("ja", "never-together"),
            "共有するものを同時に共有したことがないため除いた組1件：aとb");
}

/// a and b were party one after the other, a and c at one time.
constexpr const char* one_after_the_other = R"(
  agreement pact
  country a
  country b
  country c
  r1: a party_to pact when=2000-01-01/2001-12-31
  r2: b party_to pact when=2003/2004
  r3: c party_to pact when=2001-06-01/2002
)";

TEST(Notes, TellWhichPairsAFoldLeavesOut) {
  const Question question = asked(one_after_the_other);
  const FoldingParameters over{.over = {"agreement"}};
  const RankAnswer answer = rank(question, {.how = {.folding = over}});
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].code, "never-together");
  EXPECT_EQ(answer.notes[0].count, 2U) << "b with a, and with c";
  EXPECT_THAT(answer.notes[0].relations, ElementsAre("r1", "r2", "r2", "r3"));
  EXPECT_EQ(groups(question, {.folding = over}).notes.size(), 1U);
}

TEST(Notes, CallNoPairNeverTogetherWhereATieHasNoDate) {
  const std::string undated = std::string(one_after_the_other) + "  r4: b party_to pact\n";
  const FoldingParameters over{.over = {"agreement"}};
  const auto codes = [&](const auto& answer) {
    std::vector<std::string> list;
    for (const Note& note : answer.notes) list.push_back(note.code);
    return list;
  };
  const Question in_period = asked(undated.c_str(), {.during = "1990/2020"});
  EXPECT_THAT(codes(rank(in_period, {.how = {.folding = over}})), ElementsAre("undated"));
  EXPECT_THAT(codes(common(in_period, {.entities = {"a", "b"}})), ElementsAre("undated"));
}

TEST(Common, SaysWhatIsNeverSharedAtOneTime) {
  EXPECT_EQ(common(asked(one_after_the_other), {.entities = {"a", "b"}}).nothing,
            "they share pact, but never at one time");
  EXPECT_EQ(
      common(asked(one_after_the_other, {.during = "2003"}), {.entities = {"a", "b"}}).nothing,
      "they share nothing that is selected");
}

TEST(FoldedTies, SayWhatTheirEndsShareAndWhen) {
  const Json rows = json_of(
      rank(asked(one_after_the_other),
           {.measure = "edge-betweenness", .how = {.folding = {.over = {"agreement"}}}}))["rows"];
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0]["over"], "pact");
  EXPECT_EQ(rows[0]["certainty"], "certain");
  EXPECT_EQ(rows[0]["span"]["edtf"], "2001-06-01/2001-12-31");
}

TEST(Notes, TellOfAccountsThatDifferAboutAPeriod) {
  const char* lines = R"(
  country a
  organisation o
  r1: a member_of o when=2000/2010
  r2: a member_of o when=2000/2015
)";
  const auto differing = [&](const Selection& selection) -> std::vector<std::string> {
    for (const Note& note : neighbors(asked(lines, selection), {.entity = "a"}).notes)
      if (note.code == "accounts-differ") return note.relations;
    return {};
  };
  EXPECT_THAT(differing({.as_of = "2012"}), ElementsAre("r1", "r2"));
  EXPECT_THAT(differing({.throughout = "2001/2012"}), ElementsAre("r1", "r2"));
  EXPECT_THAT(differing({}), IsEmpty()) << "without a period each record speaks for itself";
  EXPECT_THAT(differing({.as_of = "2005"}), IsEmpty()) << "both say that it held";
  EXPECT_THAT(differing({.as_of = "2020"}), IsEmpty()) << "both say that it had ended";
}

TEST(Rows, ShowOnlyTheDatesAndTheEvidenceThatAreSeen) {
  const char* lines = R"(
  person a
  person b
  document early published=2020-01-01
  document late published=2021-01-01
  r1: a met_with b when=2019-05-02 by=early§1~2019-05-01,late§2
  r2: a met_with b by=early§3~2018-05-01
)";
  const auto row_at = [&](const Selection& selection, std::size_t i) {
    return json_of(timeline(asked(lines, selection)))["rows"][i];
  };
  EXPECT_EQ(row_at({}, 0)["relation"], "r2") << "dated by its evidence";
  EXPECT_EQ(row_at({}, 0)["when"]["edtf"], "2018-05-01");
  EXPECT_EQ(row_at({}, 1)["when"]["edtf"], "2019-05-02");
  EXPECT_EQ(row_at({}, 1)["evidence"].size(), 2U);
  for (const Selection& selection :
       {Selection{.known_at = "2020-06-01"}, Selection{.sources = {"early"}}}) {
    const Json row = row_at(selection, 1);
    EXPECT_EQ(row["when"]["edtf"], "2019-05-01") << "the other date is not known yet";
    ASSERT_EQ(row["evidence"].size(), 1U);
    EXPECT_EQ(row["evidence"][0]["source"], "early");
    EXPECT_EQ(row["sentence"], "a met with b on 2019-05-01 [early §1, dated 2019-05-01]");
  }
}

TEST(Rows, SayHowSureAnInferredEndIs) {
  const char* lines = R"(
  person a
  person b
  post p
  r1: a holds_post p when=2000/
  r2: b holds_post p when=2005~/
)";
  const TimelineAnswer answer = timeline(asked(lines));
  EXPECT_THAT(answer.sentences().value(),
              testing::HasSubstr("(ended by about 2005-12-31, inferred from r2)"));
  EXPECT_THAT(std::string(json_of(answer)["rows"][0]["sentence"]),
              testing::HasSubstr("(ended by about 2005-12-31, inferred from r2)"));
}

TEST(Lineage, TellsAnInferredEndOnce) {
  const LineageAnswer answer =
      lineage(asked(test::replaced_agreement, {.as_of = "2010"}), {.agreement = "old"});
  const std::string text = to_text(answer);
  EXPECT_THAT(text, testing::HasSubstr("old (old): not in force in 2010, as is inferred\n"));
  EXPECT_EQ(text.find("--no-inference"), text.rfind("--no-inference")) << text;
}

TEST(Notes, CountInfiniteScores) {
  const RankAnswer answer = rank(asked(R"(
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
  EXPECT_EQ(json_of(answer)["rows"][0]["score"], nullptr);
}

TEST(Notes, CountCostsAboveTheLargestNumber) {
  const auto tie = [](const std::string& id, const std::string& to, const std::string& size) {
    return R"({"id": ")" + id + R"(", "type": "partner_of", "from": "b", "to": ")" + to +
           R"(", "attributes": {"size": )" + size + "}}";
  };
  const std::string text = R"({"format": "entente/1", "title": {"en": "T"},
    "vocabulary": "diplomacy", "entities": [{"id": "a", "kind": "country"},
    {"id": "b", "kind": "country"}, {"id": "c", "kind": "country"}], "relations": [)" +
                           tie("r1", "a", "1.7e308") + ", " + tie("r2", "c", "1.7e308") + ", " +
                           tie("r3", "c", "1e307") + "]}";
  const Question question = {
      .graph = Graph(read_records_from_text(text, "test.json").dossier, builtin_vocabulary())};
  const PathAnswer far = path(question, {.from = "a", .to = "c", .weight = "size"});
  ASSERT_EQ(far.notes.size(), 1U);
  EXPECT_EQ(far.notes[0].code, "infinite");
  EXPECT_EQ(far.notes[0].text,
            "1 cost is infinite: the sum of the weights is above the largest number");
  EXPECT_EQ(json_of(far)["paths"][0]["cost"], nullptr);
  EXPECT_THAT(path(question, {.from = "b", .to = "c", .weight = "size"}).notes, IsEmpty());
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
  const Json record = json_of(show({.graph = graph}, {.entity = "pact"}))["entity"];
  EXPECT_EQ(record["when"], Json::parse(R"({"start": "[2018..]", "end": ""})"));
  EXPECT_TRUE(record["attributes"]["share"].is_number_float());
}

TEST(Notes, HaveTheCodesOfTheGuide) {
  std::ifstream in(ENTENTE_SOURCE_DIR "/docs/command-line.md");
  std::ostringstream page;
  page << in.rdbuf();
  const std::string text = page.str();
  std::vector<std::string> documented;
  const std::size_t begin = text.find("| code | what it says |");
  const std::size_t end = text.find("\n\n", begin);
  for (std::size_t at = text.find("\n| `", begin); at < end; at = text.find("\n| `", at + 1))
    documented.push_back(text.substr(at + 4, text.find('`', at + 4) - at - 4));
  EXPECT_THAT(note_codes(), testing::UnorderedElementsAreArray(documented));
}

TEST(Answers, CarryEveryOptionOfTheSelection) {
  const Json selection = json_of(info(asked(chain)))["selection"];
  EXPECT_EQ(selection["direction"], "both");
  EXPECT_EQ(selection["inference"], true);
  EXPECT_EQ(selection["undated"], false);
  EXPECT_EQ(selection["attested_within"], nullptr);
}

}  // namespace
}  // namespace entente::answers
