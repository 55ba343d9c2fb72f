#include <gtest/gtest.h>

#include <entente/time/allen.hpp>
#include <entente/time/interval.hpp>

namespace entente {
namespace {

std::string relations(const char* i, const char* j) {
  return allen(Interval::parse(i).bounds(), Interval::parse(j).bounds()).to_string();
}

//   day   1 2 3 4 5 6 7 8
//   J         [-----]
TEST(Allen, NamesTheOneRelationOfTwoKnownIntervals) {
  const char* j = "2014-01-03/2014-01-06";
  EXPECT_EQ(relations("2014-01-01/2014-01-01", j), "before");
  EXPECT_EQ(relations("2014-01-01/2014-01-02", j), "meets");
  EXPECT_EQ(relations("2014-01-01/2014-01-03", j), "overlaps");
  EXPECT_EQ(relations("2014-01-01/2014-01-06", j), "finished_by");
  EXPECT_EQ(relations("2014-01-01/2014-01-08", j), "contains");
  EXPECT_EQ(relations("2014-01-03/2014-01-04", j), "starts");
  EXPECT_EQ(relations("2014-01-03/2014-01-06", j), "equals");
  EXPECT_EQ(relations("2014-01-03/2014-01-08", j), "started_by");
  EXPECT_EQ(relations("2014-01-04/2014-01-05", j), "during");
  EXPECT_EQ(relations("2014-01-04/2014-01-06", j), "finishes");
  EXPECT_EQ(relations("2014-01-04/2014-01-08", j), "overlapped_by");
  EXPECT_EQ(relations("2014-01-07/2014-01-08", j), "met_by");
  EXPECT_EQ(relations("2014-01-08/2014-01-08", j), "after");
}

TEST(Allen, GivesEveryRelationThatUncertainEndsAllow) {
  EXPECT_EQ(relations("2010/2014", "2014/2018"), "before meets overlaps");
  EXPECT_EQ(relations("2010/2014", "2015/2018"), "before meets");
  EXPECT_EQ(relations("2010/", "2014/2014-06"), "before meets overlaps finished_by contains");
  EXPECT_EQ(allen(Bounds{}, Bounds{}).size(), allen_count);
}

TEST(Allen, TellsOpenEndsFromUnknownOnes) {
  EXPECT_EQ(relations("../2010", "../2015"), "starts");
  EXPECT_EQ(relations("../2010", "/2015"), "before meets overlaps");
  EXPECT_EQ(relations("2010/..", "2015/.."), "finished_by");
  EXPECT_EQ(relations("../..", "../.."), "equals");
}

TEST(Allen, OfInstantsIsAboutTheirOneDay) {
  const Bounds may{to_day({2014, 5, 1}), to_day({2014, 5, 31}), to_day({2014, 5, 1}),
                   to_day({2014, 5, 31})};
  EXPECT_EQ(allen(may, may, Reading::instant, Reading::instant).to_string(),
            "before meets equals met_by after");
}

TEST(Allen, OfTheOtherWayRoundIsTheInverse) {
  for (std::size_t k = 0; k < allen_count; ++k) {
    const auto relation = static_cast<Allen>(k);
    EXPECT_EQ(inverse(inverse(relation)), relation);
  }
  EXPECT_EQ(inverse(Allen::starts), Allen::started_by);
  EXPECT_EQ(inverse(Allen::during), Allen::contains);
  EXPECT_EQ(inverse(Allen::equals), Allen::equals);
}

}  // namespace
}  // namespace entente
