#pragma once

/// Which relations touch which entities in a graph made from another.

#include <vector>

#include "facts/build/renumbering.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// A relation at one of its ends.
struct TieEnd {
  EntityId entity = {};
  RelationId relation = {};
  friend auto operator<=>(const TieEnd&, const TieEnd&) = default;
};

/// Fills the incidence of `next` with that of `before` without the ties that were lost, which bear
/// their old numbers, and with those that were gained, which bear their new ones. Cost: one copy.
void tie_next(const Graph::Store& before, Renumbering& renumbered, std::vector<TieEnd> lost,
              std::vector<TieEnd> gained, Graph::Store& next);

}  // namespace entente
