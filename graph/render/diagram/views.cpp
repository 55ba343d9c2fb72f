#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <entente/algorithm/neighborhood.hpp>
#include <entente/error.hpp>
#include <entente/network/network.hpp>
#include <entente/render/legible.hpp>
#include <entente/render/views.hpp>

#include "render/diagram/build_diagram.hpp"
#include "render/diagram/facts_among.hpp"
#include "render/diagram/fold/join_edges.hpp"
#include "render/diagram/main_kinds.hpp"
#include "render/diagram/places/ego_ladder.hpp"
#include "render/diagram/places/ego_sectors.hpp"
#include "render/diagram/places/route_places.hpp"
#include "render/diagram/wording.hpp"
#include "render/label/label.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr std::size_t most_surroundings = 40;
constexpr std::size_t few_around = 25;  // of more, statements and the like are counted

std::string name_of(const Graph& graph, EntityId entity, const LanguagePreference& languages) {
  return drawable(graph.name(entity, languages));
}

Phrase title(Word word_, const LanguagePreference& languages,
             std::initializer_list<std::string_view> values) {
  return {worded(word_, languages, values), word(word_, languages).language};
}

/// How many of some entities each other entity is tied to.
std::map<EntityId, std::size_t> ties_to(const Graph& graph, const SelectedFacts& facts,
                                        const std::set<EntityId>& entities) {
  std::set<std::pair<EntityId, EntityId>> pairs;
  for (const SelectedRelation& row : facts.relations) {
    const EntityId from = graph.from(row.relation);
    const EntityId to = graph.to(row.relation);
    if (entities.contains(from) && !entities.contains(to)) pairs.emplace(to, from);
    if (entities.contains(to) && !entities.contains(from)) pairs.emplace(from, to);
  }
  std::map<EntityId, std::size_t> counts;
  for (const auto& [outside, inside] : pairs) ++counts[outside];
  return counts;
}

/// The best tied of those tied to at least `least`.
std::set<EntityId> surroundings(const std::map<EntityId, std::size_t>& ties, std::size_t least,
                                std::size_t most) {
  std::vector<std::pair<std::size_t, EntityId>> order;
  for (const auto& [entity, count] : ties)
    if (count >= least) order.emplace_back(count, entity);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  order.resize(std::min(order.size(), most));
  std::set<EntityId> result;
  for (const auto& [count, entity] : order) result.insert(entity);
  return result;
}

/// Whether a page has no room for sectors side by side.
bool is_narrow(const std::optional<Size>& page) {
  constexpr double narrow = 320;  // points
  return page && page->width < narrow;
}

/// Everything within reach of a centre, by its hops.
std::map<EntityId, std::uint32_t> reach_of(const Graph& graph, const Selection& selection,
                                           EntityId centre, std::uint32_t depth) {
  std::map<EntityId, std::uint32_t> result = {{centre, 0}};
  for (const Reached& reached : neighbors_within(graph.select(selection), centre, depth))
    result.emplace(reached.entity, reached.distance);
  return result;
}

/// How many entities beyond the reach are shown: the fewer, the more are within.
std::size_t surroundings_wanted(std::size_t within) {
  return within > most_surroundings ? most_surroundings / 5 : most_surroundings - within / 2;
}

/// Entities by hops; where there is no room for all, the farther go first.
struct Rings {
  std::set<EntityId> all = {};   ///< with the last ring, of which only some have room
  std::set<EntityId> kept = {};  ///< that have room for certain
};

Rings rings_of(const std::map<EntityId, std::uint32_t>& hops, std::size_t room,
               const std::function<bool(EntityId)>& is_drawn) {
  std::map<std::uint32_t, std::vector<EntityId>> by_distance;
  std::map<std::uint32_t, std::size_t> drawn;
  for (const auto& [entity, distance] : hops) {
    by_distance[distance].push_back(entity);
    drawn[distance] += is_drawn(entity) ? 1 : 0;
  }
  Rings rings;
  std::size_t used = 0;
  for (const auto& [distance, entities] : by_distance) {
    rings.all.insert(entities.begin(), entities.end());
    used += drawn[distance];
    if (used > room) break;
    rings.kept = rings.all;
  }
  return rings;
}

