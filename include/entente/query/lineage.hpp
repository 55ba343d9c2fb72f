#pragma once

/// How agreements followed one another.

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// Why an agreement is not in force, where no source says that it ended.
enum class NotInForce : std::uint8_t {
  only_planned,    ///< that somebody is party to it is a plan, an expectation or a claim
  inferred_ended,  ///< that its parties left it is inferred
  no_party_known,  ///< nobody is known to be party to it, and it has no lifespan
};

/// An agreement of a lineage.
struct Successor {
  EntityId agreement = {};  ///< which one
  /// Whether some `party_to` of it that is a fact, or derived, holds in the selection's period: yes
  /// if one certainly does, maybe if one may or all of them are undated; without a period, whether
  /// it has one at all. The agreement's own lifespan decides where nobody is recorded as a party.
  Verdict in_force = Verdict::no;
  std::vector<SelectedRelation> succession;  ///< to what it replaced or amended
  std::vector<SelectedRelation> parties;     ///< the ties of parties that hold in the period
  std::optional<NotInForce> because = {};    ///< of a *no* that no source gives
};

/// Everything that succession ties to an agreement, however far back and forth: newest first, that
/// is, none behind what it replaced or amended, then by date, then by id. Succession is read
/// whatever the period, types and kinds of the selection; its other members narrow it.
/// Cost: O(relations).
/// @throws InvalidArgument `no-lineage` for an entity of a kind that succession does not admit, and
/// as `Graph::facts` does.
[[nodiscard]] std::vector<Successor> lineage(const Graph& graph, EntityId agreement,
                                             const Selection& selection = {});

}  // namespace entente
