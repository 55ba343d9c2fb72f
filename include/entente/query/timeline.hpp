#pragma once

/// The ordered history of entities, or of everything.

#include <span>
#include <variant>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>

namespace ENTENTE_API entente {

/// The selected relations in order of time: by the first day they may have begun, of unknown starts
/// by the first day that is known of them, undated ones last. Within a day those without a clock
/// time come first, then by instant if all clocks of the day have offsets, else as the clocks show;
/// then by id.
/// Cost: O(n log n).
[[nodiscard]] std::vector<SelectedRelation> in_order_of_time(
    const Graph& graph, std::span<const SelectedRelation> relations);

/// The same by the dates that a viewpoint shows, which may be others or none.
[[nodiscard]] std::vector<SelectedRelation> in_order_of_time(
    const Graph& graph, std::span<const SelectedRelation> relations, const Viewpoint& viewpoint);

/// An entity that has a lifespan, and what the period's question says of it.
struct SelectedEntity {
  EntityId entity = {};            ///< of the graph
  Verdict verdict = Verdict::yes;  ///< yes or maybe
  bool qualified = false;          ///< the verdict rests on a date marked ? or ~
  Why why = Why::none;             ///< the reason for a *maybe*
};

/// A dated fact: a relation, or an entity with its lifespan.
using DatedFact = std::variant<SelectedRelation, SelectedEntity>;

/// Relations and lifespans together in order of time, entities before relations of one moment.
/// Cost: O(n log n).
[[nodiscard]] std::vector<DatedFact> in_order_of_time(const Graph& graph,
                                                      std::span<const SelectedRelation> relations,
                                                      std::span<const SelectedEntity> entities);

/// The entities with a lifespan that the selection keeps, by id. None if it narrows relations, by
/// type, modality or source: lifespans have none of these. They are always known.
/// Cost: O(entities). @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] std::vector<SelectedEntity> lifespans(const Graph& graph,
                                                    const Selection& selection = {});

/// As timeline(), with the lifespans: of one entity its own, of several none, of none all there
/// are.
/// @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] std::vector<DatedFact> dated_history(const Graph& graph,
                                                   std::span<const EntityId> entities,
                                                   const Selection& selection = {});

/// The history of an entity, or of what happened among several: of one, all its selected relations,
/// walked as the selection directs; of more, those with both ends among them; of none, all there
/// are. In order of time. Cost: O(relations of the entities named), of none O(relations).
/// @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] std::vector<SelectedRelation> timeline(const Graph& graph,
                                                     std::span<const EntityId> entities,
                                                     const Selection& selection = {});

}  // namespace entente
