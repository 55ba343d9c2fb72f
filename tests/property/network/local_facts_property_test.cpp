// What is judged around a few entities against the same part of all facts, and what verbs answer
// from it against the network built whole.

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/algorithm/neighborhood.hpp>
#include <entente/algorithm/shortest_path.hpp>
#include <entente/answer/neighbors.hpp>
#include <entente/answer/path.hpp>
#include <entente/answer/show.hpp>
#include <entente/facts/local_facts.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/network/network.hpp>
#include <entente/query/common_span.hpp>
#include <entente/query/timeline.hpp>

#include "slow_facts.hpp"

namespace entente {
namespace {

bool same_row(const SelectedRelation& a, const SelectedRelation& b) {
  return a.relation == b.relation && a.verdict == b.verdict && a.qualified == b.qualified &&
         a.why == b.why && a.presumed == b.presumed;
}

template <class Check>
void for_all_worlds(Check check) {
  const Vocabulary vocabulary = builtin_vocabulary();
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    std::mt19937 chance(seed);
    const Graph graph(verify::random_dossier(chance), vocabulary);
    for (int i = 0; i < 10; ++i) {
      Selection selection = verify::random_selection(chance);
      selection.direction = static_cast<Direction>(chance() % 3);
      const EntityId entity{static_cast<std::uint32_t>(chance() % graph.entity_count())};
      SCOPED_TRACE("seed " + std::to_string(seed) + ", selection " + std::to_string(i) + ", " +
                   std::string(graph.id(entity)));
      check(graph, selection, entity);
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST(LocalFacts, AreAPartOfAll) {
  for_all_worlds([](const Graph& graph, const Selection& selection, EntityId entity) {
    const EntityId other{static_cast<std::uint32_t>((index(entity) + 1) % graph.entity_count())};
    const SelectedFacts all = graph.facts(selection);
    const SelectedFacts local = facts_at(graph, selection, std::vector{entity, other});
    const auto touches = [&](RelationId relation) {
      for (const EntityId each : {entity, other})
        if (graph.from(relation) == each || graph.to(relation) == each) return true;
      return false;
    };
    std::vector<SelectedRelation> rows;
    for (const SelectedRelation& row : all.relations)
      if (touches(row.relation)) rows.push_back(row);
    std::vector<RelationId> undated;
    std::vector<RelationId> ended;
    std::copy_if(all.undated.begin(), all.undated.end(), std::back_inserter(undated), touches);
    std::copy_if(all.inferred_ended.begin(), all.inferred_ended.end(), std::back_inserter(ended),
                 touches);
    ASSERT_EQ(local.relations.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      EXPECT_TRUE(same_row(local.relations[i], rows[i])) << graph.id(rows[i].relation);
    EXPECT_EQ(local.undated, undated);
    EXPECT_EQ(local.inferred_ended, ended);
  });
}

TEST(LocalFacts, AnswerWhatTheNetworkAnswers) {
  for_all_worlds([](const Graph& graph, const Selection& selection, EntityId entity) {
    const Network network = graph.select(selection);
    const SelectedFacts facts = graph.facts(selection);
    const auto local = answers::neighbors({.graph = graph, .selection = selection},
                                          {.entity = std::string(graph.id(entity)), .depth = 2});
    const std::vector<Reached> built = neighbors_within(network, entity, 2);
    ASSERT_EQ(local.found.size(), built.size());
    for (std::size_t i = 0; i < built.size(); ++i) {
      EXPECT_EQ(local.found[i].entity, built[i].entity);
      EXPECT_EQ(local.found[i].distance, built[i].distance);
      std::vector<SelectedRelation> rows;
      for (const EdgeIndex edge : built[i].edges)
        for (const RelationId relation : network.relations(edge))
          for (const SelectedRelation& row : facts.relations)
            if (row.relation == relation) rows.push_back(row);
      rows = in_order_of_time(graph, rows);
      ASSERT_EQ(local.found[i].rows.size(), rows.size());
      for (std::size_t r = 0; r < rows.size(); ++r)
        EXPECT_TRUE(same_row(local.found[i].rows[r], rows[r]));
    }
  });
}

std::vector<std::vector<EntityId>> ways(const std::vector<Path>& paths) {
  std::vector<std::vector<EntityId>> all;
  for (const Path& path : paths) all.push_back(path.entities);
  return all;
}

TEST(LocalFacts, HoldAllShortestPaths) {
  for_all_worlds([](const Graph& graph, const Selection& selection, EntityId entity) {
    const Network network = graph.select(selection);
    const SelectedFacts facts = graph.facts(selection);
    for (std::uint32_t i = 0; i < graph.entity_count(); ++i) {
      const EntityId other{i};
      if (other == entity) continue;
      answers::PathParameters parameters;
      parameters.from = std::string(graph.id(entity));
      parameters.to = std::string(graph.id(other));
      const auto one = answers::path({.graph = graph, .selection = selection}, parameters);
      const auto built = shortest_path(network, entity, other);
      ASSERT_EQ(one.paths.size(), built ? 1u : 0u);
      if (!built) continue;
      EXPECT_EQ(one.paths[0].entities, built->entities);
      EXPECT_EQ(one.paths[0].verdict, built->verdict);
      parameters.routes = answers::Routes::all_shortest;
      const auto all = answers::path({.graph = graph, .selection = selection}, parameters);
      EXPECT_EQ(ways(all.paths), ways(all_shortest_paths(network, entity, other).paths));
      const auto spans = spanned(graph, network, {*built}, facts, selection);
      ASSERT_EQ(spans.size(), one.shared.size());
      EXPECT_EQ(spans[0].span.has_value(), one.shared[0].span.has_value());
      if (spans[0].span) {
        EXPECT_EQ(spans[0].span->when, one.shared[0].span->when);
      }
      ASSERT_EQ(spans[0].path.steps.size(), one.paths[0].steps.size());
      for (std::size_t s = 0; s < spans[0].path.steps.size(); ++s)
        EXPECT_EQ(spans[0].path.steps[s].relations, one.paths[0].steps[s].relations);
    }
  });
}

}  // namespace
}  // namespace entente
