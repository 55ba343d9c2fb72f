#pragma once

/// When entities were there.

#include <optional>

#include <entente/facts/graph.hpp>

namespace entente {

/// An entity's `when`, unless it is a document, of which it is the date of publication.
[[nodiscard]] inline std::optional<When> lifespan_of(const Graph& graph, EntityId entity) {
  if (graph.vocabulary().is_a(graph.kind(entity), "document")) return std::nullopt;
  return graph.when(entity);
}

}  // namespace entente
