#pragma once

/// A Network as a graph of the Boost Graph Library, so that its algorithms run on it without a
/// copy.
///
/// BGL fixes directedness when compiling, a Network when running; so a Network is a directed,
/// bidirectional graph of *arcs*. An undirected network is the symmetric one: each edge is two arcs
/// with one edge index, `num_edges` is the sum of the out degrees, `in_edges` gives the neighbour
/// as source, and every algorithm for directed graphs is right on both. Edge property maps may be
/// vectors of `edge_count()` values, indexed by `get(boost::edge_index, g)`.
///
/// Models VertexListGraph, BidirectionalGraph (hence IncidenceGraph), AdjacencyGraph and
/// EdgeListGraph. All operations are O(1). The functions are found by argument-dependent lookup.

#include <cstdint>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// An edge as it is walked. The two arcs of an undirected edge differ but share `edge`.
struct Arc {
  Vertex from = 0;     ///< where the walk comes from
  Vertex to = 0;       ///< where it goes
  EdgeIndex edge = 0;  ///< the edge of the network

  /// By the members, in their order.
  friend auto operator<=>(const Arc&, const Arc&) = default;
};

namespace bgl {

/// Walks one row; `Toward::head` makes the row's vertex the source, `tail` the target.
enum class Toward : bool { head, tail };

template <Toward toward>
class RowIterator
    : public boost::iterator_facade<RowIterator<toward>, Arc, boost::random_access_traversal_tag,
                                    Arc, std::ptrdiff_t> {
 public:
  RowIterator() = default;
  RowIterator(Vertex v, const Vertex* neighbour, const EdgeIndex* edge)
      : v_(v), neighbour_(neighbour), edge_(edge) {}

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Arc dereference() const {
    if constexpr (toward == Toward::head)
      return {v_, *neighbour_, *edge_};
    else
      return {*neighbour_, v_, *edge_};
  }
  [[nodiscard]] bool equal(const RowIterator& other) const {
    return neighbour_ == other.neighbour_;
  }
  void increment() { advance(1); }
  void decrement() { advance(-1); }
  void advance(std::ptrdiff_t steps) {
    neighbour_ += steps;
    edge_ += steps;
  }
  [[nodiscard]] std::ptrdiff_t distance_to(const RowIterator& other) const {
    return other.neighbour_ - neighbour_;
  }

  Vertex v_ = 0;
  const Vertex* neighbour_ = nullptr;
  const EdgeIndex* edge_ = nullptr;
};

/// Walks all rows, one after the other.
class ArcIterator : public boost::iterator_facade<ArcIterator, Arc, boost::forward_traversal_tag,
                                                  Arc, std::ptrdiff_t> {
 public:
  ArcIterator() = default;
  ArcIterator(const Rows& rows, std::uint32_t slot)
      : offsets_(rows.offsets.data()),
        neighbours_(rows.neighbours.data()),
        edges_(rows.edges.data()),
        slot_(slot),
        end_(static_cast<std::uint32_t>(rows.neighbours.size())) {
    find_row();
  }

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Arc dereference() const { return {row_, neighbours_[slot_], edges_[slot_]}; }
  [[nodiscard]] bool equal(const ArcIterator& other) const { return slot_ == other.slot_; }
  void increment() {
    ++slot_;
    find_row();
  }
  void find_row() {
    if (slot_ == end_) return;
    while (offsets_[row_ + 1] <= slot_) ++row_;
  }

  const std::uint32_t* offsets_ = nullptr;
  const Vertex* neighbours_ = nullptr;
  const EdgeIndex* edges_ = nullptr;
  Vertex row_ = 0;
  std::uint32_t slot_ = 0;
  std::uint32_t end_ = 0;
};

using OutIterator = RowIterator<Toward::head>;
using InIterator = RowIterator<Toward::tail>;

struct TraversalCategory : boost::bidirectional_graph_tag,
                           boost::adjacency_graph_tag,
                           boost::vertex_list_graph_tag,
                           boost::edge_list_graph_tag {};

/// Property map: arc → EdgeIndex, for vectors of edge_count() values.
struct EdgeIndexMap : boost::put_get_helper<EdgeIndex, EdgeIndexMap> {
  using key_type = Arc;
  using value_type = EdgeIndex;
  using reference = EdgeIndex;
  using category = boost::readable_property_map_tag;
  EdgeIndex operator[](const Arc& arc) const { return arc.edge; }
};

/// Property map: arc → weight. Valid as long as the network.
class WeightMap : public boost::put_get_helper<double, WeightMap> {
 public:
  using key_type = Arc;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  WeightMap() = default;
  explicit WeightMap(const Network& g) : g_(&g) {}
  double operator[](const Arc& arc) const { return g_->weight(arc.edge); }

 private:
  const Network* g_ = nullptr;
};

}  // namespace bgl
}  // namespace entente

