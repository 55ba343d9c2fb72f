#pragma once

/// Where a network would fall apart.

#include <vector>

#include <entente/algorithm/components.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// The edges without which some entities would no longer be connected, by the ids of their ends,
/// the smaller first. Direction does not count; an edge with a parallel one, or one back, is no
/// bridge. Cost: O(n + m). @see R. Tarjan, SIAM J. Comput. 1 (1972) 146.
[[nodiscard]] std::vector<EdgeIndex> bridges(const Network& g, const RunControl& run = {});

/// The entities without which some others would no longer be connected, by id. Direction does not
/// count. Cost: O(n + m). @see J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372.
[[nodiscard]] std::vector<EntityId> cut_vertices(const Network& g, const RunControl& run = {});

/// Parts that stay connected whichever one entity is lost: the largest first, then by ids; members
/// by id. Two tied entities are a part; isolated ones are in none, cut vertices in several. Cost:
/// O(n + m), and sorting. @see J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372.
[[nodiscard]] Groups biconnected_components(const Network& g, const RunControl& run = {});

}  // namespace entente
