#pragma once

/// An undirected Network for the algorithms of the Boost Graph Library that ask for
/// `undirected_tag` when compiled, such as undirected depth-first search.
/// Here an edge is one edge: `num_edges` is edge_count(), both ends' descriptors are equal. For all
/// other algorithms a Network itself serves (network/boost.hpp).

#include <utility>

#include <boost/iterator/filter_iterator.hpp>
#include <boost/iterator/iterator_adaptor.hpp>

#include <entente/error.hpp>
#include <entente/export.hpp>
#include <entente/network/boost.hpp>

namespace ENTENTE_API entente {

/// Shares the network's arrays.
class UndirectedNetwork {
 public:
  /// @throws InvalidArgument `directed-network`.
  explicit UndirectedNetwork(Network g) : g_(std::move(g)) {
    if (g_.directedness() != Directedness::undirected)
      throw InvalidArgument("directed-network", "a directed network cannot be read as undirected");
  }
  /// As it was given.
  [[nodiscard]] const Network& network() const { return g_; }

 private:
  Network g_;
};

namespace bgl {

/// An edge as it is walked; the same edge from either end.
struct Edge : Arc {
  friend bool operator==(const Edge& a, const Edge& b) { return a.edge == b.edge; }
  friend auto operator<=>(const Edge& a, const Edge& b) { return a.edge <=> b.edge; }
};

template <class ArcIterators>
class EdgeIterator : public boost::iterator_adaptor<EdgeIterator<ArcIterators>, ArcIterators, Edge,
                                                    boost::use_default, Edge> {
 public:
  EdgeIterator() = default;
  explicit EdgeIterator(ArcIterators arcs) : EdgeIterator::iterator_adaptor_(arcs) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] Edge dereference() const { return {*this->base_reference()}; }
};

/// Of the two arcs of an edge the one from the smaller vertex; a loop's only one.
struct IsForward {
  bool operator()(const Arc& arc) const { return arc.from <= arc.to; }
};
using ForwardArcs = boost::filter_iterator<IsForward, ArcIterator>;

}  // namespace bgl
}  // namespace entente

namespace boost {

template <>
struct graph_traits<entente::UndirectedNetwork> : graph_traits<entente::Network> {
  using edge_descriptor = entente::bgl::Edge;
  using directed_category = undirected_tag;
  using out_edge_iterator = entente::bgl::EdgeIterator<entente::bgl::OutIterator>;
  using in_edge_iterator = entente::bgl::EdgeIterator<entente::bgl::InIterator>;
  using edge_iterator = entente::bgl::EdgeIterator<entente::bgl::ForwardArcs>;
};
template <>
struct graph_traits<const entente::UndirectedNetwork> : graph_traits<entente::UndirectedNetwork> {};
template <class Tag>
struct property_map<entente::UndirectedNetwork, Tag> : property_map<entente::Network, Tag> {};
template <class Tag>
struct property_map<const entente::UndirectedNetwork, Tag> : property_map<entente::Network, Tag> {};

}  // namespace boost

namespace ENTENTE_API entente {

/// What the Boost Graph Library knows of an undirected network.
using UndirectedTraits = boost::graph_traits<UndirectedNetwork>;

/// @name What the concepts of the Boost Graph Library ask for
/// @{
/// As the library defines it; O(1).
[[nodiscard]] inline auto vertices(const UndirectedNetwork& g) {
  return vertices(g.network());
}
[[nodiscard]] inline Vertex num_vertices(const UndirectedNetwork& g) {
  return g.network().vertex_count();
}
[[nodiscard]] inline auto out_edges(Vertex v, const UndirectedNetwork& g) {
  const auto [begin, end] = out_edges(v, g.network());
  using Iterator = UndirectedTraits::out_edge_iterator;
  return std::pair(Iterator(begin), Iterator(end));
}
[[nodiscard]] inline auto in_edges(Vertex v, const UndirectedNetwork& g) {
  const auto [begin, end] = in_edges(v, g.network());
  using Iterator = UndirectedTraits::in_edge_iterator;
  return std::pair(Iterator(begin), Iterator(end));
}
[[nodiscard]] inline std::uint32_t out_degree(Vertex v, const UndirectedNetwork& g) {
  return out_degree(v, g.network());
}
[[nodiscard]] inline std::uint32_t in_degree(Vertex v, const UndirectedNetwork& g) {
  return in_degree(v, g.network());
}
/// Edges at the vertex, a loop once.
[[nodiscard]] inline std::uint32_t degree(Vertex v, const UndirectedNetwork& g) {
  return out_degree(v, g.network());
}
[[nodiscard]] inline auto adjacent_vertices(Vertex v, const UndirectedNetwork& g) {
  return adjacent_vertices(v, g.network());
}
[[nodiscard]] inline auto edges(const UndirectedNetwork& g) {
  const auto [begin, end] = edges(g.network());
  using Iterator = UndirectedTraits::edge_iterator;
  return std::pair(Iterator(bgl::ForwardArcs(begin, end)), Iterator(bgl::ForwardArcs(end, end)));
}
[[nodiscard]] inline std::uint32_t num_edges(const UndirectedNetwork& g) {
  return g.network().edge_count();
}
[[nodiscard]] inline Vertex source(const bgl::Edge& edge, const UndirectedNetwork&) {
  return edge.from;
}
[[nodiscard]] inline Vertex target(const bgl::Edge& edge, const UndirectedNetwork&) {
  return edge.to;
}

template <class Tag>
[[nodiscard]] auto get(Tag tag, const UndirectedNetwork& g) {
  return get(tag, g.network());
}
template <class Tag, class Key>
[[nodiscard]] auto get(Tag tag, const UndirectedNetwork& g, const Key& key) {
  return get(tag, g.network(), key);
}
/// @}

}  // namespace entente
