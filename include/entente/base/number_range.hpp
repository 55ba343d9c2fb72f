#pragma once

/// Consecutive numbers as a range, for loops over the records of a graph or the vertices of a
/// network.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// The numbers 0 … size()-1 of a type: random access, by value; holds nothing and outlives all.
template <class Number>
class NumberRange {
 public:
  class Iterator {
   public:
    using iterator_concept = std::random_access_iterator_tag;
    using iterator_category = std::input_iterator_tag;  // what it yields is no reference
    using value_type = Number;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Number;

    constexpr Iterator() = default;
    constexpr explicit Iterator(std::ptrdiff_t at) : at_(at) {}
    constexpr Number operator*() const { return Number(static_cast<std::uint32_t>(at_)); }
    constexpr Number operator[](std::ptrdiff_t n) const { return *(*this + n); }
    constexpr Iterator& operator+=(std::ptrdiff_t n) {
      at_ += n;
      return *this;
    }
    constexpr Iterator& operator-=(std::ptrdiff_t n) { return *this += -n; }
    constexpr Iterator& operator++() { return *this += 1; }
    constexpr Iterator& operator--() { return *this -= 1; }
    constexpr Iterator operator++(int) { return Iterator(at_++); }
    constexpr Iterator operator--(int) { return Iterator(at_--); }
    friend constexpr Iterator operator+(Iterator a, std::ptrdiff_t n) { return a += n; }
    friend constexpr Iterator operator+(std::ptrdiff_t n, Iterator a) { return a += n; }
    friend constexpr Iterator operator-(Iterator a, std::ptrdiff_t n) { return a -= n; }
    friend constexpr std::ptrdiff_t operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
    friend constexpr auto operator<=>(const Iterator&, const Iterator&) = default;

   private:
    std::ptrdiff_t at_ = 0;
  };

  constexpr NumberRange() = default;
  /// So many, from 0.
  constexpr explicit NumberRange(std::size_t size) : size_(size) {}
  /// At the first.
  [[nodiscard]] constexpr Iterator begin() const { return Iterator(0); }
  /// Behind the last.
  [[nodiscard]] constexpr Iterator end() const {
    return Iterator(static_cast<std::ptrdiff_t>(size_));
  }
  /// How many there are.
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  /// Whether there is none.
  [[nodiscard]] constexpr bool empty() const { return size_ == 0; }

 private:
  std::size_t size_ = 0;
};

}  // namespace entente