/// Where many ties are labelled of, those that the legend explains as well need no words of their
/// own.
void spare_words(Diagram& diagram) {
  constexpr std::size_t few = 24;
  std::map<std::pair<std::string, Ends>, std::set<std::string>> types;
  std::size_t labelled = 0;
  for (const DiagramEdge& edge : diagram.edges) {
    if (edge.emphasis != Emphasis::faded) types[{edge.drawing_class, edge.ends}].insert(edge.type);
    labelled += edge.label.empty() ? 0 : 1;
  }
  if (labelled <= few) return;
  for (DiagramEdge& edge : diagram.edges)
    if (types[{edge.drawing_class, edge.ends}].size() == 1) edge.label.clear();
}

/// The facts that touch some entities, and not those between others.
SelectedFacts facts_touching(const Graph& graph, SelectedFacts facts,
                             const std::set<EntityId>& entities) {
  std::erase_if(facts.relations, [&](const SelectedRelation& row) {
    return !entities.contains(graph.from(row.relation)) &&
           !entities.contains(graph.to(row.relation));
  });
  return facts;
}

/// Of more lines between what is tied to a centre its own ties cannot be told.
constexpr std::size_t most_around_a_centre = 40;

/// How many relations some entities have without the centre.
std::size_t lines_without(const Graph& graph, const SelectedFacts& facts,
                          const std::set<EntityId>& entities, EntityId centre) {
  return static_cast<std::size_t>(
      std::ranges::count_if(facts.relations, [&](const SelectedRelation& row) {
        const EntityId from = graph.from(row.relation);
        const EntityId to = graph.to(row.relation);
        return from != centre && to != centre && entities.contains(from) && entities.contains(to);
      }));
}

}  // namespace

Diagram ego_diagram(const Graph& graph, EntityId centre, const Selection& selection,
                    const DiagramOptions& options, std::uint32_t depth) {
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  const SelectedFacts facts = graph.facts(selection);
  const std::map<EntityId, std::uint32_t> hops = reach_of(graph, selection, centre, depth);
  Accent accent{.other_entities = Emphasis::faded,
                .other_relations = Emphasis::faded,
                .plans = Plans::with_reports};
  DiagramOptions unfolded = options;
  unfolded.folding = Folding::none;
  const bool unasked = selection.kinds.empty() && selection.types.empty();
  if (unasked && hops.size() > few_around && !stands_aside(graph, centre))
    accent.kinds = DrawnKinds::main;
  const auto is_drawn = [&](EntityId entity) {
    return accent.kinds != DrawnKinds::main || !stands_aside(graph, entity);
  };
  Rings rings = rings_of(hops, options.max_entities, is_drawn);
  std::set<EntityId> shown = std::move(rings.all);
  for (const EntityId entity : shown)
    accent.entities[entity] = entity == centre ? Emphasis::strong : Emphasis::normal;
  const auto drawn_within =
      static_cast<std::size_t>(std::count_if(shown.begin(), shown.end(), is_drawn));
  if (drawn_within > options.max_entities) accent.kept = std::move(rings.kept);
  const std::size_t room_beyond =
      options.max_entities - std::min(options.max_entities, drawn_within);
  const bool as_ladder = depth == 1 && is_narrow(options.page);
  std::set<EntityId> near;  // what is tied to those alone that are drawn has lines
  std::ranges::copy_if(shown, std::inserter(near, near.end()), is_drawn);
  const bool ties_alone =
      as_ladder || (depth == 1 && lines_without(graph, facts, near, centre) > most_around_a_centre);
  if (!ties_alone) {
    std::map<EntityId, std::size_t> beyond = ties_to(graph, facts, near);
    if (unasked && !stands_aside(graph, centre))
      std::erase_if(beyond, [&](const auto& each) { return stands_aside(graph, each.first); });
    std::erase_if(beyond, [&](const auto& each) { return shown.contains(each.first); });
    shown.merge(surroundings(beyond, shown.size() > 25 ? 3 : 2,
                             std::min(room_beyond, surroundings_wanted(shown.size()))));
  }
  const SelectedFacts seen = ties_alone ? facts_touching(graph, facts, {centre}) : facts;
  const SelectedFacts drawn = facts_among(graph, seen, {shown.begin(), shown.end()});
  for (const SelectedRelation& row : drawn.relations) {
    const auto from = hops.find(graph.from(row.relation));
    const auto to = hops.find(graph.to(row.relation));
    if (from == hops.end() || to == hops.end() || std::min(from->second, to->second) >= depth)
      continue;
    accent.relations[row.relation] = Emphasis::normal;
    if (from->first == centre || to->first == centre) accent.detailed.insert(row.relation);
  }
  accent.title = title(Word::ties_of, languages, {name_of(graph, centre, languages)});
  Diagram result = build_diagram(graph, drawn, selection, unfolded, accent);
  spare_words(result);
  if (as_ladder)
    pin_ladder(result, graph.id(centre), graph.vocabulary());
  else if (depth == 1)
    pin_sectors(result, graph.id(centre), graph.vocabulary());
  return result;
}

