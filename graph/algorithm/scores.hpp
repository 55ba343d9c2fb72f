#pragma once

/// From scores by vertex to a ranking of entities.

#include <span>
#include <string>

#include <entente/algorithm/ranking.hpp>
#include <entente/network/network.hpp>

namespace entente::kernel {

/// `scores` has one number a vertex.
[[nodiscard]] Ranking ranking_of(const Network& g, std::string measure,
                                 std::span<const double> scores);

}  // namespace entente::kernel
