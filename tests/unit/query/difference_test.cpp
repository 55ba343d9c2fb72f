#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/query/difference.hpp>

#include "support/graph_of.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(const Graph& graph, const std::vector<SelectedRelation>& rows) {
  std::vector<std::string> list;
  for (const SelectedRelation& row : rows)
    list.push_back(std::string(graph.id(row.relation)) +
                   (row.verdict == Verdict::maybe ? "?" : ""));
  return list;
}

/// Between 2015-06-30 and 2020-06-30.
Graph changes() {
  return test::graph_of(R"(
    country a
    agreement b
    whole:    a party_to b when=2010/2024
    begun:    a party_to b when=2018-01/2024
    ended:    a party_to b when=2010/2018
    between:  a party_to b when=2017/2018
    perhaps:  a party_to b when=2020/2024
    unknown:  a party_to b when=2018/
    undated:  a party_to b
  )");
}

TEST(Difference, IsOfTheVerdictsOnTwoDays) {
  const Graph graph = changes();
  const Difference found = difference(graph, "2015-06-30", "2020-06-30");
  EXPECT_THAT(texts(graph, found.appeared), ElementsAre("unknown?", "begun", "perhaps?"));
  EXPECT_THAT(texts(graph, found.ended), ElementsAre("ended"));
  EXPECT_THAT(texts(graph, found.persisted), ElementsAre("whole", "undated?"));
}

TEST(Difference, LeavesThePossibleOutWhenAskedTo) {
  const Graph graph = changes();
  const Difference found =
      difference(graph, "2015-06-30", "2020-06-30", {.keep = Keep::certain_only});
  EXPECT_THAT(texts(graph, found.appeared), ElementsAre("begun"));
  EXPECT_THAT(texts(graph, found.persisted), ElementsAre("whole"));
}

TEST(Difference, OfADayWithItselfIsNothing) {
  const Graph graph = changes();
  const Difference found = difference(graph, "2020-06-30", "2020-06-30");
  EXPECT_THAT(found.appeared, IsEmpty());
  EXPECT_THAT(found.ended, IsEmpty());
}

TEST(Difference, RefusesAPeriodOfItsOwn) {
  EXPECT_THROW(static_cast<void>(difference(changes(), "2015", "2020", {.as_of = "2016"})),
               InvalidArgument);
}

TEST(Difference, OfTwoDossiersIsByRecord) {
  const Graph before = test::graph_of(R"(
    country a
    agreement b
    same:    a party_to b when=2014
    changed: a party_to b when=2014
    gone:    a party_to b
  )");
  const Graph after = test::graph_of(R"(
    country a
    agreement b
    same:    a party_to b when=2014
    changed: a party_to b when=2015
    new:     a party_to b
  )");
  const Difference found = difference(before, after);
  EXPECT_THAT(texts(after, found.appeared), ElementsAre("changed", "new"));
  EXPECT_THAT(texts(before, found.ended), ElementsAre("changed", "gone"));
  EXPECT_THAT(texts(before, found.persisted), ElementsAre("same"));
}

}  // namespace
}  // namespace entente
