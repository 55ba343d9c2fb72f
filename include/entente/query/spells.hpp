#pragma once

/// Ties as against records: how long a tie lasted, however many records report it.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// Whether the records of one time agree on when it began and ended.
enum class Accounts : std::uint8_t { agree, differ };

/// Relations that are one tie without a gap.
struct Spell {
  std::vector<RelationId> relations;  ///< ascending
  /// From the earliest of their starts to the latest of their ends, as written; what needs no date
  /// counts as `../..` among others. Of acts and of what is undated what the one relation says.
  std::optional<When> when;
  Bounds bounds;  ///< what is known of the spell; no limits if undated, but those of its ends
  Accounts accounts = Accounts::agree;  ///< where they differ the tie holds if any of them does
};

/// The spells of relations, by their first relation. Relations of one interval type between the
/// same ends (of a symmetric type either way round), of the same modality, are one spell if their
/// intervals certainly meet or overlap, or abut: one begins no later than the day after the other
/// ends, whatever their unknown days. A gap, and one that may be, makes two spells. Acts and what
/// is undated are each their own, but for what needs no date: it holds as long as its ends may have
/// existed, with the records of the same tie. All dates that vouch for a relation count. Of the
/// selection its inference, `observed_through` and `known_at` count. Cost: O(n log n).
/// @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] std::vector<Spell> spells(const Graph& graph, std::span<const RelationId> relations,
                                        const Selection& selection = {});

/// Of relations that a period keeps, the records of ties that hold by some accounts and by others
/// do not, because these contradict each other about when the spell began or ended; ascending, with
/// the records that the period does not keep. Of the selection its period counts for nothing.
/// Cost: O(n log n) in the relations at the nearer end of each, or O(relations of the graph) where
/// that is less; a selection more for ties of several records.
/// @throws InvalidArgument as `Graph::facts` does.
[[nodiscard]] std::vector<RelationId> differing_accounts(const Graph& graph,
                                                         std::span<const RelationId> relations,
                                                         const Selection& selection = {});

}  // namespace entente
