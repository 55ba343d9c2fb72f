#pragma once

/// Ties as against records: relations of one type between the same ends, put the same way, whose
/// intervals certainly touch are one tie for questions of presence.

#include <compare>
#include <cstdint>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/time/bounds.hpp>

#include "facts/answers.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// What the relations of a tie have in common; a symmetric type's ends may be either way round.
struct TieKey {
  std::uint16_t type = 0;
  Modality modality = Modality::fact;
  EntityId a = {};
  EntityId b = {};

  friend auto operator<=>(const TieKey&, const TieKey&) = default;
};

[[nodiscard]] TieKey tie_key(const Graph::Store& store, RelationId relation);

/// What of a relation's dates counts, and what is taken for granted of them.
struct Grounds {
  Seen dates = Seen::most;
  Seen ends = Seen::most;  ///< what inference sees
  bool inferred = true;    ///< inferred ends count
  bool presumed = true;    ///< so do ends that are presumed
  bool doubted = true;     ///< so do dates marked ? or ~
};

/// One date that vouches for a relation of an interval type.
struct Account {
  RelationId relation = {};
  Bounds bounds = {};
  HeldEnds ends = {};    ///< what is known of its ends
  bool doubted = false;  ///< some of its bounds rest on a date marked ? or ~
};

/// Accounts that certainly make one stretch of time, and the bounds of that stretch.
struct Stretch {
  Bounds bounds = {};
  std::vector<Account> accounts = {};

  /// What is known of the ends: of the account that may begin first, and of the one that may end
  /// last.
  [[nodiscard]] HeldEnds ends() const;
  [[nodiscard]] bool is_doubted() const;
};

/// A spell of a tie: the stretches of its relations. Of relations with several dates that lie apart
/// there may be more than one.
struct TieSpell {
  std::vector<RelationId> relations = {};  ///< ascending
  std::vector<Stretch> stretches = {};     ///< by start; none for acts and what misses a date
  bool accounts_differ = false;            ///< two hold at one time and contradict each other
};

/// Two certainly touch if, whatever their unknown days, each begins no later than the day after the
/// other ends.
[[nodiscard]] bool certainly_touch(const Bounds& a, const Bounds& b);

/// Two may touch if their unknown days may be such that they do.
[[nodiscard]] bool possibly_touch(const Bounds& a, const Bounds& b);

/// The stretches that accounts of one tie make, in no order. Cost: O(n log n).
[[nodiscard]] std::vector<Stretch> stretches_of(const std::vector<Account>& accounts);

/// The spells of relations, by their first relation. Acts and what is undated are each their own,
/// but for what needs no date: it held as long as its ends may have existed.
/// Of the question its inference and how far open ends were observed count.
/// Relations that are not seen on these grounds are of none. Cost: O(n log n).
[[nodiscard]] std::vector<TieSpell> spells_of(const Graph::Store& store, const Answers& answers,
                                              std::vector<RelationId> relations,
                                              const Grounds& grounds = {});

}  // namespace entente
