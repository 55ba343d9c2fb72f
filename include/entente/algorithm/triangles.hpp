#pragma once

/// Whether one's ties are tied to each other.

#include <cstdint>

#include <entente/algorithm/ranking.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// How many triangles there are. Direction, parallel edges and self-loops do not count.
/// Cost: O(m^1.5). @see T. Schank, D. Wagner, WEA 2005, LNCS 3503, 606.
[[nodiscard]] std::uint64_t triangle_count(const Network& g, const RunControl& run = {});

/// In how many triangles each entity is. Cost: as triangle_count().
[[nodiscard]] Ranking triangles(const Network& g, const RunControl& run = {});

/// Local clustering: of all pairs of neighbours the share that is tied; 0 with fewer than two.
///
/// In a directed network Fagiolo's share of all directed triangles that could be, as in NetworkX.
/// Cost: as triangle_count(). @see D. Watts, S. Strogatz, Nature 393 (1998) 440; G. Fagiolo,
/// Physical Review E 76 (2007) 026107.
[[nodiscard]] Ranking clustering(const Network& g, const RunControl& run = {});

/// Of all paths of two edges the share that closes to a triangle; 0 if there is none. Direction
/// does not count. Cost: as triangle_count(). @see M. Newman, S. Strogatz, D. Watts, Physical
/// Review E 64 (2001) 026118.
[[nodiscard]] double transitivity(const Network& g, const RunControl& run = {});

}  // namespace entente
