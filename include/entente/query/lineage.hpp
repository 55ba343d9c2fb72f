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
  only_planned,             ///< that somebody is party to it is a plan or an expectation
  only_claimed,             ///< that somebody is party to it is a claim
  only_planned_or_claimed,  ///< some of each
  inferred_ended,           ///< that its parties left it is inferred
  no_party_known,           ///< nobody is known to be party to it, and it has no lifespan
};

/// What a verdict of a lineage rests on.
enum class RestsOn : std::uint8_t {
  parties,   ///< the parties recorded
  lifespan,  ///< the agreement's own dates, since nobody is recorded as a party
  presence,  ///< when it was there, since nobody can be party to such an entity
};

/// An agreement of a lineage, or an organisation.
struct Successor {
  EntityId agreement = {};  ///< which one
  /// Whether some `party_to` of it that is a fact, or derived, holds in the selection's period: yes
  /// if one certainly does, maybe if one may or none is dated and an undated one may; without a
  /// period, whether it has one at all. Its own lifespan decides where nobody is recorded as a
  /// party, and of what nobody can be party to: maybe without one.
  Verdict in_force = Verdict::no;
  std::vector<SelectedRelation> succession;  ///< to what it replaced or amended
  std::vector<SelectedRelation> parties;     ///< the ties of parties that hold in the period
  std::optional<NotInForce> because = {};    ///< of a *no* that no source gives
  RestsOn rests_on = RestsOn::parties;       ///< what decides it
  std::vector<RelationId> reasons = {};      ///< the ties of parties that `because` is about
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
