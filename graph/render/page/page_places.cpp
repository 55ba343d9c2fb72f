#include "render/page/page_places.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include <entente/algorithm/communities.hpp>
#include <entente/network/network.hpp>
#include <entente/render/layout.hpp>

#include "render/diagram/main_kinds.hpp"
#include "render/label/measure.hpp"

namespace entente {
namespace {

constexpr Font name_font{11, FontWeight::bold};
constexpr double name_width = 120;
constexpr double dot = 12;
/// Of more entities only marks have room; their names stand beside them where they can.
constexpr std::size_t most_boxes = 800;
constexpr Size mark_box = {22, 16};

Size box_of_name(std::string_view name) {
  const auto lines = set_in_lines(name, name_font, name_width, 3);
  double width = 24;
  for (const std::string& line : lines) width = std::max(width, text_width(line, name_font));
  return {
      width + 16,
      line_height(name_font) * static_cast<double>(std::max<std::size_t>(1, lines.size())) + 10};
}

using PageTies = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Who is tied to whom, by place in the list, each pair once.
PageTies page_ties(const Graph& graph, const std::vector<EntityId>& entities,
                   const std::vector<RelationId>& relations) {
  std::vector<std::uint32_t> row(graph.entity_count(), std::numeric_limits<std::uint32_t>::max());
  for (std::uint32_t i = 0; i < entities.size(); ++i) row[index(entities[i])] = i;
  PageTies ties;
  for (const RelationId relation : relations) {
    const std::uint32_t a = row[index(graph.from(relation))];
    const std::uint32_t b = row[index(graph.to(relation))];
    if (a != b) ties.emplace_back(std::min(a, b), std::max(a, b));
  }
  std::sort(ties.begin(), ties.end());
  ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
  return ties;
}

void set_ranks(std::vector<PagePlace>& places, const PageTies& ties) {
  std::vector<std::size_t> degree(places.size(), 0);
  for (const auto& [a, b] : ties) {
    ++degree[a];
    ++degree[b];
  }
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(!places[a].is_main, -static_cast<std::int64_t>(degree[a])) <
           std::pair(!places[b].is_main, -static_cast<std::int64_t>(degree[b]));
  });
  for (std::size_t i = 0; i < order.size(); ++i) places[order[i]].rank = static_cast<int>(i);
}

/// First those that an overview draws, then the others near what they are tied to.
void place(std::vector<PagePlace>& places, const PageTies& ties) {
  std::vector<std::uint32_t> row(places.size(), 0);
  std::vector<LayoutVertex> vertices;
  std::vector<std::size_t> members;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i].is_main) continue;
    row[i] = static_cast<std::uint32_t>(vertices.size());
    vertices.push_back({places[i].box, {}, {}});
    members.push_back(i);
  }
  std::vector<LayoutEdge> edges;
  for (const auto& [a, b] : ties)
    if (places[a].is_main && places[b].is_main) edges.push_back({row[a], row[b], 40});
  const LayoutOptions options{.lengths = EdgeLengths::by_degree,
                              .gap = vertices.size() > most_boxes ? 6.0 : 18.0};
  const auto centres = layout(vertices, edges, options);
  for (std::size_t i = 0; i < members.size(); ++i) places[members[i]].centre = centres[i];
  if (members.size() == places.size()) return;
  vertices.clear();
  edges.clear();
  for (const PagePlace& each : places)
    vertices.push_back({each.box, each.is_main ? std::optional(each.centre) : std::nullopt, {}});
  for (const auto& [a, b] : ties) edges.push_back({a, b, 12});
  const auto all = layout(vertices, edges, {.edge_length = 60, .gap = 6});
  for (std::size_t i = 0; i < places.size(); ++i)
    if (!places[i].is_main) places[i].centre = all[i];
}

/// Regions of those that an overview draws: groups that the Leiden method finds among their ties.
void set_regions(std::vector<PagePlace>& places, const Graph& graph,
                 const std::vector<EntityId>& entities, const std::vector<RelationId>& relations) {
  std::vector<std::size_t> row(graph.entity_count(), places.size());
  for (std::size_t i = 0; i < entities.size(); ++i)
    if (places[i].is_main) row[index(entities[i])] = i;
  std::vector<SelectedRelation> rows;
  for (const RelationId relation : relations)
    if (row[index(graph.from(relation))] < places.size() &&
        row[index(graph.to(relation))] < places.size())
      rows.push_back({.relation = relation, .verdict = Verdict::yes});
  const Network network = graph.network_of(SelectedFacts::of(graph, std::move(rows), {}));
  constexpr std::size_t least = 3;
  int region = 0;
  for (const auto& group : leiden(network).groups) {
    if (group.size() < least) continue;
    for (const EntityId entity : group) places[row[index(entity)]].region = region;
    ++region;
  }
}

}  // namespace

std::vector<PagePlace> page_places(const Graph& graph, const std::vector<EntityId>& entities,
                                   const std::vector<RelationId>& relations,
                                   const LanguagePreference& languages) {
  std::set<EntityId> main;
  for (const EntityId entity : main_kinds(graph, entities, [](EntityId) { return false; }).entities)
    main.insert(entity);
  std::vector<PagePlace> places;
  for (const EntityId entity : entities) {
    const bool is_main = main.contains(entity);
    Size box{dot, dot};
    if (is_main)
      box = main.size() > most_boxes ? mark_box : box_of_name(graph.name(entity, languages));
    places.push_back({.box = box, .is_main = is_main});
  }
  const PageTies ties = page_ties(graph, entities, relations);
  set_ranks(places, ties);
  if (!places.empty()) place(places, ties);
  set_regions(places, graph, entities, relations);
  for (PagePlace& each : places)
    each.centre = {std::round(each.centre.x), std::round(each.centre.y)};
  return places;
}

}  // namespace entente
