#pragma once

/// The edges of one row of a network.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>

#include <entente/export.hpp>
#include <entente/facts/ids.hpp>

namespace ENTENTE_API entente {

/// An edge of one Network: 0 … edge_count()-1, by from() and then to(); `EdgeIndex{}` is none. In
/// an undirected network both slots of an edge carry its number and from() <= to(); in a directed
/// one an edge is an arc. No number and no Vertex is an edge: `EdgeIndex(i)` and `index(edge)` lead
/// from tables by edge and to them.
using EdgeIndex = detail::RecordNumber<struct EdgeNumber>;

/// Its number, for tables by edge.
[[nodiscard]] constexpr std::uint32_t index(EdgeIndex edge) {
  return static_cast<std::uint32_t>(edge);
}
/// Whether it stands for an edge of some network: whether it is no default.
[[nodiscard]] constexpr bool is_valid(EdgeIndex edge) {
  return edge != EdgeIndex();
}

/// The edges of a row, slot by slot: a random-access range. Edges are numbered along the rows they
/// lead forward from, so that a row lists only those that lead back to it; the rest are counted.
class RowEdges {
 public:
  RowEdges() = default;
  /// The listed edges, then as many as make `size`, counted from `next`.
  RowEdges(const EdgeIndex* listed, std::uint32_t listed_count, std::uint32_t next,
           std::uint32_t size)
      : listed_(listed),
        listed_count_(listed_count),
        counted_from_(next - listed_count),
        size_(size) {}

  /// How many slots the row has.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Whether it has none.
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// The edge of a slot, 0 … size()-1.
  [[nodiscard]] EdgeIndex operator[](std::size_t slot) const {
    return slot < listed_count_ ? listed_[slot]
                                : EdgeIndex(counted_from_ + static_cast<std::uint32_t>(slot));
  }
  /// The edge of the first slot; requires !empty().
  [[nodiscard]] EdgeIndex front() const { return (*this)[0]; }
  /// The edge of the last slot; requires !empty().
  [[nodiscard]] EdgeIndex back() const { return (*this)[size_ - std::size_t{1}]; }

  /// The edges of the first slots, those that lead back to the row; the others follow counted() one
  /// by one. For kernels that walk both parts themselves.
  [[nodiscard]] std::span<const EdgeIndex> listed() const { return {listed_, listed_count_}; }
  /// The edge of the slot behind listed(), if there is one.
  [[nodiscard]] EdgeIndex counted() const { return EdgeIndex(counted_from_ + listed_count_); }

  class Iterator;
  /// Iterators stay valid as long as the network's arrays.
  [[nodiscard]] Iterator begin() const;
  /// Behind the last slot.
  [[nodiscard]] Iterator end() const;

 private:
  const EdgeIndex* listed_ = nullptr;
  std::uint32_t listed_count_ = 0;
  std::uint32_t counted_from_ = 0;  // the edge of slot 0, were it counted too
  std::uint32_t size_ = 0;
};

/// Walks the slots of a row; random access, edges by value.
class RowEdges::Iterator {
 public:
  using iterator_concept = std::random_access_iterator_tag;
  using iterator_category = std::input_iterator_tag;  // what it yields is no reference
  using value_type = EdgeIndex;
  using difference_type = std::ptrdiff_t;
  using pointer = void;
  using reference = EdgeIndex;

  Iterator() = default;
  /// At a slot, or behind the last one.
  Iterator(const RowEdges& row, std::ptrdiff_t slot) : row_(row), slot_(slot) {}

  /// @name What random access asks for
  /// @{
  EdgeIndex operator*() const { return row_[static_cast<std::size_t>(slot_)]; }
  EdgeIndex operator[](difference_type steps) const { return *(*this + steps); }
  Iterator& operator+=(difference_type steps) {
    slot_ += steps;
    return *this;
  }
  Iterator& operator-=(difference_type steps) { return *this += -steps; }
  Iterator& operator++() { return *this += 1; }
  Iterator& operator--() { return *this -= 1; }
  Iterator operator++(int) {
    const Iterator before = *this;
    ++*this;
    return before;
  }
  Iterator operator--(int) {
    const Iterator before = *this;
    --*this;
    return before;
  }
  friend Iterator operator+(Iterator at, difference_type steps) { return at += steps; }
  friend Iterator operator+(difference_type steps, Iterator at) { return at += steps; }
  friend Iterator operator-(Iterator at, difference_type steps) { return at -= steps; }
  friend difference_type operator-(const Iterator& a, const Iterator& b) {
    return a.slot_ - b.slot_;
  }
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.slot_ == b.slot_; }
  friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.slot_ <=> b.slot_; }
  /// @}

 private:
  RowEdges row_;
  std::ptrdiff_t slot_ = 0;
};

inline RowEdges::Iterator RowEdges::begin() const {
  return {*this, 0};
}
inline RowEdges::Iterator RowEdges::end() const {
  return {*this, static_cast<std::ptrdiff_t>(size_)};
}

}  // namespace entente
