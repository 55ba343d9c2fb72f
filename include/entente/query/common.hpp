#pragma once

/// What several entities share.

#include <optional>
#include <span>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>
#include <entente/query/common_span.hpp>

namespace ENTENTE_API entente {

/// An entity that is tied to each of those asked about, and by which relations.
struct Shared {
  EntityId entity = {};                     ///< what all have
  std::vector<SelectedRelation> relations;  ///< in order of time
  Verdict verdict = Verdict::yes;           ///< whether these certainly hold together
  /// When they do: from the first to the last act at an event, agreement, document or statement;
  /// else the common span of the best choice. None if an undated one leaves no more to say.
  std::optional<CommonSpan> span = {};
  /// The reason for a *maybe*: the gravest of why each relation, or that they meet, is one.
  Why why = Why::none;
};

/// The agreements, bodies, events, and then all others that a selected relation ties to every one
/// of `entities`, by id within a kind; edges are walked as the selection directs. What the entities
/// share they share at one time: a relation counts only if it holds together with one of each of
/// the others, within the selection's period. Acts at an event, an agreement, a document or a
/// statement go together whatever their days, and what is undated raises no objection.
/// Cost: O(relations), and for each shared entity the pairs of its relations.
/// @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] std::vector<Shared> common(const Graph& graph, std::span<const EntityId> entities,
                                         const Selection& selection = {});

/// What the ends of edges of a one-mode network share, and when: of all that ties them, what they
/// share for certain, then for longest. `network` is one over kinds of entities that `selection`
/// of the graph gives, and `edges` are its edges. Cost: O(relations), and for each edge as
/// common().
[[nodiscard]] std::vector<std::optional<Shared>> shared_by_edges(const Graph& graph,
                                                                 const Network& network,
                                                                 std::span<const EdgeIndex> edges,
                                                                 const Selection& selection = {});

}  // namespace entente
