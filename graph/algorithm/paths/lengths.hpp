#pragma once

/// Edge weights as whole numbers, so that sums along paths are exact and ties are real.

#include <cstdint>
#include <span>

#include <entente/algorithm/shortest_path.hpp>
#include <entente/network/network.hpp>

namespace entente::kernel {

/// Which weights a question admits.
enum class Admitted : std::uint8_t { non_negative, positive };

/// The sum of the lengths of a path; a path without end is `unreachable`.
using Length = std::uint64_t;
constexpr Length unreachable = ~Length{0};

/// Weights that are decimal numbers of up to six places are counted in units of their last place,
/// so that 0.1 + 0.2 is 0.3. Others are rounded to a power of two so small that a path through all
/// vertices still fits: they keep at least 40 significant bits in networks of a million vertices.
class Lengths {
 public:
  /// Cost: O(m) by weight. @throws InvalidArgument `bad-weight` if a weight is not finite or not
  /// admitted.
  Lengths(const Network& g, Cost cost, Admitted admitted);

  [[nodiscard]] Length of(EdgeIndex e) const {
    if (weights_.empty()) return 1;
    const auto length = static_cast<Length>(weights_[e] * units_ + 0.5);
    return length == 0 && weights_[e] > 0 ? 1 : length;
  }
  /// The longest edge's length.
  [[nodiscard]] Length longest() const { return longest_; }
  /// A length in the weights' own unit.
  [[nodiscard]] double cost(Length length) const { return static_cast<double>(length) / units_; }

 private:
  std::span<const double> weights_;  // empty: every edge has length 1
  double units_ = 1;                 // to one of weight
  Length longest_ = 1;
};

}  // namespace entente::kernel
