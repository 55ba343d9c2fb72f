#pragma once

/// Whether two relations to one thing make a tie between their other ends: folding keeps time.

#include <cstddef>
#include <span>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/time/when.hpp>

#include "facts/answers.hpp"
#include "facts/graph_store.hpp"
#include "facts/meeting.hpp"

namespace entente {

/// What folding asks of a relation.
struct FoldedLeg {
  RelationId relation = {};
  Verdict verdict = Verdict::yes;  ///< in the selection
  Bounds bounds = {};
  bool dated = false;
  bool is_act = false;
  bool plain = false;   ///< its bounds decide
  std::size_t tie = 0;  ///< of several accounts that hold on after each other: the tie, from 1
};

/// The folds of one selection.
class Folds {
 public:
  Folds(const Graph& graph, const Answers& answers);

  /// What folding asks of a selected relation. Cost: O(1).
  [[nodiscard]] FoldedLeg leg(const SelectedRelation& selected) const;
  /// Lets the legs of one entity at one thing answer as the ties they are: what several records of
  /// one tie, or several accounts of one record, say of times that touch is one stretch. Call it
  /// before they are folded. Cost: O(1) for one record with one date.
  void join(std::span<FoldedLeg> legs);
  /// Whether acts there go together whatever their days: at an event, an agreement, a document or a
  /// statement.
  [[nodiscard]] bool gathers_acts(EntityId shared) const;
  /// Whether a tie is folded from both: yes if both are selected for certain and certainly hold on
  /// a common day, no if they never do. Acts at what gathers them go together; what is undated
  /// raises no objection but the lifespans of its ends. Cost: O(1) where bounds decide.
  [[nodiscard]] Verdict fold(const FoldedLeg& a, const FoldedLeg& b, EntityId shared) const;
  /// Whether both hold on a common day; yes if one of them is undated, unless it cannot be for the
  /// lifespans of its ends.
  [[nodiscard]] Verdict together(const FoldedLeg& a, const FoldedLeg& b) const;
  /// Why they only may hold together: the gravest of the reasons why one may end before the other
  /// begins.
  [[nodiscard]] Why why_together(const FoldedLeg& a, const FoldedLeg& b) const;

 private:
  [[nodiscard]] std::vector<Dating> datings(const FoldedLeg& leg) const;
  [[nodiscard]] Verdict unless_never_alive(const FoldedLeg& a, const FoldedLeg& b) const;
  [[nodiscard]] std::vector<DatedStretch> stretches(const FoldedLeg& leg) const;
  void join_tie(std::span<FoldedLeg*> legs);
  [[nodiscard]] Verdict by_every_date(const FoldedLeg& a, const FoldedLeg& b) const;

  const Graph& graph_;
  const Answers& answers_;
  std::vector<std::uint8_t> gathers_;            // by kind
  std::vector<std::vector<DatedStretch>> ties_;  // what accounts make together
};

}  // namespace entente
