#pragma once

/// A Network as a graph of the Boost Graph Library, so that its algorithms run on it without a
/// copy.
///
/// BGL fixes directedness when compiling, a Network when running; so a Network is a directed,
/// bidirectional graph of *arcs*. An undirected network is the symmetric one: each edge is two arcs
/// (a loop is one), `num_edges` counts arcs, `in_edges` gives the neighbour as source, and every
/// algorithm for directed graphs is right on both.
///
/// Arcs are numbered twice. `get(entente::arc_index, g)` gives each arc a number of its own, 0 …
/// num_edges(g)-1, in the order of `edges(g)`: what differs by direction (residual capacities,
/// flows, colours of arcs) stands in vectors of `num_edges(g)` values indexed by it.
/// `get(boost::edge_index, g)` is the number of the *edge* in the network, which both arcs of an
/// undirected edge share: for vectors of `edge_count()` values that hold for both directions.
/// A flow by edge_index is wrong. Maximum flows run on a FlowNetwork (network/boost_flow.hpp),
/// which has an arc back for each of a directed network, too.
///
/// Models VertexListGraph, BidirectionalGraph (hence IncidenceGraph), AdjacencyGraph, EdgeListGraph
/// and AdjacencyMatrix. All operations are O(1), but `edge(u, v, g)` and the number of an arc back
/// O(log degree). Iterators and maps share the network's arrays: they are valid as long as any copy
/// of the network. The functions are found by argument-dependent lookup.

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
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
                           boost::edge_list_graph_tag,
                           boost::adjacency_matrix_tag {};

/// What kind of property arc_index is.
struct ArcIndexTag {
  using kind = boost::edge_property_tag;
};

/// Property map: arc → the number of its EdgeIndex, for vectors of edge_count() values that both
/// arcs of an undirected edge share. A plain number, as the library indexes by it.
struct EdgeIndexMap : boost::put_get_helper<std::uint32_t, EdgeIndexMap> {
  using key_type = Arc;
  using value_type = std::uint32_t;
  using reference = std::uint32_t;
  using category = boost::readable_property_map_tag;
  std::uint32_t operator[](const Arc& arc) const { return index(arc.edge); }
};

/// Property map: arc → weight. Valid as long as the network's arrays.
class WeightMap : public boost::put_get_helper<double, WeightMap> {
 public:
  using key_type = Arc;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  WeightMap() = default;
  explicit WeightMap(const Network& g) : weights_(g.weights()) {}
  double operator[](const Arc& arc) const {
    return weights_.empty() ? 1.0 : weights_[index(arc.edge)];
  }

 private:
  std::span<const double> weights_;
};

/// Property map: arc → its number, 0 … num_edges(g)-1, in the order of edges(g). Valid as long as
/// the network's arrays.
class ArcIndexMap : public boost::put_get_helper<std::uint32_t, ArcIndexMap> {
 public:
  using key_type = Arc;
  using value_type = std::uint32_t;
  using reference = std::uint32_t;
  using category = boost::readable_property_map_tag;
  ArcIndexMap() = default;
  explicit ArcIndexMap(const Network& g) : rows_(g.out_rows()) {}
  std::uint32_t operator[](const Arc& arc) const { return slot_of(arc, rows_); }

 private:
  Rows rows_ = {};
};

/// Property map: arc → the same edge walked the other way; see reverse().
struct ReverseMap : boost::put_get_helper<Arc, ReverseMap> {
  using key_type = Arc;
  using value_type = Arc;
  using reference = Arc;
  using category = boost::readable_property_map_tag;
  Arc operator[](const Arc& arc) const { return reverse(arc); }
};

/// All that a vertex has: nothing. It becomes whatever properties another graph's vertices have.
struct VertexProperties {
  template <class Properties>
  operator Properties() const {  // NOLINT: copy_graph converts without a word
    return {};
  }
};
/// All that an arc has. It becomes the properties of another graph's edges: their edge_weight and
/// edge_index are the arc's, all others their defaults.
struct ArcProperties {
  double weight = 1;
  EdgeIndex edge = {};

  template <class Properties>
  operator Properties() const {  // NOLINT: copy_graph converts without a word
    Properties properties{};
    fill(properties);
    return properties;
  }

