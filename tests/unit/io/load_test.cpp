#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/load.hpp>

namespace entente {
namespace {

TEST(CheckDossier, FindsNothingWrongWithTheSample) {
  const CheckedDossier checked = check_dossier({ENTENTE_SOURCE_DIR "/data/japan-nato"});
  for (const Problem& problem : checked.problems) ADD_FAILURE() << describe(problem);
  EXPECT_GT(checked.dossier.entities.size(), 100u);
  EXPECT_EQ(checked.vocabulary.name(), "diplomacy");
}

}  // namespace
}  // namespace entente
