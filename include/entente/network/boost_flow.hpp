#pragma once

/// A Network as maximum flows of the Boost Graph Library want it: each arc has one back, which
/// carries nothing of its own. An undirected edge is two arcs that carry its weight, and each of
/// them has one back. (Two arcs that are each other's reverse would do for Boykov and Kolmogorov,
/// but not for push-relabel, which takes the arcs of no capacity for those to undo a push along.)
///
///     const entente::FlowNetwork flows(network);
///     std::vector<double> rest(num_edges(flows));  // what is left of each arc
///     const double most = boost::boykov_kolmogorov_max_flow(
///         flows, get(boost::edge_capacity, flows),
///         boost::make_iterator_property_map(rest.begin(), get(entente::arc_index, flows)),
///         get(boost::edge_reverse, flows), get(boost::vertex_index, flows), from, to);
///
/// `entente::max_flow` (algorithm/max_flow.hpp) answers the same without any of this.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include <boost/iterator/iterator_facade.hpp>

#include <entente/export.hpp>
#include <entente/network/boost.hpp>

namespace ENTENTE_API entente {

/// An arc of a FlowNetwork; `back` is the one against an arc of the network.
struct FlowArc : Arc {
  bool back = false;  ///< whether it carries nothing but what undoes a flow

  /// By the members, in their order.
  friend auto operator<=>(const FlowArc&, const FlowArc&) = default;
};

/// The arc back, or of that one the arc itself.
[[nodiscard]] constexpr FlowArc reverse(const FlowArc& arc) {
  return {reverse(static_cast<const Arc&>(arc)), !arc.back};
}

/// A network with an arc back for each arc. Loops carry nothing anywhere: they are counted, and
/// listed by edges(), but lead out of no vertex. Shares the arrays; read only, from any number of
/// threads. Models VertexListGraph, IncidenceGraph and EdgeListGraph.
class FlowNetwork {
 public:
  /// Cost: O(1).
  explicit FlowNetwork(const Network& g) : g_(g) {}
  /// The network beneath.
  [[nodiscard]] const Network& network() const { return g_; }

 private:
  Network g_;
};

namespace bgl {

/// A row without its loops, which lie together.
class LooplessRow {
 public:
  LooplessRow() = default;
  LooplessRow(Vertex v, std::span<const Vertex> neighbours, RowEdges edges, SelfLoops loops)
      : neighbours_(neighbours), edges_(edges), gap_at_(neighbours.size()) {
    if (loops == SelfLoops::dropped) return;
    const auto [first, last] = std::equal_range(neighbours.begin(), neighbours.end(), v);
    gap_at_ = static_cast<std::size_t>(first - neighbours.begin());
    gap_ = static_cast<std::size_t>(last - first);
  }
  [[nodiscard]] std::size_t size() const { return neighbours_.size() - gap_; }
  [[nodiscard]] std::pair<Vertex, EdgeIndex> operator[](std::size_t slot) const {
    const std::size_t at = slot < gap_at_ ? slot : slot + gap_;
    return {neighbours_[at], edges_[at]};
  }

 private:
  std::span<const Vertex> neighbours_;
  RowEdges edges_;
  std::size_t gap_at_ = 0;
  std::size_t gap_ = 0;
};

/// Walks the arcs out of a vertex: its out row, then its in row backwards. Valid as long as the
/// network's arrays.
class FlowOutIterator
    : public boost::iterator_facade<FlowOutIterator, FlowArc, boost::random_access_traversal_tag,
                                    FlowArc, std::ptrdiff_t> {
 public:
  FlowOutIterator() = default;
  /// At the first arc out of `v`, or behind the last.
  FlowOutIterator(Vertex v, const Network& g, bool at_end)
      : v_(v),
        out_(v, g.out(v), g.out_edges(v), g.projection().self_loops),
        in_(v, g.in(v), g.in_edges(v), g.projection().self_loops) {
    if (at_end) slot_ = static_cast<std::ptrdiff_t>(out_.size() + in_.size());
  }

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] FlowArc dereference() const {
    const auto slot = static_cast<std::size_t>(slot_);
    const bool back = slot >= out_.size();
    const auto [other, edge] = back ? in_[slot - out_.size()] : out_[slot];
    return {{v_, other, edge}, back};
  }
  [[nodiscard]] bool equal(const FlowOutIterator& other) const { return slot_ == other.slot_; }
  void increment() { ++slot_; }
  void decrement() { --slot_; }
  void advance(std::ptrdiff_t steps) { slot_ += steps; }
  [[nodiscard]] std::ptrdiff_t distance_to(const FlowOutIterator& other) const {
    return other.slot_ - slot_;
  }

