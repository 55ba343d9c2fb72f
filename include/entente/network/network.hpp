#pragma once

/// What algorithms run on: a compact sparse-row graph of selected facts, and the way back to them.
/// network/boost.hpp makes it a model of the Boost Graph Library's concepts.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/base/hardened.hpp>
#include <entente/base/number_range.hpp>
#include <entente/export.hpp>
#include <entente/facts/counts.hpp>
#include <entente/facts/ids.hpp>
#include <entente/facts/projection.hpp>
#include <entente/network/row_edges.hpp>
#include <entente/time/verdict.hpp>

namespace ENTENTE_API entente {

/// A vertex of one Network: 0 … vertex_count()-1. Vertices with more edge ends (parallel ones
/// counted) come first, ties by entity, so that the busy rows lie together in memory.
using Vertex = std::uint32_t;

/// An edge to build a network from without a dossier; vertices are given as entities.
struct PlainEdge {
  EntityId from = {};   ///< one end
  EntityId to = {};     ///< the other end
  double weight = 1.0;  ///< finite
};

/// Two entities that share what a one-mode network ties over, but never at one time, and so have no
/// edge; and for each of them a relation to what they share.
struct ApartPair {
  EntityId a = {};       ///< one of them, by id
  EntityId b = {};       ///< the other
  RelationId of_a = {};  ///< a relation of the one
  RelationId of_b = {};  ///< a relation of the other to the same thing

  /// The same value.
  friend bool operator==(const ApartPair&, const ApartPair&) = default;
};

/// Whether edges have a direction in a network.
enum class Directedness : std::uint8_t { undirected, directed };
/// Whether a computation counts edges alike, or by their weights.
enum class Weights : std::uint8_t { ignored, used };

/// The rows of a network in one direction, for kernels that walk the arrays themselves.
/// The slots of vertex v are offsets[v] … offsets[v + 1] - 1, by neighbour, then by edge.
struct Rows {
  std::span<const std::uint32_t> offsets;  ///< vertex_count() + 1 of them
  std::span<const Vertex> neighbours;      ///< of all rows, one behind the other
  std::span<const EdgeIndex> listed;       ///< edges that lead back to their row, row by row
  /// Edges counted along the rows before each; empty if all are listed.
  std::span<const std::uint32_t> forward;

  /// The other ends of a row.
  [[nodiscard]] std::span<const Vertex> neighbours_of(Vertex v) const {
    return neighbours.subspan(offsets[v], offsets[v + 1] - offsets[v]);
  }
  /// The edges beside neighbours_of().
  [[nodiscard]] RowEdges edges_of(Vertex v) const {
    const std::uint32_t size = offsets[v + 1] - offsets[v];
    if (forward.empty()) return {listed.data() + offsets[v], size, 0, size};
    const std::uint32_t counted = forward[v + 1] - forward[v];
    return {listed.data() + (offsets[v] - forward[v]), size - counted, forward[v], size};
  }
};

class Graph;
struct SelectedFacts;
/// The relations of these facts that have no finite number under that name to weigh them by,
/// ascending; what Graph::select() leaves out as Projection::missing_weight says. Text is no
/// number. Cost: O(relations).
[[nodiscard]] std::vector<RelationId> relations_without_number(const Graph& graph,
                                                               const SelectedFacts& facts,
                                                               std::string_view attribute);

class Network;
/// The same network with every edge turned round. Cost: O(edges); free when undirected.
[[nodiscard]] Network reversed(const Network& g);

/// Immutable; copies share the arrays, and so does what is moved; safe to read from many threads.
/// It needs its graph no more; spans that it returns live as long as one of its copies. Where
/// ENTENTE_HARDENED is on, a vertex or an edge that it does not have is refused as `out-of-range`;
/// elsewhere that is the caller's business.
///
/// Undirected: an edge stands in the rows of both ends, a self-loop once in its row.
/// Directed: a relation of a symmetric type makes two edges, one each way.
/// Memory: 12 bytes an edge and 16 a vertex; weights, verdicts and the way back to relations add
/// 8, 1 and 4 to 8 bytes an edge, and only where they say something.
class Network {
 public:
  /// A network of entities 0 … entity_count-1 and these edges; parallels and loops as the
  /// projection says. Merged weights are folded by `projection.fold`, or counted with
  /// Weighting::count. Cost: O(entities + edges). @throws InvalidArgument if an end is not below
  /// entity_count or a weight is not finite; LimitReached beyond 2^31 edges.
  Network(std::size_t entity_count, std::span<const PlainEdge> edges, Directedness directedness,
          const Projection& projection = {});
  /// Shares the arrays.
  Network(const Network&) = default;
  /// Shares the arrays.
  Network& operator=(const Network&) = default;

