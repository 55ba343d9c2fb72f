#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/merge.hpp>
#include <entente/model/problem.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(Merging, UnitesRecordsThatCompleteEachOther) {
  const Dossier merged =
      merge(test::dossier_of("country a name=en:A\ncountry b\nr: a partner_of b"),
            test::dossier_of("country a name=ja:あ\ncountry c\ns: a partner_of c"));
  EXPECT_THAT(merged.entities, SizeIs(3));
  EXPECT_THAT(merged.relations, SizeIs(2));
  EXPECT_THAT(merged.entities[0].names, SizeIs(2));
}

TEST(Merging, RefusesContradictions) {
  try {
    (void)merge(test::dossier_of("country a when=1947"), test::dossier_of("country a when=1948"));
    FAIL() << "two dates were taken";
  } catch (const DossierError& error) {
    EXPECT_THAT(error.what(), HasSubstr("contradiction"));
  }
}

}  // namespace
}  // namespace entente
