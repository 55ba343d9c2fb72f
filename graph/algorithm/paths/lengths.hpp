#pragma once

/// Edge weights as whole numbers, so that sums along paths are exact and ties are real.
///
/// What a weight is says exact_number(): 0.1 + 0.2 is 0.3. All weights of a network are counted in
/// one unit in which they are whole, a power of ten or of two. Where a path through all vertices
/// then fits into 64 bits, which is the rule, lengths are plain integers; weights that are farther
/// apart get 128 or 256 bits, or as many as the largest and the smallest double need together.

#include <cstdint>
#include <span>
#include <type_traits>
#include <variant>
#include <vector>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/network/network.hpp>

#include "base/exact_number.hpp"
#include "base/exact_unit.hpp"
#include "base/wide_sum.hpp"

namespace entente::kernel {

/// Which weights a question admits.
enum class Admitted : std::uint8_t { non_negative, positive };

/// The sum of the lengths of a path; a path without end is `unreachable`.
using Length = std::uint64_t;
constexpr Length unreachable = ~Length{0};

/// The same for sums of any kind.
template <typename Sum>
[[nodiscard]] constexpr Sum without_end() {
  if constexpr (std::is_same_v<Sum, Length>)
    return unreachable;
  else
    return Sum::largest();
}

/// Lengths of 64 bits: each of them and the sum of any path.
class Lengths {
 public:
  using Sum = Length;
  using Rough = double;

  /// Every edge is 1 long.
  Lengths() = default;
  /// Weights that times 10^places are whole numbers below 2^51.
  Lengths(std::span<const double> weights, int places, Length longest);
  /// Lengths by edge.
  Lengths(std::vector<Length> lengths, Unit unit, Length longest);

  [[nodiscard]] Length of(EdgeIndex e) const {
    if (!weights_.empty()) return static_cast<Length>(weights_[index(e)] * units_ + 0.5);
    return lengths_.empty() ? 1 : lengths_[index(e)];
  }
  /// One edge further.
  [[nodiscard]] Length after(Length near, EdgeIndex e) const { return near + of(e); }
  /// The longest edge's length.
  [[nodiscard]] Length longest() const { return longest_; }
  /// The double that is nearest to a length in the weights' own unit.
  [[nodiscard]] double cost(Length length) const;
  /// About the same, faster.
  [[nodiscard]] Rough rough(Length length) const {
    return static_cast<double>(length) * rough_unit_;
  }

 private:
  std::span<const double> weights_;  // empty: see lengths_
  std::vector<Length> lengths_;      // empty as well: every edge has length 1
  double units_ = 1;                 // to one of weight
  Unit unit_;
  double rough_unit_ = 1;
  Length longest_ = 1;
};

/// Lengths that need more than 64 bits.
template <std::size_t Words>
class WideLengths {
 public:
  using Sum = WideSum<Words>;
  /// There are sums of doubles that no double holds.
  using Rough = long double;

  /// By edge; the unit is so small that all are whole.
  WideLengths(const std::vector<ExactNumber>& weights, Unit unit);

  [[nodiscard]] Sum of(EdgeIndex e) const {
    const auto& length = lengths_[index(e)];
    return factors_[length.factor] * length.digits;
  }
  /// One edge further.
  [[nodiscard]] Sum after(const Sum& near, EdgeIndex e) const { return near + of(e); }
  /// The double that is nearest to a length in the weights' own unit; infinite beyond the largest.
  [[nodiscard]] double cost(const Sum& length) const;
  /// About the same, faster, and finite.
  [[nodiscard]] Rough rough(const Sum& length) const;

 private:
  struct Product {
    std::uint64_t digits = 0;
    std::uint32_t factor = 0;
  };
  std::vector<Product> lengths_;  // by edge
  std::vector<Sum> factors_;
  Unit unit_;
};

using NetworkLengths = std::variant<Lengths, WideLengths<2>, WideLengths<4>, WideLengths<widest>>;

/// The weights of a network as lengths, or 1 for every edge. Cost: O(m) by weight.
/// @throws InvalidArgument `bad-weight` if a weight is negative or not finite; `zero-weight` if one
/// is 0 and that is not admitted.
[[nodiscard]] NetworkLengths lengths_of(const Network& g, Cost cost, Admitted admitted);

}  // namespace entente::kernel