 private:
  template <class Properties>
  void fill(Properties&) const {}
  template <class Tag, class T, class Base>
  void fill(boost::property<Tag, T, Base>& properties) const {
    if constexpr (std::is_same_v<Tag, boost::edge_weight_t>)
      properties.m_value = static_cast<T>(weight);
    if constexpr (std::is_same_v<Tag, boost::edge_index_t>)
      properties.m_value = static_cast<T>(index(edge));
    fill(properties.m_base);
  }
};

/// Property map: vertex → all that it has.
struct VertexAllMap : boost::put_get_helper<VertexProperties, VertexAllMap> {
  using key_type = Vertex;
  using value_type = VertexProperties;
  using reference = VertexProperties;
  using category = boost::readable_property_map_tag;
  VertexProperties operator[](Vertex) const { return {}; }
};
/// Property map: arc → all that it has.
class ArcAllMap : public boost::put_get_helper<ArcProperties, ArcAllMap> {
 public:
  using key_type = Arc;
  using value_type = ArcProperties;
  using reference = ArcProperties;
  using category = boost::readable_property_map_tag;
  ArcAllMap() = default;
  explicit ArcAllMap(const Network& g) : weight_(g) {}
  ArcProperties operator[](const Arc& arc) const { return {weight_[arc], arc.edge}; }

 private:
  WeightMap weight_;
};

}  // namespace bgl

/// The number of an arc, 0 … num_edges(g)-1, as a property like boost::edge_index.
using arc_index_t = bgl::ArcIndexTag;
/// As `get(entente::arc_index, g)`.
inline constexpr arc_index_t arc_index = {};

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
template <>
struct property_map<entente::Network, entente::arc_index_t> {
  using type = entente::bgl::ArcIndexMap;
  using const_type = type;
};
template <>
struct property_map<entente::Network, edge_reverse_t> {
  using type = entente::bgl::ReverseMap;
  using const_type = type;
};
template <>
struct property_map<entente::Network, vertex_all_t> {
  using type = entente::bgl::VertexAllMap;
  using const_type = type;
};
template <>
struct property_map<entente::Network, edge_all_t> {
  using type = entente::bgl::ArcAllMap;
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
/// The first edge from u to v; of parallel ones that with the smallest number. Cost: O(log degree).
[[nodiscard]] inline std::pair<Arc, bool> edge(Vertex u, Vertex v, const Network& g) {
  return bgl::find_arc(u, v, g.out_rows());
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
[[nodiscard]] inline std::uint32_t get(boost::edge_index_t, const Network&, const Arc& arc) {
  return index(arc.edge);
}
[[nodiscard]] inline bgl::WeightMap get(boost::edge_weight_t, const Network& g) {
  return bgl::WeightMap(g);
}
[[nodiscard]] inline double get(boost::edge_weight_t, const Network& g, const Arc& arc) {
  return g.weight(arc.edge);
}
[[nodiscard]] inline bgl::ArcIndexMap get(arc_index_t, const Network& g) {
  return bgl::ArcIndexMap(g);
}
[[nodiscard]] inline std::uint32_t get(arc_index_t, const Network& g, const Arc& arc) {
  return bgl::slot_of(arc, g.out_rows());
}
[[nodiscard]] inline bgl::ReverseMap get(boost::edge_reverse_t, const Network&) {
  return {};
}
[[nodiscard]] inline Arc get(boost::edge_reverse_t, const Network&, const Arc& arc) {
  return reverse(arc);
}
[[nodiscard]] inline bgl::VertexAllMap get(boost::vertex_all_t, const Network&) {
  return {};
}
[[nodiscard]] inline bgl::VertexProperties get(boost::vertex_all_t, const Network&, Vertex) {
  return {};
}
[[nodiscard]] inline bgl::ArcAllMap get(boost::edge_all_t, const Network& g) {
  return bgl::ArcAllMap(g);
}
[[nodiscard]] inline bgl::ArcProperties get(boost::edge_all_t, const Network& g, const Arc& arc) {
  return {g.weight(arc.edge), arc.edge};
}
/// @}

}  // namespace entente
