#pragma once

/// How the Boost Graph Library walks the rows of a network; part of network/boost.hpp.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <boost/iterator/iterator_facade.hpp>

#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// An edge as it is walked. The two arcs of an undirected edge differ but share `edge`.
struct Arc {
  Vertex from = 0;      ///< where the walk comes from
  Vertex to = 0;        ///< where it goes
  EdgeIndex edge = {};  ///< the edge of the network

  /// By the members, in their order.
  friend auto operator<=>(const Arc&, const Arc&) = default;
};

/// The same edge walked the other way. In an undirected network that is its other arc, and of a
/// loop itself; a directed network holds no such arc, a FlowNetwork does (network/boost_flow.hpp).
[[nodiscard]] constexpr Arc reverse(const Arc& arc) {
  return {arc.to, arc.from, arc.edge};
}

namespace bgl {

/// Walks one row; `Toward::head` makes the row's vertex the source, `tail` the target.
enum class Toward : bool { head, tail };

/// Valid as long as the network's arrays: as long as one of the copies of the network.
template <Toward toward>
class RowIterator
    : public boost::iterator_facade<RowIterator<toward>, Arc, boost::random_access_traversal_tag,
                                    Arc, std::ptrdiff_t> {
 public:
  RowIterator() = default;
  /// At a slot of all the rows, one of the row of `v` or behind it.
  RowIterator(Vertex v, const Rows& rows, std::uint32_t slot)
      : neighbour_(rows.neighbours.data() + slot),
        row_(rows.neighbours.data() + rows.offsets[v]),
        edges_(rows.edges_of(v)),
        v_(v) {}

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Arc dereference() const {
    // Looked up at last, as most algorithms never ask.
    const EdgeIndex edge = edges_[static_cast<std::size_t>(neighbour_ - row_)];
    if constexpr (toward == Toward::head)
      return {v_, *neighbour_, edge};
    else
      return {*neighbour_, v_, edge};
  }
  [[nodiscard]] bool equal(const RowIterator& other) const {
    return neighbour_ == other.neighbour_;
  }
  void increment() { advance(1); }
  void decrement() { advance(-1); }
  void advance(std::ptrdiff_t steps) { neighbour_ += steps; }
  [[nodiscard]] std::ptrdiff_t distance_to(const RowIterator& other) const {
    return other.neighbour_ - neighbour_;
  }

  const Vertex* neighbour_ = nullptr;
  const Vertex* row_ = nullptr;  // where its row begins
  RowEdges edges_;               // of the row
  Vertex v_ = 0;
};

/// Walks all rows, one after the other. Valid as long as the network's arrays.
class ArcIterator : public boost::iterator_facade<ArcIterator, Arc, boost::forward_traversal_tag,
                                                  Arc, std::ptrdiff_t> {
 public:
  ArcIterator() = default;
  /// At a slot of all the rows, or behind the last.
  ArcIterator(const Rows& rows, std::uint32_t slot)
      : rows_(rows), slot_(slot), end_(static_cast<std::uint32_t>(rows.neighbours.size())) {
    find_row();
  }

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Arc dereference() const {
    return {row_, rows_.neighbours[slot_], rows_.edges_of(row_)[slot_ - rows_.offsets[row_]]};
  }
  [[nodiscard]] bool equal(const ArcIterator& other) const { return slot_ == other.slot_; }
  void increment() {
    ++slot_;
    find_row();
  }
  void find_row() {
    if (slot_ == end_) return;
    while (rows_.offsets[row_ + 1] <= slot_) ++row_;
  }

  Rows rows_ = {};
  Vertex row_ = 0;
  std::uint32_t slot_ = 0;
  std::uint32_t end_ = 0;
};

using OutIterator = RowIterator<Toward::head>;
using InIterator = RowIterator<Toward::tail>;

template <class Iterator>
[[nodiscard]] std::pair<Iterator, Iterator> row_of(Vertex v, const Rows& rows) {
  return {Iterator(v, rows, rows.offsets[v]), Iterator(v, rows, rows.offsets[v + 1])};
}

/// The slot of an arc among all out rows: O(1) for the arc from() to to(), O(log degree) for the
/// one back.
[[nodiscard]] inline std::uint32_t slot_of(const Arc& arc, const Rows& rows) {
  const std::uint32_t next = rows.forward[arc.from + 1];
  const std::uint32_t edge = index(arc.edge);
  if (rows.forward[arc.from] <= edge && edge < next)
    return rows.offsets[arc.from + 1] - (next - edge);
  const auto listed = rows.edges_of(arc.from).listed();  // ascending, as neighbours are
  const auto found = std::lower_bound(listed.begin(), listed.end(), arc.edge);
  return rows.offsets[arc.from] + static_cast<std::uint32_t>(found - listed.begin());
}

/// The first arc from one vertex to another, if there is one. Cost: O(log degree).
[[nodiscard]] inline std::pair<Arc, bool> find_arc(Vertex from, Vertex to, const Rows& rows) {
  const auto row = rows.neighbours_of(from);
  const auto found = std::lower_bound(row.begin(), row.end(), to);
  if (found == row.end() || *found != to) return {Arc{}, false};
  const auto slot = static_cast<std::size_t>(found - row.begin());
  return {{from, to, rows.edges_of(from)[slot]}, true};
}

}  // namespace bgl
}  // namespace entente