namespace boost {

template <>
struct graph_traits<entente::Network> {
  using vertex_descriptor = entente::Vertex;
  using edge_descriptor = entente::Arc;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = entente::bgl::TraversalCategory;
  using vertices_size_type = entente::Vertex;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  using vertex_iterator =
      counting_iterator<entente::Vertex, random_access_traversal_tag, std::ptrdiff_t>;
  using adjacency_iterator = const entente::Vertex*;
  using out_edge_iterator = entente::bgl::OutIterator;
  using in_edge_iterator = entente::bgl::InIterator;
  using edge_iterator = entente::bgl::ArcIterator;
  static vertex_descriptor null_vertex() { return 0xffffffff; }
};
template <>
struct graph_traits<const entente::Network> : graph_traits<entente::Network> {};

template <>
struct property_map<entente::Network, vertex_index_t> {
  using type = typed_identity_property_map<entente::Vertex>;
  using const_type = type;
};
template <>
struct property_map<entente::Network, edge_index_t> {
  using type = entente::bgl::EdgeIndexMap;
  using const_type = type;
};
template <>
struct property_map<entente::Network, edge_weight_t> {
  using type = entente::bgl::WeightMap;
  using const_type = type;
};
template <class Tag>
struct property_map<const entente::Network, Tag> : property_map<entente::Network, Tag> {};

}  // namespace boost

namespace ENTENTE_API entente {

/// What the Boost Graph Library knows of a network.
using NetworkTraits = boost::graph_traits<Network>;

/// @name What the concepts of the Boost Graph Library ask for
/// @{
/// As the library defines it; O(1).
[[nodiscard]] inline std::pair<NetworkTraits::vertex_iterator, NetworkTraits::vertex_iterator>
vertices(const Network& g) {
  return {NetworkTraits::vertex_iterator(0), NetworkTraits::vertex_iterator(g.vertex_count())};
}
[[nodiscard]] inline Vertex num_vertices(const Network& g) {
  return g.vertex_count();
}

[[nodiscard]] inline std::pair<bgl::OutIterator, bgl::OutIterator> out_edges(Vertex v,
                                                                             const Network& g) {
  const Rows& rows = g.out_rows();
  const Vertex* const neighbours = rows.neighbours.data();
  const EdgeIndex* const edges = rows.edges.data();
  const std::uint32_t begin = rows.offsets[v];
  const std::uint32_t end = rows.offsets[v + 1];
  return {{v, neighbours + begin, edges + begin}, {v, neighbours + end, edges + end}};
}
[[nodiscard]] inline std::uint32_t out_degree(Vertex v, const Network& g) {
  return g.out_rows().offsets[v + 1] - g.out_rows().offsets[v];
}
[[nodiscard]] inline std::pair<bgl::InIterator, bgl::InIterator> in_edges(Vertex v,
                                                                          const Network& g) {
  const Rows& rows = g.in_rows();
  const Vertex* const neighbours = rows.neighbours.data();
  const EdgeIndex* const edges = rows.edges.data();
  const std::uint32_t begin = rows.offsets[v];
  const std::uint32_t end = rows.offsets[v + 1];
  return {{v, neighbours + begin, edges + begin}, {v, neighbours + end, edges + end}};
}
[[nodiscard]] inline std::uint32_t in_degree(Vertex v, const Network& g) {
  return g.in_rows().offsets[v + 1] - g.in_rows().offsets[v];
}
/// Arcs out of and into the vertex; in an undirected network twice its edges.
[[nodiscard]] inline std::uint32_t degree(Vertex v, const Network& g) {
  return out_degree(v, g) + in_degree(v, g);
}
[[nodiscard]] inline std::pair<const Vertex*, const Vertex*> adjacent_vertices(Vertex v,
                                                                               const Network& g) {
  const std::span<const Vertex> row = g.out(v);
  return {row.data(), row.data() + row.size()};
}
[[nodiscard]] inline std::pair<bgl::ArcIterator, bgl::ArcIterator> edges(const Network& g) {
  const auto arcs = static_cast<std::uint32_t>(g.out_rows().neighbours.size());
  return {{g.out_rows(), 0}, {g.out_rows(), arcs}};
}
/// Arcs: edge_count() in a directed network, about twice that in an undirected one.
[[nodiscard]] inline std::uint32_t num_edges(const Network& g) {
  return static_cast<std::uint32_t>(g.out_rows().neighbours.size());
}
[[nodiscard]] inline Vertex source(const Arc& arc, const Network&) {
  return arc.from;
}
[[nodiscard]] inline Vertex target(const Arc& arc, const Network&) {
  return arc.to;
}

[[nodiscard]] inline boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t,
                                                                    const Network&) {
  return {};
}
[[nodiscard]] inline Vertex get(boost::vertex_index_t, const Network&, Vertex v) {
  return v;
}
[[nodiscard]] inline bgl::EdgeIndexMap get(boost::edge_index_t, const Network&) {
  return {};
}
[[nodiscard]] inline EdgeIndex get(boost::edge_index_t, const Network&, const Arc& arc) {
  return arc.edge;
}
[[nodiscard]] inline bgl::WeightMap get(boost::edge_weight_t, const Network& g) {
  return bgl::WeightMap(g);
}
[[nodiscard]] inline double get(boost::edge_weight_t, const Network& g, const Arc& arc) {
  return g.weight(arc.edge);
}
/// @}

}  // namespace entente
