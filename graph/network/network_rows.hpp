#pragma once

/// The rows of a network, out of its edges.

#include <cstdint>
#include <numeric>

#include "network/network_store.hpp"
#include "system/scratch.hpp"

namespace entente {

using Numbers = Scratch<std::uint32_t>;

/// Turns counts at [i + 1] into beginnings at [i] and the total at the end.
template <class Counts>
void accumulate(Counts& counts) {
  std::partial_sum(counts.begin(), counts.end(), counts.begin());
}

/// Rows of both ends of every edge. `to` is the greater end of each, ascending within the row of
/// the smaller one, which `store.forward` cuts out.
void fill_undirected(Network::Store& store, const Numbers& to);

/// Rows of both directions; `to` is the end of each arc, and `store.forward` becomes the offsets of
/// the rows of their beginnings.
void fill_directed(Network::Store& store, const Numbers& to);

}  // namespace entente
