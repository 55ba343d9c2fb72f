#include <type_traits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/algorithm/ranking.hpp>

namespace entente {
namespace {

using testing::ElementsAre;
using Row = Ranking::Row;

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
  EXPECT_THAT(ranking.rows(),
              ElementsAre(Row{c, 0.30000001}, Row{a, 0.1 + 0.2}, Row{b, 0.1 + 0.2}));
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
