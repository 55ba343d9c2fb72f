#pragma once

/// How the Boost Graph Library walks the rows of a network; part of network/boost.hpp.

#include <cstdint>
#include <utility>

#include <boost/iterator/iterator_facade.hpp>

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
  /// At a slot of the row of `v`; the rows must outlive it.
  RowIterator(Vertex v, const Rows& rows, std::uint32_t slot)
      : v_(v), neighbour_(rows.neighbours.data() + slot), rows_(&rows) {}

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Arc dereference() const {
    if constexpr (toward == Toward::head)
      return {v_, *neighbour_, edge()};
    else
      return {*neighbour_, v_, edge()};
  }
  /// Looked up at last, as most algorithms never ask.
  [[nodiscard]] EdgeIndex edge() const {
    const Vertex* row = rows_->neighbours.data() + rows_->offsets[v_];
    return rows_->edges_of(v_)[static_cast<std::size_t>(neighbour_ - row)];
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

  Vertex v_ = 0;
  const Vertex* neighbour_ = nullptr;
  const Rows* rows_ = nullptr;
};

/// Walks all rows, one after the other.
class ArcIterator : public boost::iterator_facade<ArcIterator, Arc, boost::forward_traversal_tag,
                                                  Arc, std::ptrdiff_t> {
 public:
  ArcIterator() = default;
  /// At a slot of all; the rows must outlive it.
  ArcIterator(const Rows& rows, std::uint32_t slot)
      : rows_(&rows), slot_(slot), end_(static_cast<std::uint32_t>(rows.neighbours.size())) {
    find_row();
  }

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Arc dereference() const {
    return {row_, rows_->neighbours[slot_], rows_->edges_of(row_)[slot_ - rows_->offsets[row_]]};
  }
  [[nodiscard]] bool equal(const ArcIterator& other) const { return slot_ == other.slot_; }
  void increment() {
    ++slot_;
    find_row();
  }
  void find_row() {
    if (slot_ == end_) return;
    while (rows_->offsets[row_ + 1] <= slot_) ++row_;
  }

  const Rows* rows_ = nullptr;
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

}  // namespace bgl
}  // namespace entente
