// Properties that nothing has: null, and told.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/property_graph.hpp>
#include <entente/query/pattern.hpp>

#include "small_source.hpp"
#include "support/graph_of.hpp"

namespace {

using namespace entente;
using query::prepare;
using testing::ElementsAre;
using testing::IsEmpty;

const Graph& asked_graph() {
  static const Graph graph = test::graph_of(R"(
    country japan capital=Tokyo
    country korea x-seen=12
    agreement ipcp
    r1: japan party_to ipcp when=2014 weight=3
    r2: korea party_to ipcp
  )");
  return graph;
}

std::vector<std::string> remarks(const std::string& text) {
  return prepare(asked_graph(), text).remarks();
}

TEST(MissingProperty, IsToldWithWhatWasMeant) {
  EXPECT_THAT(remarks("MATCH (n) WHERE n.nmae = 'x' RETURN n"),
              ElementsAre("no entity here has the property nmae; did you mean name?"));
  EXPECT_THAT(remarks("MATCH (n {captial: 'x'}) RETURN n['captial']"),
              ElementsAre("no entity here has the property captial; did you mean capital?"));
  EXPECT_THAT(remarks("MATCH (n)-[r {wieght: 3}]->() RETURN r.modalty, r.wieght"),
              ElementsAre("no relation here has the property wieght; did you mean weight?",
                          "no relation here has the property modalty; did you mean modality?"));
  EXPECT_THAT(remarks("MATCH p = (a)-->(b) RETURN [n IN nodes(p) | n.kidn]"),
              ElementsAre("no entity here has the property kidn; did you mean kind?"));
  EXPECT_THAT(remarks("MATCH (n) RETURN n.population"),
              ElementsAre("no entity here has the property population"));
  // What only relations have, and the other way round.
  EXPECT_EQ(remarks("MATCH (n)-[r]->() RETURN n.weight, r.capital").size(), 2U);
}

TEST(MissingProperty, IsNoneThatSomeHave) {
  EXPECT_THAT(remarks("MATCH (n)-[r]->() RETURN n.id, n.kind, n.name, n.names, n.when, n.capital, "
                      "n['x-seen'], r.id, r.type, r.when, r.modality, r.weight, r.when.year"),
              IsEmpty());
  // Who asks whether it is there reckons with its absence; maps have what they have.
  EXPECT_THAT(remarks("MATCH (n) WHERE n.nmae IS NULL AND exists(n.captial) RETURN "
                      "coalesce(n.kidn, 'none'), {a: 1}.b"),
              IsEmpty());
}

TEST(MissingProperty, OfAPlainGraphIsToldWhereOneIsLikeIt) {
  const auto told = [](const std::string& text) {
    return prepare(test::small_source(), text).remarks();
  };
  EXPECT_THAT(told("MATCH (n) RETURN n.nmae"),
              ElementsAre("no node here has the property nmae; did you mean name?"));
  EXPECT_THAT(told("MATCH (n:C)-[r:Q]->() RETURN n.population, n.x, r.w, n.num"), IsEmpty());
}

TEST(MissingProperty, IsLookedForAmongTheFirstOfMany) {
  PropertyGraph graph;
  for (std::int64_t i = 0; i < 100'001; ++i)
    graph.nodes.push_back({i, {}, {{"weight", PlainValue{std::int64_t{1}}}}});
  graph.nodes.back().properties.emplace_back("rare", PlainValue{true});
  const query::Source source(std::move(graph));
  EXPECT_THAT(prepare(source, "MATCH (n) RETURN n.wieght").remarks(),
              ElementsAre("none of the first 100,000 nodes has the property wieght; did you mean "
                          "weight?"));
  EXPECT_THAT(prepare(source, "MATCH (n) RETURN n.rare").remarks(), IsEmpty());
}

}  // namespace
