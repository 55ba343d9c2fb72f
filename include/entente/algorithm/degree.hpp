#pragma once

/// Ties counted and weighed.

#include <cstdint>

#include <entente/algorithm/ranking.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// What a degree counts: entities tied to, or relations that tie.
enum class Counted : std::uint8_t { neighbours, relations };

/// What a degree counts.
struct DegreeOptions {
  Counted counted = Counted::neighbours;  ///< entities or relations
  /// Which edges of a directed network: those walked out, those coming in, or either.
  Direction direction = Direction::out;
};

/// How many neighbours an entity has, or how many relations tie it to them.
///
/// Self-loops do not count. `Direction::both` counts a neighbour once if edges run both ways.
/// Cost: O(n + m).
[[nodiscard]] Ranking degree(const Network& g, const DegreeOptions& options = {});

/// Which edges are summed.
struct StrengthOptions {
  Direction direction = Direction::out;  ///< of a directed network
};

/// The sum of the weights of an entity's edges, self-loops left out. Cost: O(n + m).
[[nodiscard]] Ranking strength(const Network& g, const StrengthOptions& options = {});

}  // namespace entente
