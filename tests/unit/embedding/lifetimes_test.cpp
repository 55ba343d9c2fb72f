// References into a value live as long as it does; into a temporary's there are none. Under the
// address sanitizer these loops would show what dangles.

#include <string>
#include <type_traits>

#include <gtest/gtest.h>

#include <entente/algorithm/degree.hpp>
#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>

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