  Vertex v_ = 0;
  std::ptrdiff_t slot_ = 0;
  LooplessRow out_;
  LooplessRow in_;
};

/// Walks all arcs: those of the network, then each of them back. Valid as long as
/// the network's arrays.
class FlowArcIterator
    : public boost::iterator_facade<FlowArcIterator, FlowArc, boost::forward_traversal_tag, FlowArc,
                                    std::ptrdiff_t> {
 public:
  FlowArcIterator() = default;
  /// At the first arc, or behind the last, which is `end`.
  FlowArcIterator(const Rows& rows, std::uint32_t slot)
      : first_(rows, 0),
        arc_(first_),
        slot_(slot),
        forward_(static_cast<std::uint32_t>(rows.neighbours.size())) {}

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] FlowArc dereference() const {
    if (slot_ < forward_) return {*arc_, false};
    return {reverse(*arc_), true};
  }
  [[nodiscard]] bool equal(const FlowArcIterator& other) const { return slot_ == other.slot_; }
  void increment() {
    if (++slot_ == forward_)
      arc_ = first_;
    else
      ++arc_;
  }

  ArcIterator first_;
  ArcIterator arc_;
  std::uint32_t slot_ = 0;
  std::uint32_t forward_ = 0;
};

/// Property map: arc → what it may carry: the edge's weight, nothing against it.
class CapacityMap : public boost::put_get_helper<double, CapacityMap> {
 public:
  using key_type = FlowArc;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  CapacityMap() = default;
  explicit CapacityMap(const FlowNetwork& g) : weight_(g.network()) {}
  double operator[](const FlowArc& arc) const { return arc.back ? 0.0 : weight_[arc]; }

 private:
  WeightMap weight_;
};

/// Property map: arc → its number, 0 … num_edges(g)-1, in the order of edges(g).
class FlowArcIndexMap : public boost::put_get_helper<std::uint32_t, FlowArcIndexMap> {
 public:
  using key_type = FlowArc;
  using value_type = std::uint32_t;
  using reference = std::uint32_t;
  using category = boost::readable_property_map_tag;
  FlowArcIndexMap() = default;
  explicit FlowArcIndexMap(const FlowNetwork& g)
      : forward_(g.network()), count_(num_edges(g.network())) {}
  std::uint32_t operator[](const FlowArc& arc) const {
    return arc.back ? count_ + forward_[reverse(arc)] : forward_[arc];
  }

 private:
  ArcIndexMap forward_;
  std::uint32_t count_ = 0;  // arcs that carry something
};

/// Property map: arc → its reverse.
struct FlowReverseMap : boost::put_get_helper<FlowArc, FlowReverseMap> {
  using key_type = FlowArc;
  using value_type = FlowArc;
  using reference = FlowArc;
  using category = boost::readable_property_map_tag;
  FlowArc operator[](const FlowArc& arc) const { return reverse(arc); }
};

struct FlowCategory : boost::incidence_graph_tag,
                      boost::vertex_list_graph_tag,
                      boost::edge_list_graph_tag {};

}  // namespace bgl
}  // namespace entente

