#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
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
#include "words/plans.hpp"

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

constexpr double step_across = 290;  // of a route: far enough for what is labelled of it

/// Whether a page is too narrow for a route from side to side.
bool runs_downward(const Path& path, const std::optional<Size>& page) {
  constexpr double last_box = 220;
  constexpr double smallest_text = 8;
  if (!page) return false;
  const double across = step_across * static_cast<double>(path.entities.size() - 1) + last_box;
  return page->width * smallest_text < across * least_readable;
}

/// A route's entities side by side, or one below the other.
void pin_route(Diagram& diagram, const Graph& graph, const Path& path, bool downward) {
  constexpr double step_down = 92;
  for (std::size_t i = 0; i < path.entities.size(); ++i)
    for (DiagramNode& node : diagram.nodes)
      if (node.id == graph.id(path.entities[i])) {
        const auto at = static_cast<double>(i);
        node.pinned = downward ? Point{0, step_down * at} : Point{step_across * at, 0};
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

/// Where many ties are labelled of, those that the legend tells as well need no words of their own.
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

/// The words of a tie that is told against its direction: "is assisted by" for "assists"; as they
/// are where its type has no such words.
void tell_backwards(DiagramEdge& edge, const RelationType& type,
                    const LanguagePreference& languages) {
  const Phrase forward = best_label(type.forward, languages);
  const Phrase inverse = best_label(type.inverse, languages);
  if (inverse.text.empty() || inverse.language != forward.language) return;
  const std::string told =
      as_plan(forward.text, forward.language, edge.modality).value_or(forward.text);
  if (!edge.label.starts_with(told)) return;
  const auto plan = as_plan(inverse.text, inverse.language, edge.modality);
  edge.label.replace(0, told.size(), plan.value_or(inverse.text));
  edge.mark = plan ? Phrase{} : modality_mark(edge.modality, languages);
}

/// Whoever reads along a route reads its words that way round.
void tell_along(Diagram& diagram, const Graph& graph, std::span<const Path> paths,
                const LanguagePreference& languages) {
  std::map<std::string, std::size_t, std::less<>> step;
  for (const Path& path : paths)
    for (std::size_t i = 0; i < path.entities.size(); ++i)
      step.try_emplace(std::string(graph.id(path.entities[i])), i);
  for (DiagramEdge& edge : diagram.edges) {
    if (edge.emphasis != Emphasis::strong || edge.ends == Ends::both_ways) continue;
    const auto from = step.find(diagram.nodes[edge.from].id);
    const auto to = step.find(diagram.nodes[edge.to].id);
    const RelationType* type = graph.vocabulary().find_type(edge.type);
    if (from == step.end() || to == step.end() || type == nullptr) continue;
    if (from->second > to->second) tell_backwards(edge, *type, languages);
  }
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
  if (depth == 1) pin_sectors(result, graph.id(centre), graph.vocabulary());
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
    for (const Step& step : path.steps)
      for (const RelationId relation : step.relations) {
        accent.relations[relation] = Emphasis::strong;
        accent.detailed.insert(relation);
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
  tell_along(result, graph, paths, languages);
  if (paths.size() == 1) pin_route(result, graph, paths.front(), downward);
  return result;
}

}  // namespace entente
