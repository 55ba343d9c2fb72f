/// What a selection keeps when it is written down as a dossier.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/entente.hpp>

#include "asked.hpp"
#include "support/replaced_agreement.hpp"

namespace entente::answers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Dossier written(const Question& question) {
  return dossier_of(question, question.graph.facts(question.selection));
}

TEST(ADossierOfAnAnswer, KeepsTheDoubtOfAnInferredEnd) {
  const std::string doubted =
      std::string(test::replaced_agreement)
          .replace(std::string_view(test::replaced_agreement).rfind("2000"), 4, "2000?");
  const Dossier cut = written(asked(doubted, {.types = {"party_to"}}));
  const AttributeValue* mark =
      find_attribute(cut.relations[0].attributes, "inferred_end_qualified");
  ASSERT_NE(mark, nullptr);
  EXPECT_EQ(*mark, AttributeValue(Scalar(true)));
}

TEST(ADossierOfAnAnswer, KeepsAnInferredEndThatRestsOnWhatIsCutAway) {
  const Dossier cut = written(asked(test::replaced_agreement, {.types = {"party_to"}}));
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
    EXPECT_EQ(held(again), held(test::graph_of(test::replaced_agreement))) << day;
  }
}

TEST(ADossierOfAnAnswer, WritesNoEndThatItsReaderInfersAgain) {
  const Dossier whole = written(asked(test::replaced_agreement));
  EXPECT_EQ(whole.relations[0].when->text(), "1990/");
  EXPECT_THAT(whole.relations[0].attributes, IsEmpty());
  const Dossier kept = written(
      asked(test::replaced_agreement, {.types = {"party_to"}, .inference = Inference::off}));
  EXPECT_EQ(kept.relations[0].when->text(), "1990/");
}

TEST(ADossierOfAnAnswer, HoldsNoEvidenceThatIsNotSeen) {
  const Question question = asked(R"(
  person a
  person b
  document early published=2020-01-01
  document late published=2021-01-01
  r1: a met_with b when=2019-05-02 by=early§1~2019-05-01,late§2
)",
                                  {.known_at = "2020-06-01"});
  const Dossier ours = written(question);
  ASSERT_EQ(ours.relations.size(), 1U);
  EXPECT_EQ(ours.relations[0].evidence.size(), 1U);
  EXPECT_FALSE(ours.relations[0].when);
  EXPECT_EQ(ours.entities.size(), 3U) << "without the later document";
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
  const Question question = asked(lines, {.as_of = "2015-06-01"});
  const Dossier ours = written(question);
  EXPECT_EQ(certainty(ours.relations[0]), "possible");
  EXPECT_EQ(certainty(ours.relations[1]), "");
  const auto marks = marks_of(question, question.graph.facts(question.selection));
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].first, "maybe");
  EXPECT_THAT(marks[1].second, ElementsAre(testing::Pair(
                                   "certainty", AttributeValue(Scalar(std::string("certain"))))));
  EXPECT_EQ(certainty(written(asked(lines)).relations[0]), "") << "without a period all is said";
  EXPECT_NE(selection_text(question), "");
  EXPECT_EQ(selection_text(asked(lines)), "");
}

}  // namespace
}  // namespace entente::answers
