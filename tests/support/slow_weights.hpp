#pragma once

/// What weights are exactly, as fractions of any size, and paths by them, by trying everything.

#include <cstddef>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "support/small_graph.hpp"

namespace entente::verify {

using Fraction = boost::multiprecision::cpp_rational;

/// The decimal of at most 15 digits that reads as the weight, unless the double has no more than 32
/// significant bits or there is no such decimal: then what the double holds.
[[nodiscard]] Fraction fraction_of(double weight);

/// Whether no other double is nearer; infinity is nearest to what is beyond the largest.
[[nodiscard]] bool is_nearest(double number, const Fraction& exact);

/// The entities of a simple path and its exact cost.
struct ExactPath {
  std::vector<std::size_t> entities;
  Fraction cost;
};

/// All simple paths from s to t in the order (cost, hops, ids), tried one by one.
[[nodiscard]] std::vector<ExactPath> exact_paths(const SmallGraph& graph, std::size_t s,
                                                 std::size_t t);

/// A small graph whose weights are far apart or nearly the same: from 1e-30 to 1e30 or the whole
/// range of doubles, whole numbers up to 2^53, decimal and binary fractions, 0.
[[nodiscard]] SmallGraph graph_of_any_weights(std::uint64_t seed);

}  // namespace entente::verify
