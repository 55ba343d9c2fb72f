// References into a value live as long as it does; into a temporary's there are none. Under the
// address sanitizer these loops would show what dangles.

#include <string>
#include <type_traits>
#include <utility>

#include <gtest/gtest.h>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/degree.hpp>
#include <entente/facts/graph.hpp>
#include <entente/model/problem.hpp>
#include <entente/network/network.hpp>
#include <entente/query/pattern.hpp>
#include <entente/time/date_set.hpp>
#include <entente/time/interval.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

Graph made() {
  return test::graph_of("country a\ncountry b\na partner_of b");
}

TEST(Temporaries, HandTheirTextsOver) {
  std::string text;
  for (const auto& [language, title] : made().titles()) text += language + title;
  EXPECT_EQ(text, "enTest");
  std::size_t kinds = 0;
  for (const Kind& kind : made().vocabulary().kinds()) kinds += kind.id.size();
  EXPECT_GT(kinds, 0U);
  static_assert(!std::is_reference_v<decltype(made().titles())>);
  static_assert(!std::is_reference_v<decltype(made().vocabulary())>);
}

TEST(Temporaries, AreKeptByTheLoopOverARanking) {
  double sum = 0;
  for (const auto& [entity, score] : degree(made().select())) sum += score;
  EXPECT_EQ(sum, 2.0);
}

/// What a temporary is asked for is a value.
template <class Asked>
constexpr bool is_handed_over = !std::is_reference_v<Asked>;

TEST(Temporaries, HandOverWhatTheyHold) {
  static_assert(is_handed_over<decltype(std::declval<Ranking>().measure())>);
  static_assert(is_handed_over<decltype(std::declval<Ranking>().ranks())>);
  static_assert(is_handed_over<decltype(std::declval<EdgeRanking>().measure())>);
  static_assert(is_handed_over<decltype(std::declval<EdgeRanking>().ranks())>);
  static_assert(is_handed_over<decltype(std::declval<query::Prepared>().columns())>);
  static_assert(is_handed_over<decltype(std::declval<query::Prepared>().parameters())>);
  static_assert(is_handed_over<decltype(std::declval<query::Prepared>().remarks())>);
  static_assert(is_handed_over<decltype(std::declval<query::Prepared>().source())>);
  static_assert(is_handed_over<decltype(std::declval<DossierError>().problems())>);
  static_assert(is_handed_over<decltype(std::declval<Error>().code())>);
  static_assert(is_handed_over<decltype(std::declval<When>().text())>);
  static_assert(is_handed_over<decltype(std::declval<Date>().text())>);
  static_assert(is_handed_over<decltype(std::declval<Date>().clock())>);
  static_assert(is_handed_over<decltype(std::declval<Date>().value())>);
  static_assert(is_handed_over<decltype(std::declval<DateSet>().text())>);
  static_assert(is_handed_over<decltype(std::declval<DateError>().reason())>);
  static_assert(is_handed_over<decltype(std::declval<Interval>().start())>);
  static_assert(is_handed_over<decltype(std::declval<Lookup>().message())>);
  static_assert(is_handed_over<decltype(std::declval<Lookup>().remark())>);
  static_assert(is_handed_over<decltype(std::declval<Vocabulary>().name())>);
}

TEST(Temporaries, AreLoopedOver) {
  std::size_t sum = 0;
  for (const std::size_t rank : edge_betweenness(made().select()).ranks()) sum += rank;
  for (const std::size_t rank : degree(made().select()).ranks()) sum += rank;
  EXPECT_EQ(sum, 3U);
  std::string columns;
  for (const std::string& name : query::prepare(made(), "RETURN 1 AS a, 2 AS b").columns())
    columns += name;
  EXPECT_EQ(columns, "ab");
}

TEST(Copies, KeepWhatIsSeenThroughThem) {
  const Graph copy = made();
  std::string_view name;
  {
    const Graph passing = copy;
    name = passing.id(EntityId(0));
  }
  EXPECT_EQ(name, "a");
}

}  // namespace
}  // namespace entente
