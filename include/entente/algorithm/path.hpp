#pragma once

/// A route through a network, as facts.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

class Graph;

/// What a path costs: one a hop, or the sum of its edges' weights, of any finite size. A weight is
/// the decimal that is written for it where that has up to 15 digits, else what the double holds;
/// sums are exact, so that 0.1 + 0.2 costs as much as 0.3, and shown as the nearest double.
enum class Cost : std::uint8_t { hops, weight };

/// One hop. It shows one relation and names the parallel ones it stands for.
struct Step {
  EntityId from = {};                 ///< where the walk comes from
  EntityId to = {};                   ///< where it goes
  EdgeIndex edge = {};                ///< the edge of the network
  std::vector<RelationId> relations;  ///< the shown one first; empty on a network without a dossier
  Verdict verdict = Verdict::yes;     ///< of the shown one
};

/// A walk from the first of its entities to the last.
struct Path {
  std::vector<EntityId> entities;  ///< length + 1 of them
  std::vector<Step> steps;         ///< one a hop
  double cost = 0;                 ///< sum of weights; the number of hops where edges have none
  Verdict verdict = Verdict::yes;  ///< certain only if every hop is
  /// Hops.
  [[nodiscard]] std::size_t length() const { return steps.size(); }
};

/// The step's shown relation as a sentence read in the direction of the walk, with date and source:
/// "Japan is party to the Japan-NATO IPCP (2014) since 2014-05-06 [doc-004 §2.1]".
[[nodiscard]] std::string describe(const Graph& graph, const Step& step,
                                   std::string_view languages = "en");

}  // namespace entente
