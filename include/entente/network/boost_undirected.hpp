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

/// A network of which the Boost Graph Library knows that it is undirected; shares the arrays.
class UndirectedNetwork : public Network {
 public:
  /// @throws InvalidArgument `directed-network`.
  explicit UndirectedNetwork(const Network& g) : Network(g) {
    if (directedness() != Directedness::undirected)
      throw InvalidArgument("directed-network", "a directed network cannot be read as undirected");
  }
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

/// Stoer and Wagner's minimum cut asks for `boost::target`, and finds what stands before it: this
/// header is included first.
[[nodiscard]] inline entente::Vertex target(const entente::bgl::Edge& edge,
                                            const entente::UndirectedNetwork&) {
  return edge.to;
}

}  // namespace boost

namespace ENTENTE_API entente {

/// What the Boost Graph Library knows of an undirected network.
using UndirectedTraits = boost::graph_traits<UndirectedNetwork>;

/// @name What the concepts of the Boost Graph Library ask for, where a Network answers otherwise
/// @{
/// As the library defines it; O(1).
[[nodiscard]] inline auto out_edges(Vertex v, const UndirectedNetwork& g) {
  using Iterator = UndirectedTraits::out_edge_iterator;
  const auto [begin, end] = bgl::row_of<bgl::OutIterator>(v, g.out_rows());
  return std::pair(Iterator(begin), Iterator(end));
}
[[nodiscard]] inline auto in_edges(Vertex v, const UndirectedNetwork& g) {
  using Iterator = UndirectedTraits::in_edge_iterator;
  const auto [begin, end] = bgl::row_of<bgl::InIterator>(v, g.in_rows());
  return std::pair(Iterator(begin), Iterator(end));
}
/// Edges at the vertex, a loop once.
[[nodiscard]] inline std::uint32_t degree(Vertex v, const UndirectedNetwork& g) {
  return out_degree(v, g);
}
[[nodiscard]] inline auto edges(const UndirectedNetwork& g) {
  using Iterator = UndirectedTraits::edge_iterator;
  const auto [begin, end] = edges(static_cast<const Network&>(g));
  return std::pair(Iterator(bgl::ForwardArcs(begin, end)), Iterator(bgl::ForwardArcs(end, end)));
}
[[nodiscard]] inline std::uint32_t num_edges(const UndirectedNetwork& g) {
  return g.edge_count();
}
[[nodiscard]] inline std::pair<bgl::Edge, bool> edge(Vertex u, Vertex v,
                                                     const UndirectedNetwork& g) {
  const auto [arc, found] = edge(u, v, static_cast<const Network&>(g));
  return {{arc}, found};
}
/// @}

}  // namespace entente
