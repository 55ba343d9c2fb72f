#pragma once

/// What algorithms run on: a compact sparse-row graph of selected facts, and the way back to them.
/// network/boost.hpp makes it a model of the Boost Graph Library's concepts.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <entente/network/ids.hpp>
#include <entente/network/projection.hpp>
#include <entente/network/selection.hpp>

namespace entente {

/// A vertex of one Network: 0 … vertex_count()-1, by falling degree, then by entity.
using Vertex = std::uint32_t;
/// An edge of one Network: 0 … edge_count()-1; in an undirected network both its slots carry this number.
using EdgeIndex = std::uint32_t;

/// An edge to build a network from without a dossier; vertices are given as entities.
struct PlainEdge {
  EntityId from = {};
  EntityId to = {};
  double weight = 1.0;
};

/// Whether edges have a direction in a network.
enum class Directedness : std::uint8_t { undirected, directed };

/// Immutable; copies share the arrays. Rows are sorted by neighbour, then by edge.
class Network {
 public:
  /// A network of entities 0 … entity_count-1 and these edges; parallels and loops as the projection says.
  Network(std::size_t entity_count, std::span<const PlainEdge> edges, Directedness directedness,
          const Projection& projection = {});

  [[nodiscard]] Vertex vertex_count() const;
  [[nodiscard]] EdgeIndex edge_count() const;
  [[nodiscard]] Directedness directedness() const;
  [[nodiscard]] const Projection& projection() const;
  [[nodiscard]] Counts counts() const;  ///< selected relations the network rests on

  /// Neighbours along edges walked forward; in an undirected network all neighbours.
  [[nodiscard]] std::span<const Vertex> out(Vertex v) const;
  /// Neighbours whose edges lead here; in an undirected network the same as out().
  [[nodiscard]] std::span<const Vertex> in(Vertex v) const;
  /// The edges beside out(v) and in(v), slot by slot.
  [[nodiscard]] std::span<const EdgeIndex> out_edges(Vertex v) const;
  [[nodiscard]] std::span<const EdgeIndex> in_edges(Vertex v) const;

  [[nodiscard]] Vertex from(EdgeIndex e) const;
  [[nodiscard]] Vertex to(EdgeIndex e) const;
  [[nodiscard]] double weight(EdgeIndex e) const;
  [[nodiscard]] Verdict verdict(EdgeIndex e) const;  ///< the best of its relations
  /// The relations merged into an edge: certain first, then longest known span, then by id.
  [[nodiscard]] std::span<const RelationId> relations(EdgeIndex e) const;

  [[nodiscard]] EntityId entity(Vertex v) const;
  [[nodiscard]] std::optional<Vertex> vertex(EntityId entity) const;

  struct Store;
  explicit Network(std::shared_ptr<const Store> store);

 private:
  std::shared_ptr<const Store> store_;
};

}  // namespace entente
