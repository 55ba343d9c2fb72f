#pragma once

/// How selected facts are folded into the edges that algorithms run on. Recorded in the network.

#include <cstdint>
#include <string>

namespace entente {

enum class Parallels : std::uint8_t { merged, kept };
enum class SelfLoops : std::uint8_t { dropped, kept };

/// Weight of an edge: 1, the number of relations merged into it, or a numeric attribute folded over them.
enum class Weighting : std::uint8_t { unit, count, attribute };
/// How an attribute's values of parallel relations fold.
enum class Fold : std::uint8_t { min, max, sum };

struct Projection {
  Parallels parallels = Parallels::merged;
  SelfLoops self_loops = SelfLoops::dropped;
  Weighting weighting = Weighting::unit;
  std::string attribute = {};  ///< for Weighting::attribute; a relation without it is an error
  Fold fold = Fold::min;
};

}  // namespace entente
