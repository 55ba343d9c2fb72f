#include <algorithm>
#include <functional>
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
#include "render/diagram/ego_sectors.hpp"
#include "render/diagram/facts_among.hpp"
#include "render/diagram/main_kinds.hpp"
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

constexpr double step_across = 290;  // of a route: far enough for what is labelled of it

/// Whether a page is too narrow for a route from side to side.
bool runs_downward(const Path& path, const std::optional<Size>& page) {
  constexpr double last_box = 220;
  constexpr double smallest_text = 8;
  if (!page) return false;
  const double across = step_across * static_cast<double>(path.entities.size() - 1) + last_box;
  return page->width * smallest_text < across * least_readable;
}

/// How far apart two entities of a route that runs downward stand: each tie has room for its words.
double step_down(const Diagram& diagram, std::string_view from, std::string_view to) {
  constexpr double least = 92;
  constexpr double around_words = 44;
  constexpr double row = 15;
  const auto joins = [&](const DiagramEdge& edge) {
    const std::string& a = diagram.nodes[edge.from].id;
    const std::string& b = diagram.nodes[edge.to].id;
    return edge.emphasis == Emphasis::strong && ((a == from && b == to) || (a == to && b == from));
  };
  const auto ties = static_cast<double>(std::ranges::count_if(diagram.edges, joins));
  return std::max(least, around_words + row * ties);
}

/// Routes' entities from left to right by steps from where all begin, those of one step below one
/// another; or from top to bottom.
void pin_routes(Diagram& diagram, const Graph& graph, std::span<const Path> paths, bool downward) {
  constexpr double least_down = 92;
  std::map<EntityId, std::size_t> steps;
  std::vector<std::vector<EntityId>> by_step;
  std::vector<double> tops;
  for (const Path& path : paths)
    for (std::size_t i = 0; i < path.entities.size(); ++i) {
      if (!steps.emplace(path.entities[i], i).second) continue;
      if (by_step.size() <= i) {
        by_step.resize(i + 1);
        tops.push_back(i == 0 ? 0
                              : tops.back() + step_down(diagram, graph.id(path.entities[i - 1]),
                                                        graph.id(path.entities[i])));
      }
      by_step[i].push_back(path.entities[i]);
    }
  for (std::size_t step = 0; step < by_step.size(); ++step)
    for (std::size_t k = 0; k < by_step[step].size(); ++k)
      for (DiagramNode& node : diagram.nodes)
        if (node.id == graph.id(by_step[step][k])) {
          const double along = static_cast<double>(step);
          const double across =
              static_cast<double>(k) - static_cast<double>(by_step[step].size() - 1) / 2;
          node.pinned = downward ? Point{step_across * across, tops[step]}
                                 : Point{step_across * along, least_down * across};
        }
}

}  // namespace

namespace {

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

}  // namespace

Diagram ego_diagram(const Graph& graph, EntityId centre, const Selection& selection,
                    const DiagramOptions& options, std::uint32_t depth) {
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  const SelectedFacts facts = graph.facts(selection);
  const std::map<EntityId, std::uint32_t> hops = reach_of(graph, selection, centre, depth);
  Accent accent{.other_entities = Emphasis::faded, .other_relations = Emphasis::faded};
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
  std::map<EntityId, std::size_t> beyond = ties_to(graph, facts, shown);
  if (unasked && !stands_aside(graph, centre))
    std::erase_if(beyond, [&](const auto& each) { return stands_aside(graph, each.first); });
  shown.merge(surroundings(beyond, shown.size() > 25 ? 3 : 2,
                           std::min(room_beyond, surroundings_wanted(shown.size()))));
  const SelectedFacts drawn = facts_among(graph, facts, {shown.begin(), shown.end()});
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
  if (depth == 1 && !is_narrow(options.page))
    pin_sectors(result, graph.id(centre), graph.vocabulary());
  return result;
}

Diagram path_diagram(const Graph& graph, std::span<const Path> paths, const Selection& selection,
                     const DiagramOptions& options) {
  if (paths.empty() || paths.front().entities.empty())
    throw InvalidArgument("no-path", "there is no path to draw");
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  const SelectedFacts facts = graph.facts(selection);
  Accent accent{.other_entities = Emphasis::faded, .other_relations = Emphasis::faded};
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
  std::set<EntityId> shown = route;
  const bool downward = paths.size() == 1 && runs_downward(paths.front(), options.page);
  if (!downward) shown.merge(surroundings(ties_to(graph, facts, route), 2, most_surroundings));
  accent.title = title(Word::from_to, languages,
                       {name_of(graph, paths.front().entities.front(), languages),
                        name_of(graph, paths.front().entities.back(), languages)});
  Diagram result = build_diagram(graph, facts_among(graph, facts, {shown.begin(), shown.end()}),
                                 selection, options, accent);
  pin_routes(result, graph, paths, downward);
  return result;
}

}  // namespace entente