namespace {

/// What is tied to several entities of a route: the best tied, and all that stand aside.
std::set<EntityId> around_route(const Graph& graph, const SelectedFacts& facts,
                                const std::set<EntityId>& route, DrawnKinds kinds) {
  std::map<EntityId, std::size_t> main = ties_to(graph, facts, route);
  std::map<EntityId, std::size_t> beside;
  if (kinds == DrawnKinds::main)
    std::erase_if(main, [&](const auto& each) {
      if (!stands_aside(graph, each.first)) return false;
      beside.insert(each);
      return true;
    });
  std::set<EntityId> result = surroundings(main, 2, most_surroundings);
  result.merge(surroundings(beside, 2, beside.size()));
  return result;
}

}  // namespace

Diagram path_diagram(const Graph& graph, std::span<const Path> paths, const Selection& selection,
                     const DiagramOptions& options) {
  if (paths.empty() || paths.front().entities.empty())
    throw InvalidArgument("no-path", "there is no path to draw");
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  Accent accent{.other_entities = Emphasis::faded,
                .other_relations = Emphasis::faded,
                .plans = Plans::with_reports};
  std::set<EntityId> route;
  for (const Path& path : paths) {
    for (const EntityId entity : path.entities) {
      route.insert(entity);
      accent.entities[entity] = Emphasis::strong;
    }
    for (std::size_t i = 0; i < path.steps.size(); ++i)
      for (const RelationId relation : path.steps[i].relations) {
        accent.relations[relation] = Emphasis::strong;
        accent.detailed.insert(relation);
        if (graph.from(relation) != path.entities[i]) accent.backwards.insert(relation);
      }
  }
  const auto is_aside = [&](EntityId entity) { return stands_aside(graph, entity); };
  if (selection.kinds.empty() && selection.types.empty() && std::ranges::none_of(route, is_aside))
    accent.kinds = DrawnKinds::main;
  std::set<EntityId> shown = route;
  const SelectedFacts facts = facts_touching(graph, graph.facts(selection), route);
  const bool downward = paths.size() == 1 && runs_downward(paths.front(), options.page);
  // Several routes are surroundings enough of each other.
  if (!downward && paths.size() == 1) shown.merge(around_route(graph, facts, route, accent.kinds));
  accent.title = title(Word::from_to, languages,
                       {name_of(graph, paths.front().entities.front(), languages),
                        name_of(graph, paths.front().entities.back(), languages)});
  DiagramOptions unfolded = options;
  unfolded.folding = Folding::none;
  Diagram result = build_diagram(graph, facts_among(graph, facts, {shown.begin(), shown.end()}),
                                 selection, unfolded, accent);
  join_parallels(result.edges);  // of the surroundings, whose lines have no words
  pin_routes(result, graph, paths, downward ? RouteDirection::downward : RouteDirection::across);
  return result;
}

}  // namespace entente
