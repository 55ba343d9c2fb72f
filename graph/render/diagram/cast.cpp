#include <algorithm>
#include <set>

#include <entente/render/snapshots.hpp>

#include "render/diagram/build_diagram.hpp"

namespace entente {
namespace {

/// The facts without the entities that none of them ties.
SelectedFacts tied_alone(const Graph& graph, const SelectedFacts& facts,
                         const std::vector<EntityId>& highlight) {
  std::set<EntityId> tied(highlight.begin(), highlight.end());
  for (const SelectedRelation& row : facts.relations)
    tied.insert({graph.from(row.relation), graph.to(row.relation)});
  if (facts.relations.empty()) return facts;
  SelectedFacts result = facts;
  std::erase_if(result.entities, [&](EntityId entity) { return !tied.contains(entity); });
  return result;
}

}  // namespace

Cast cast_of_all_times(const Graph& graph, const SelectedFacts& facts, const Selection& selection,
                       const DiagramOptions& options) {
  DiagramOptions unfolded = options;
  unfolded.folding = Folding::none;
  const bool shows_all = selection.isolated == Isolated::always;
  const bool unasked = selection.kinds.empty() && selection.types.empty() && !shows_all;
  const Diagram all =
      build_diagram(graph, shows_all ? facts : tied_alone(graph, facts, options.highlight),
                    selection, unfolded, {.kinds = unasked ? DrawnKinds::main : DrawnKinds::all});
  Cast cast{.left_out = all.left_out, .left_aside = all.page.left_aside};
  for (const DiagramNode& node : all.nodes)
    if (const auto entity = graph.entity(node.id)) cast.entities.push_back(*entity);
  std::sort(cast.entities.begin(), cast.entities.end());
  return cast;
}

}  // namespace entente
