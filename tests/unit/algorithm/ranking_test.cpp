#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/ranking.hpp>

#include "support/entity.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using Row = Ranking::Row;

using test::entity;

constexpr EntityId a{0};
constexpr EntityId b{1};
constexpr EntityId c{2};

TEST(Ranking, PutsHighScoresFirstAndTiesInOrderOfIds) {
  const Ranking ranking("degree", {{c, 1}, {b, 2}, {a, 1}});
  EXPECT_THAT(ranking.rows(), ElementsAre(Row{b, 2}, Row{a, 1}, Row{c, 1}));
  EXPECT_EQ(ranking.measure(), "degree");
}

TEST(Ranking, TakesScoresThatDifferOnlyByRoundingForTies) {
  const Ranking ranking("share", {{a, 0.3}, {b, 0.1 + 0.2}, {c, 0.30000001}});
  EXPECT_THAT(ranking.rows(), ElementsAre(Row{c, 0.30000001}, Row{a, 0.3}, Row{b, 0.1 + 0.2}));
  EXPECT_THAT(ranking.ranks(), ElementsAre(1, 2, 2));
}

TEST(Ranking, CountsThoseThatTieInTheNextRank) {
  const Ranking ranking("degree", {{a, 1}, {b, 7}, {c, 7}});
  EXPECT_THAT(ranking.ranks(), ElementsAre(1, 1, 3));
  const EdgeRanking edges(
      "share", {{a, b, EdgeIndex(0), 0.5}, {b, c, EdgeIndex(1), 0.25}, {a, c, EdgeIndex(2), 0.25}});
  EXPECT_THAT(edges.ranks(), ElementsAre(1, 2, 2));
}

TEST(Ranking, NeverTiesWholeNumbersThatDiffer) {
  const Ranking ranking("strength", {{a, 2e15}, {b, 2e15 + 1}, {c, 0}});
  EXPECT_THAT(ranking.rows(), ElementsAre(Row{b, 2e15 + 1}, Row{a, 2e15}, Row{c, 0}));
  EXPECT_THAT(ranking.ranks(), ElementsAre(1, 2, 3));
  const Ranking beside("strength", {{a, 2e12}, {b, 2e12 + 1}, {c, 0.5}});
  EXPECT_THAT(beside.ranks(), ElementsAre(1, 2, 3)) << "whatever else is ranked";
}

TEST(Ranking, TiesWithTheHighestOfAGroupAndNotAlongAChain) {
  const double step = 0.7e-12;
  const Ranking ranking("share", {{a, 1 - 2 * step}, {b, 1 - step}, {c, 1}, {entity(3), 0.5}});
  EXPECT_THAT(ranking.rows(),
              ElementsAre(Row{b, 1 - step}, Row{c, 1}, Row{a, 1 - 2 * step}, Row{entity(3), 0.5}));
  EXPECT_THAT(ranking.ranks(), ElementsAre(1, 1, 3, 4));
}

TEST(Ranking, TiesNothingFiniteWithInfinity) {
  const double infinite = std::numeric_limits<double>::infinity();
  const Ranking ranking("harmonic", {{a, 0.25}, {b, infinite}, {c, infinite}});
  EXPECT_THAT(ranking.rows(), ElementsAre(Row{b, infinite}, Row{c, infinite}, Row{a, 0.25}));
  EXPECT_THAT(ranking.ranks(), ElementsAre(1, 1, 3));
}

TEST(Ranking, SetsScoresOfVerySmallMeasuresApart) {
  const Ranking ranking("harmonic", {{a, 1e-30}, {b, 2e-30}, {c, 1e15}});
  EXPECT_THAT(ranking.ranks(), ElementsAre(1, 2, 3));
  EXPECT_EQ(ranking.score(a), 1e-30);
}

TEST(Ranking, KeepsSmallScoresApart) {
  const Ranking ranking("share", {{a, 1e-7}, {b, 2e-7}, {c, 1}});
  EXPECT_THAT(ranking.rows(), ElementsAre(Row{c, 1}, Row{b, 2e-7}, Row{a, 1e-7}));
}

TEST(Ranking, ShowsNoMoreThanThereIs) {
  const Ranking ranking("degree", {{a, 1}, {b, 2}});
  EXPECT_THAT(ranking.top(1), ElementsAre(Row{b, 2}));
  EXPECT_EQ(ranking.top(9).size(), 2U);
  EXPECT_TRUE(ranking.top(0).empty());
}

TEST(Ranking, HasNoScoreForAStranger) {
  const Ranking ranking("degree", {{a, 1}});
  EXPECT_EQ(ranking.score(a), 1);
  EXPECT_EQ(ranking.score(c), std::nullopt);
}

// Memory for all ids up to the largest would be 16 gigabytes.
TEST(Ranking, OfFewIdsFarApartHasTheSamePlaces) {
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < 500; ++i)
    rows.emplace_back(entity(4'294'967'294U - i * i * 7), i % 11);
  const Ranking far("own", rows);
  for (const auto& [id, score] : rows) {
    EXPECT_EQ(far.score(id), score);
    EXPECT_EQ(far[far.place(id).value()].first, id);
  }
  EXPECT_EQ(far.place(a), std::nullopt);
  EXPECT_EQ(far.place(entity(4'294'967'292U)), std::nullopt);
  EXPECT_EQ(far.score(EntityId{}), std::nullopt);
}

// A loop over `degree(g).rows()` would run over rows that are gone, were they a reference.
TEST(Ranking, HandsItsRowsOverIfItIsATemporary) {
  static_assert(!std::is_reference_v<decltype(Ranking("", {}).rows())>);
  static_assert(!std::is_reference_v<decltype(EdgeRanking("", {}).rows())>);
  double sum = 0;
  for (const auto& [entity, score] : Ranking("degree", {{a, 1}, {b, 2}}).rows()) sum += score;
  EXPECT_EQ(sum, 3);
}

}  // namespace
}  // namespace entente
