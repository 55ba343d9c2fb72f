#pragma once

/// From scores by vertex to a ranking of entities.

#include <span>
#include <string>

#include <entente/algorithm/ranking.hpp>
#include <entente/network/network.hpp>

namespace entente::kernel {

/// `scores` has one number a vertex.
[[nodiscard]] Ranking ranking_of(const Network& g, std::string measure,
                                 std::span<const double> scores,
                                 TieRule ties = TieRule::within_rounding);

/// The row of an edge, from the smaller id where it has no direction.
[[nodiscard]] EdgeScore edge_row(const Network& g, Vertex from, Vertex to, EdgeIndex e,
                                 double score);

}  // namespace entente::kernel
