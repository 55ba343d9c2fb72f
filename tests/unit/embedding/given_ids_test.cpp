// Every public call that takes the id of a record refuses one that its graph does not have.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/algorithm/communities.hpp>
#include <entente/algorithm/path.hpp>
#include <entente/algorithm/ranking.hpp>
#include <entente/answer/extract.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/local_facts.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/network/network.hpp>
#include <entente/query/common.hpp>
#include <entente/query/common_span.hpp>
#include <entente/query/lineage.hpp>
#include <entente/query/spells.hpp>
#include <entente/query/timeline.hpp>
#include <entente/query/triads_in_time.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/timeline_chart.hpp>
#include <entente/render/views.hpp>
#include <entente/words/sentence.hpp>

#include "support/code_of.hpp"
#include "support/graph_of.hpp"

namespace entente {
namespace {

using test::code_of;

Graph one_meeting() {
  return test::graph_of("person a\nperson b\nr: a met_with b when=2014");
}

template <class Id>
using Calls = std::vector<std::pair<std::string, std::function<void(Id)>>>;

Calls<RelationId> calls_with_relations(const Graph& g) {
  const Viewpoint view(g, {.as_of = "2014"});
  const auto rows = [](RelationId r) { return std::vector<SelectedRelation>{{.relation = r}}; };
  return {
      {"id", [&](RelationId r) { (void)g.id(r); }},
      {"type", [&](RelationId r) { (void)g.type(r); }},
      {"from", [&](RelationId r) { (void)g.from(r); }},
      {"to", [&](RelationId r) { (void)g.to(r); }},
      {"modality", [&](RelationId r) { (void)g.modality(r); }},
      {"when", [&](RelationId r) { (void)g.when(r); }},
      {"bounds", [&](RelationId r) { (void)g.bounds(r); }},
      {"inferred_from", [&](RelationId r) { (void)g.inferred_from(r); }},
      {"attribute", [&](RelationId r) { (void)g.attribute(r, "x"); }},
      {"attribute_view", [&](RelationId r) { (void)g.attribute_view(r, "x"); }},
      {"evidence", [&](RelationId r) { (void)g.evidence(r); }},
      {"record", [&](RelationId r) { (void)g.record(r); }},
      {"Viewpoint::judge", [view](RelationId r) { (void)view.judge(r); }},
      {"Viewpoint::judge in a window",
       [view](RelationId r) {
         (void)view.judge(r, {day_min, day_max});
       }},
      {"Viewpoint::evidence", [view](RelationId r) { (void)view.evidence(r); }},
      {"Viewpoint::dates", [view](RelationId r) { (void)view.dates(r); }},
      {"Viewpoint::when", [view](RelationId r) { (void)view.when(r); }},
      {"Viewpoint::context", [view](RelationId r) { (void)view.context(r); }},
      {"Viewpoint::inferred_end", [view](RelationId r) { (void)view.inferred_end(r); }},
      {"Viewpoint::shown_end", [view](RelationId r) { (void)view.shown_end(r); }},
      {"describe", [&](RelationId r) { (void)describe(g, r); }},
      {"describe as seen", [&g, view](RelationId r) { (void)describe(g, r, view); }},
      {"describe a step", [&](RelationId r) { (void)describe(g, Step{.relations = {r}}); }},
      {"spells", [&](RelationId r) { (void)spells(g, std::vector{r}); }},
      {"differing_accounts",
       [&](RelationId r) { (void)differing_accounts(g, std::vector{r}, {.as_of = "2014"}); }},
      {"common_span", [&](RelationId r) { (void)common_span(g, std::vector{r}); }},
      {"best_choice",
       [&](RelationId r) { (void)best_choice(g, std::vector<std::vector<RelationId>>{{r}}); }},
      {"spanned",
       [&](RelationId r) {
         const Path path{.entities = {EntityId(0), EntityId(1)}, .steps = {{.relations = {r}}}};
         (void)spanned(g, g.select(), {path}, g.facts(), {});
       }},
      {"in_order_of_time", [&g, rows](RelationId r) { (void)in_order_of_time(g, rows(r)); }},
      {"in_order_of_time as seen",
       [&g, rows, view](RelationId r) { (void)in_order_of_time(g, rows(r), view); }},
      {"in_order_of_time with lifespans",
       [&g, rows](RelationId r) { (void)in_order_of_time(g, rows(r), {}); }},
      {"timeline_chart", [&g, rows](RelationId r) { (void)timeline_chart(g, rows(r), {}); }},
      {"SelectedFacts::of", [&g, rows](RelationId r) { (void)SelectedFacts::of(g, rows(r)); }},
  };
}

Calls<EntityId> calls_with_entities(const Graph& g) {
  return {
      {"id", [&](EntityId e) { (void)g.id(e); }},
      {"kind", [&](EntityId e) { (void)g.kind(e); }},
      {"name", [&](EntityId e) { (void)g.name(e); }},
      {"when", [&](EntityId e) { (void)g.when(e); }},
      {"attribute", [&](EntityId e) { (void)g.attribute(e, "x"); }},
      {"attribute_view", [&](EntityId e) { (void)g.attribute_view(e, "x"); }},
      {"record", [&](EntityId e) { (void)g.record(e); }},
      {"relations", [&](EntityId e) { (void)g.relations(e); }},
      {"facts_at", [&](EntityId e) { (void)facts_at(g, {}, std::vector{e}); }},
      {"facts_at throughout a period",
       [&](EntityId e) { (void)facts_at(g, {.throughout = "2014"}, std::vector{e}); }},
      {"common",
       [&](EntityId e) {
         (void)common(g, std::vector{e, EntityId(0)});
       }},
      {"lineage", [&](EntityId e) { (void)lineage(g, e); }},
      {"timeline", [&](EntityId e) { (void)timeline(g, std::vector{e}); }},
      {"timeline throughout a period",
       [&](EntityId e) { (void)timeline(g, std::vector{e}, {.throughout = "2014"}); }},
      {"dated_history", [&](EntityId e) { (void)dated_history(g, std::vector{e}); }},
      {"in_order_of_time",
       [&](EntityId e) { (void)in_order_of_time(g, {}, std::vector<SelectedEntity>{{e}}); }},
      {"SelectedFacts::of", [&](EntityId e) { (void)SelectedFacts::of(g, {}, {e}); }},
      {"SelectedFacts::among", [&](EntityId e) { (void)g.facts().among(g, {e}); }},
      {"ego_diagram", [&](EntityId e) { (void)ego_diagram(g, e); }},
      {"highlight", [&](EntityId e) { (void)diagram(g, {}, {.highlight = {e}}); }},
      {"among", [&](EntityId e) { (void)diagram(g, {}, {.among = {e}}); }},
      {"timeline_chart", [&](EntityId e) { (void)timeline_chart(g, {}, std::vector{e}); }},
      {"describe a step",
       [&](EntityId e) { (void)describe(g, Step{.from = e, .to = e, .relations = {}}); }},
  };
}

TEST(GivenIds, OfRelationsAreOfTheGraph) {
  const Graph graph = one_meeting();
  for (const auto& each : calls_with_relations(graph)) {
    EXPECT_NE(code_of([&] { each.second(RelationId(0)); }), "out-of-range") << each.first;
    for (const RelationId wrong : {RelationId{}, RelationId(1), RelationId(4'000'000'000)})
      EXPECT_EQ(code_of([&] { each.second(wrong); }), "out-of-range") << each.first;
  }
}

TEST(GivenIds, OfEntitiesAreOfTheGraph) {
  const Graph graph = one_meeting();
  for (const auto& each : calls_with_entities(graph)) {
    EXPECT_NE(code_of([&] { each.second(EntityId(0)); }), "out-of-range") << each.first;
    for (const EntityId wrong : {EntityId{}, EntityId(2), EntityId(4'000'000'000)})
      EXPECT_EQ(code_of([&] { each.second(wrong); }), "out-of-range") << each.first;
  }
}

TEST(GivenIds, OfGroupsStandForSomeEntity) {
  const Network network = one_meeting().select();
  EXPECT_EQ(code_of([&] { (void)modularity(network, {{EntityId{}}}); }), "out-of-range");
}

}  // namespace
}  // namespace entente
