#pragma once

/// Which ties matter most where there are too many to see.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// A tie and how much it weighs, which is above 0; between two different vertices.
struct WeightedTie {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double weight = 1;
};

/// Which ties stay: a heaviest spanning forest, so that nothing comes apart, then those that are
/// least likely if each vertex spread its weight at random over its ties, the heavier and then the
/// earlier first, until there are `most` of them.
/// Cost: O(m log m).
/// @see M. Serrano, M. Boguñá, A. Vespignani, "Extracting the multiscale backbone of complex
/// weighted networks", PNAS 106 (2009) 6483 (the disparity filter).
[[nodiscard]] std::vector<char> backbone(std::size_t vertices, std::span<const WeightedTie> ties,
                                         std::size_t most);

}  // namespace entente
