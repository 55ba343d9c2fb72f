// Facts, entities and functions that a program hands over are checked before they are used.

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/algorithm/measures.hpp>
#include <entente/algorithm/ranking.hpp>
#include <entente/answer/common.hpp>
#include <entente/answer/extract.hpp>
#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/graph_builder.hpp>
#include <entente/io/load.hpp>
#include <entente/network/network.hpp>
#include <entente/query/series.hpp>
#include <entente/query/triads_in_time.hpp>
#include <entente/render/diagram.hpp>

#include "support/code_of.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::code_of;

Graph two_meetings() {
  return test::graph_of(
      "person a\nperson b\nperson c\nr1: a met_with b when=2014\nr2: b met_with c when=2015");
}

TEST(GivenFacts, OfAnotherGraphAreRefused) {
  const Graph graph = two_meetings();
  GraphBuilder builder(graph);
  builder.remove("r2");
  const Graph smaller = builder.build();
  const SelectedFacts facts = graph.facts();
  EXPECT_EQ(code_of([&] { (void)smaller.select(facts); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)diagram(smaller, facts, {}); }), "out-of-range");
  SelectedFacts none;
  none.relations = {{.relation = RelationId{}}};
  EXPECT_EQ(code_of([&] { (void)graph.select(none); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)SelectedFacts::of(graph, {}, {EntityId(77)}); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)facts.among(graph, {EntityId{}}); }), "out-of-range");
}

TEST(GivenFacts, OfAnotherGraphAreRefusedByExtractsAndTriadsToo) {
  const Graph graph = two_meetings();
  const answers::Question question{.graph = graph};
  SelectedFacts wrong = graph.facts();
  wrong.relations.push_back({.relation = RelationId(2)});
  SelectedFacts strange = graph.facts();
  strange.entities.push_back(EntityId(3));
  SelectedFacts endless = graph.facts();
  endless.entities.clear();
  for (const auto& given :
       {std::pair(wrong, "out-of-range"), {strange, "out-of-range"}, {endless, "bad-facts"}}) {
    const SelectedFacts& facts = given.first;
    const std::string code = given.second;
    EXPECT_EQ(code_of([&] { (void)answers::dossier_of(graph, facts); }), code);
    EXPECT_EQ(code_of([&] { (void)answers::dossier_of(question, facts); }), code);
    EXPECT_EQ(code_of([&] { (void)answers::extract_of(question, facts); }), code);
    EXPECT_EQ(code_of([&] { (void)answers::marks_of(question, facts); }), code);
    EXPECT_EQ(code_of([&] { (void)triads_in_time(graph, facts, {}); }), code);
  }
}

TEST(GivenFacts, WithoutTheEndsOfTheirRelationsAreRefused) {
  const Graph graph = two_meetings();
  SelectedFacts facts = graph.facts();
  facts.entities.pop_back();
  EXPECT_EQ(code_of([&] { (void)graph.select(facts); }), "bad-facts");
  EXPECT_EQ(code_of([&] { (void)diagram(graph, facts, {}); }), "bad-facts");
  facts.entities.clear();
  EXPECT_EQ(code_of([&] { (void)graph.select(facts); }), "bad-facts");
  // A graph with another order of ids: each relation is there, and its ends are others.
  GraphBuilder builder(graph);
  builder.put(Entity{.id = "A", .kind = "person"});
  EXPECT_EQ(code_of([&] { (void)builder.build().select(graph.facts()); }), "bad-facts");
}

TEST(GivenEntities, ToHighlightOrToDrawAmongAreOfTheGraph) {
  const Graph graph = two_meetings();
  for (const EntityId wrong : {EntityId{}, EntityId(3)}) {
    EXPECT_EQ(code_of([&] { (void)diagram(graph, {}, {.highlight = {wrong}}); }), "out-of-range");
    EXPECT_EQ(code_of([&] { (void)diagram(graph, {}, {.among = {wrong}}); }), "out-of-range");
  }
}

TEST(GivenEntities, OfARankingAreSome) {
  EXPECT_EQ(code_of([] { (void)Ranking("own", {{EntityId{}, 1.0}}); }), "out-of-range");
}

TEST(GivenEntities, ToShareSomethingAreAtLeastOne) {
  const answers::Question question{.graph = two_meetings()};
  EXPECT_EQ(code_of([&] { (void)answers::common(question, {}); }), "no-entities");
  EXPECT_EQ(answers::common(question, {{"b"}}).found.size(), 2U);
}

TEST(GivenFunctions, AreThere) {
  const Graph graph = two_meetings();
  EXPECT_EQ(code_of([&] { (void)graph.facts().where(graph, {}); }), "no-function");
  EXPECT_EQ(code_of([&] { (void)series(graph, NetworkMeasure{}); }), "no-function");
  EXPECT_EQ(code_of([&] {
              (void)rank(graph.select(), "mine", {.own = {{"mine", {}}}});
            }),
            "no-function");
}

TEST(GivenFunctions, DoNotTakeTheNamesOfMeasures) {
  const Network network = two_meetings().select();
  const auto own = [](const Network& g, const RankOptions&) {
    return Ranking("mine", {{g.entity(0), 42.0}});
  };
  const RankOptions taken{.own = {{"degree", own}, {"mine", own}}};
  EXPECT_EQ(code_of([&] { (void)rank(network, "degree", taken); }), "taken-name");
  EXPECT_EQ(code_of([&] { (void)rank(network, "mine", taken); }), "taken-name");
  EXPECT_EQ(code_of([&] { (void)rank_edges(network, "edge-betweenness", taken); }), "taken-name");
  EXPECT_EQ(rank(network, "mine", {.own = {{"mine", own}}}).rows().front().second, 42.0);
}

TEST(GivenPaths, AreAtLeastOne) {
  const std::vector<std::string> none;
  EXPECT_EQ(code_of([&] { (void)load_graph(none); }), "no-input");
  EXPECT_EQ(code_of([&] { (void)load_dossiers(none); }), "no-input");
  EXPECT_EQ(code_of([&] { (void)read_dossier(none); }), "no-input");
  EXPECT_EQ(code_of([&] { (void)check_dossier(none); }), "no-input");
  EXPECT_EQ(code_of([&] { (void)check_leniently(none); }), "no-input");
}

}  // namespace
}  // namespace entente
