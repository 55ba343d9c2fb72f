#pragma once

/// How selected facts are folded into the edges that algorithms run on. Recorded in the network.

#include <cstdint>
#include <string>
#include <vector>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// How edges are walked: either way, as the facts say, or against it.
enum class Direction : std::uint8_t { both, out, in };

/// Whether relations between the same two entities become one edge, one edge a type, or stay apart.
enum class Parallels : std::uint8_t { merged, merged_by_type, kept };
/// Whether a relation from an entity to itself makes an edge.
enum class SelfLoops : std::uint8_t { dropped, kept };

/// Weight of an edge: 1; the number of relations (or shared hubs) merged into it; their sum after
/// Newman, each shared hub with k members giving 1/(k-1); or a numeric attribute folded over them.
enum class Weighting : std::uint8_t { unit, count, newman, attribute };
/// How the weights of parallel relations fold.
enum class Fold : std::uint8_t { min, max, sum };

/// What becomes of relations that have no number to weigh them by: they are left out, the network
/// is refused, or they weigh what the projection says.
enum class MissingWeight : std::uint8_t { skip, error, value };

/// The rule by which facts become edges.
struct Projection {
  Parallels parallels = Parallels::merged;    ///< what becomes of several relations
  SelfLoops self_loops = SelfLoops::dropped;  ///< what becomes of loops
  Weighting weighting = Weighting::unit;      ///< what an edge weighs
  std::string attribute = {};                 ///< for Weighting::attribute
  Fold fold = Fold::min;                      ///< of weights that meet
  /// One-mode: entities of these kinds (or below) are hubs, and two entities are tied by each hub
  /// that both have a relation with. Empty: the relations themselves are the ties.
  std::vector<std::string> over = {};
  /// Of relations without a number under that attribute; see relations_without_number().
  MissingWeight missing_weight = MissingWeight::skip;
  double weight_if_missing = 1;  ///< for MissingWeight::value; finite

  /// The same value.
  friend bool operator==(const Projection&, const Projection&) = default;
};

}  // namespace entente
