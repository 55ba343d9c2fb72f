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
#include <boost/property_map/property_map.hpp>

#include <entente/export.hpp>
#include <entente/network/boost_iterators.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {
namespace bgl {

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
  return bgl::row_of<bgl::OutIterator>(v, g.out_rows());
}
[[nodiscard]] inline std::uint32_t out_degree(Vertex v, const Network& g) {
  return static_cast<std::uint32_t>(g.out(v).size());
}
[[nodiscard]] inline std::pair<bgl::InIterator, bgl::InIterator> in_edges(Vertex v,
                                                                          const Network& g) {
  return bgl::row_of<bgl::InIterator>(v, g.in_rows());
}
[[nodiscard]] inline std::uint32_t in_degree(Vertex v, const Network& g) {
  return static_cast<std::uint32_t>(g.in(v).size());
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
/// Arcs: edge_count() in a directed network, about twice that in an undirected one.
[[nodiscard]] inline std::uint32_t num_edges(const Network& g) {
  return static_cast<std::uint32_t>(g.out_rows().neighbours.size());
}
[[nodiscard]] inline std::pair<bgl::ArcIterator, bgl::ArcIterator> edges(const Network& g) {
  return {{g.out_rows(), 0}, {g.out_rows(), num_edges(g)}};
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
