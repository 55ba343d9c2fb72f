#pragma once

/// Who stays where there are more entities than a picture has room for.

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include <entente/facts/graph.hpp>

namespace entente {

/// Who is tied to whom; every entity of a picture has a row.
using Neighbours = std::map<EntityId, std::set<EntityId>>;

/// How much each matters: by kind, and by the logarithm of the ties that lead to others who are not
/// tied to each other. Cost: O(Σ degree²), degrees beyond 500 counted without their triangles.
/// @see R. S. Burt, "Structural Holes", 1992 (effective size).
[[nodiscard]] std::map<EntityId, double> importance(const Graph& graph,
                                                    const Neighbours& neighbours);

/// At most `most` of the entities, ascending. Every kind keeps a share that grows with the root of
/// its number, so that people survive beside treaties. Out of a kind that has more than its share
/// goes, again and again, who is tied to nobody that is left, else who matters least.
/// Cost: O(relations log entities), and that of `importance`.
[[nodiscard]] std::vector<EntityId> most_important(const Graph& graph, Neighbours neighbours,
                                                   const std::function<bool(EntityId)>& must_stay,
                                                   std::size_t most);

}  // namespace entente