  /// All vertices.
  [[nodiscard]] NumberRange<Vertex> vertices() const { return NumberRange<Vertex>(vertex_count()); }
  /// All edges.
  [[nodiscard]] NumberRange<EdgeIndex> edges() const {
    return NumberRange<EdgeIndex>(edge_count());
  }
  /// Entities of the network.
  [[nodiscard]] Vertex vertex_count() const { return static_cast<Vertex>(out_.offsets.size() - 1); }
  /// Edges; an undirected one counts once.
  [[nodiscard]] std::uint32_t edge_count() const { return forward_.back(); }
  /// Whether edges have a direction.
  [[nodiscard]] Directedness directedness() const { return directedness_; }
  /// How the facts are walked: both when undirected, else out or in.
  [[nodiscard]] Direction direction() const;
  /// The rule that folded the facts into these edges.
  [[nodiscard]] const Projection& projection() const& ENTENTE_LIFETIMEBOUND;
  /// Of a network that goes: a copy.
  [[nodiscard]] Projection projection() &&;
  /// The selected relations that the network rests on, without those left out for lack of a weight;
  /// plain edges count as certain.
  [[nodiscard]] Counts counts() const;

  /// Of a one-mode network: the pairs that it leaves without an edge because what they share they
  /// never shared at one time, each once, in order.
  [[nodiscard]] std::span<const ApartPair> apart() const ENTENTE_LIFETIMEBOUND;

  /// Neighbours along edges walked forward; in an undirected network all neighbours.
  [[nodiscard]] std::span<const Vertex> out(Vertex v) const ENTENTE_LIFETIMEBOUND {
    detail::harden("Network::out", v, vertex_count());
    return out_.neighbours_of(v);
  }
  /// Neighbours whose edges lead here; in an undirected network the same as out().
  [[nodiscard]] std::span<const Vertex> in(Vertex v) const ENTENTE_LIFETIMEBOUND {
    detail::harden("Network::in", v, vertex_count());
    return in_.neighbours_of(v);
  }
  /// The edges beside out(v) and in(v), slot by slot.
  [[nodiscard]] RowEdges out_edges(Vertex v) const ENTENTE_LIFETIMEBOUND {
    detail::harden("Network::out_edges", v, vertex_count());
    return out_.edges_of(v);
  }
  /// As out_edges().
  [[nodiscard]] RowEdges in_edges(Vertex v) const ENTENTE_LIFETIMEBOUND {
    detail::harden("Network::in_edges", v, vertex_count());
    return in_.edges_of(v);
  }
  /// All rows, walked forward.
  [[nodiscard]] const Rows& out_rows() const ENTENTE_LIFETIMEBOUND { return out_; }
  /// All rows, walked backward.
  [[nodiscard]] const Rows& in_rows() const ENTENTE_LIFETIMEBOUND { return in_; }

  /// Both ends of an edge. Cost: O(log n); a walk over rows knows them for nothing.
  [[nodiscard]] std::pair<Vertex, Vertex> ends(EdgeIndex e) const;
  /// One end; the smaller vertex where undirected.
  [[nodiscard]] Vertex from(EdgeIndex e) const { return ends(e).first; }
  /// The other end.
  [[nodiscard]] Vertex to(EdgeIndex e) const { return ends(e).second; }
  /// 1 unless the projection weighs.
  [[nodiscard]] double weight(EdgeIndex e) const {
    detail::harden("Network::weight", index(e), edge_count());
    return weights_.empty() ? 1.0 : weights_[index(e)];
  }
  /// Whether any edge weighs other than 1.
  [[nodiscard]] bool weighted() const { return !weights_.empty(); }
  /// The weights by edge; empty if every edge weighs 1.
  [[nodiscard]] std::span<const double> weights() const ENTENTE_LIFETIMEBOUND { return weights_; }
  /// That of the relation it shows first, which is its best unless weights choose another.
  [[nodiscard]] Verdict verdict(EdgeIndex e) const {
    detail::harden("Network::verdict", index(e), edge_count());
    return verdicts_.empty() ? Verdict::yes : verdicts_[index(e)];
  }
  /// The relations merged into an edge: those of its weight first, then the certain, then by the
  /// days they certainly held, then by id. Empty on a network of plain edges.
  [[nodiscard]] std::span<const RelationId> relations(EdgeIndex e) const ENTENTE_LIFETIMEBOUND;

  /// The entity that a vertex stands for.
  [[nodiscard]] EntityId entity(Vertex v) const {
    detail::harden("Network::entity", v, vertex_count());
    return entities_[v];
  }
  /// The vertex of an entity, if the network has it. Cost: O(log n).
  [[nodiscard]] std::optional<Vertex> vertex(EntityId entity) const;

  /// Bytes held by the arrays.
  [[nodiscard]] std::size_t memory() const;

  struct Store;
  /// For the library's own use.
  explicit Network(std::shared_ptr<const Store> store);

 private:
  friend Network reversed(const Network& g);

  std::shared_ptr<const Store> store_;
  Directedness directedness_;
  std::span<const std::uint32_t> forward_;  // edges before the row of each vertex
  Rows out_;
  Rows in_;
  std::span<const double> weights_;
  std::span<const Verdict> verdicts_;
  std::span<const EntityId> entities_;
};

}  // namespace entente