namespace boost {

template <>
struct graph_traits<entente::FlowNetwork> {
  using vertex_descriptor = entente::Vertex;
  using edge_descriptor = entente::FlowArc;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = entente::bgl::FlowCategory;
  using vertices_size_type = entente::Vertex;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  using vertex_iterator = graph_traits<entente::Network>::vertex_iterator;
  using out_edge_iterator = entente::bgl::FlowOutIterator;
  using edge_iterator = entente::bgl::FlowArcIterator;
  using adjacency_iterator = void;
  using in_edge_iterator = void;
  static vertex_descriptor null_vertex() { return graph_traits<entente::Network>::null_vertex(); }
};
template <>
struct graph_traits<const entente::FlowNetwork> : graph_traits<entente::FlowNetwork> {};

template <>
struct property_map<entente::FlowNetwork, vertex_index_t>
    : property_map<entente::Network, vertex_index_t> {};
template <>
struct property_map<entente::FlowNetwork, edge_capacity_t> {
  using type = entente::bgl::CapacityMap;
  using const_type = type;
};
template <>
struct property_map<entente::FlowNetwork, edge_reverse_t> {
  using type = entente::bgl::FlowReverseMap;
  using const_type = type;
};
template <>
struct property_map<entente::FlowNetwork, entente::arc_index_t> {
  using type = entente::bgl::FlowArcIndexMap;
  using const_type = type;
};
template <class Tag>
struct property_map<const entente::FlowNetwork, Tag> : property_map<entente::FlowNetwork, Tag> {};

}  // namespace boost

namespace ENTENTE_API entente {

/// What the Boost Graph Library knows of a network for flows.
using FlowTraits = boost::graph_traits<FlowNetwork>;

/// @name What the concepts of the Boost Graph Library ask for
/// @{
/// As the library defines it; O(1).
[[nodiscard]] inline std::pair<FlowTraits::vertex_iterator, FlowTraits::vertex_iterator> vertices(
    const FlowNetwork& g) {
  return vertices(g.network());
}
[[nodiscard]] inline Vertex num_vertices(const FlowNetwork& g) {
  return g.network().vertex_count();
}
[[nodiscard]] inline std::pair<bgl::FlowOutIterator, bgl::FlowOutIterator> out_edges(
    Vertex v, const FlowNetwork& g) {
  return {bgl::FlowOutIterator(v, g.network(), false), bgl::FlowOutIterator(v, g.network(), true)};
}
[[nodiscard]] inline std::uint32_t out_degree(Vertex v, const FlowNetwork& g) {
  const auto [begin, end] = out_edges(v, g);
  return static_cast<std::uint32_t>(end - begin);
}
[[nodiscard]] inline std::uint32_t num_edges(const FlowNetwork& g) {
  return 2 * num_edges(g.network());
}
[[nodiscard]] inline std::pair<bgl::FlowArcIterator, bgl::FlowArcIterator> edges(
    const FlowNetwork& g) {
  return {bgl::FlowArcIterator(g.network().out_rows(), 0),
          bgl::FlowArcIterator(g.network().out_rows(), num_edges(g))};
}
[[nodiscard]] inline Vertex source(const FlowArc& arc, const FlowNetwork&) {
  return arc.from;
}
[[nodiscard]] inline Vertex target(const FlowArc& arc, const FlowNetwork&) {
  return arc.to;
}
[[nodiscard]] inline boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t,
                                                                    const FlowNetwork&) {
  return {};
}
[[nodiscard]] inline bgl::CapacityMap get(boost::edge_capacity_t, const FlowNetwork& g) {
  return bgl::CapacityMap(g);
}
[[nodiscard]] inline bgl::FlowReverseMap get(boost::edge_reverse_t, const FlowNetwork&) {
  return {};
}
[[nodiscard]] inline bgl::FlowArcIndexMap get(arc_index_t, const FlowNetwork& g) {
  return bgl::FlowArcIndexMap(g);
}
/// @}

}  // namespace entente
