#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/load.hpp>

#include "unit/io/samples.hpp"

namespace entente {
namespace {

TEST(CheckDossier, FindsNothingWrongWithTheSample) {
  const CheckedDossier checked = check_dossier({ENTENTE_SOURCE_DIR "/data/japan-nato"});
  for (const Problem& problem : checked.problems) ADD_FAILURE() << describe(problem);
  EXPECT_GT(checked.dossier.entities.size(), 100u);
  EXPECT_EQ(checked.vocabulary.name(), "diplomacy");
}

// What the reader says of a record does not hide what validation finds in it.
TEST(CheckDossier, NamesAnUnknownKindBesideABadDate) {
  const CheckedDossier checked = check_records(test::read_part(test::part(
      R"({"id": "a", "kind": "planet", "names": {"en": ["A"]}, "when": "2014-02-30"})")));
  std::vector<std::string> codes;
  for (const Problem& problem : checked.problems) codes.push_back(problem.code);
  EXPECT_THAT(codes, testing::IsSupersetOf({"bad-date", "unknown-kind"}));
}

TEST(CheckDossier, ExplainsAMissingKindOnce) {
  const CheckedDossier checked =
      check_records(test::read_part(test::part(R"({"id": "a", "names": {"en": ["A"]}})")));
  std::vector<std::string> codes;
  for (const Problem& problem : checked.problems) codes.push_back(problem.code);
  EXPECT_THAT(codes, testing::Not(testing::Contains("unknown-kind")));
}

TEST(LoadGraph, TakesOnePathOrSeveralAndLimitsWithEither) {
  const std::string folder = ENTENTE_SOURCE_DIR "/data/japan-nato";
  const ReadLimits tight{.depth = 1};
  EXPECT_THROW((void)load_graph(folder, tight), DossierError);
  EXPECT_THROW((void)load_graph({folder}, tight), DossierError);
  EXPECT_THROW((void)load_graph({"missing.json", "lost.json"}), IoError);
  EXPECT_THROW((void)load_graph(std::vector<std::string>{folder}, tight), DossierError);
}

}  // namespace
}  // namespace entente
