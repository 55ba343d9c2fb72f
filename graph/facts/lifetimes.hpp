#pragma once

/// When entities were there. A lifespan bounds what a relation's own dates leave open; that of a
/// document is its publication, and bounds nothing.

#include <optional>
#include <vector>

#include <entente/time/bounds.hpp>
#include <entente/time/verdict.hpp>

#include "facts/criteria.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// When both ends of a relation were there.
struct Lifetime {
  Bounds bounds = all_time;
  std::optional<Bounds> loose = {};  ///< if doubts about it are justified; none: there are none

  /// Whether the two were never there together.
  [[nodiscard]] bool is_empty() const { return bounds.start_min > bounds.end_max; }
};

class Lifetimes {
 public:
  /// Borrows both. Cost: O(entities) if any has a lifespan.
  Lifetimes(const Graph::Store& store, const Criteria& criteria);

  /// Whether any lifespan bounds relations.
  [[nodiscard]] bool any() const { return any_; }
  /// Whether that of either end does, and so may decide what its dates leave open; requires
  /// any().
  [[nodiscard]] bool bound(EntityId from, EntityId to) const {
    return (doubts_[index(from)] | doubts_[index(to)]) != 0;
  }
  /// Whether that of either end says less than an unqualified *yes* to the question; requires
  /// any().
  [[nodiscard]] bool doubtful(EntityId from, EntityId to) const {
    return ((doubts_[index(from)] | doubts_[index(to)]) & doubtful_bit) != 0;
  }
  /// What an entity's lifespan, if it has one, says of the question's conditions.
  [[nodiscard]] QualifiedVerdict presence(EntityId entity) const {
    return presence_.empty() ? QualifiedVerdict{Verdict::yes} : presence_[index(entity)];
  }
  /// Whether a relation may hold for all that the lifespans of its ends say.
  [[nodiscard]] QualifiedVerdict together(RelationId relation,
                                          std::span<const Condition> conditions) const;
  /// When both ends were there; those of which no end is reported are presumed to be to that day.
  [[nodiscard]] Lifetime of(RelationId relation, std::optional<Day> presumed_until) const;

 private:
  static constexpr std::uint8_t bounding_bit = 1;
  static constexpr std::uint8_t doubtful_bit = 2;

  struct Life {
    Bounds bounds;
    std::optional<Bounds> loose;
    bool has_unknown_end = false;
  };
  [[nodiscard]] Life life_of(std::size_t row) const;
  [[nodiscard]] const Life* life(EntityId entity) const {
    return rows_.empty() || rows_[index(entity)] == 0 ? nullptr : &lives_[rows_[index(entity)] - 1];
  }
  [[nodiscard]] static QualifiedVerdict held(const Life& life, const Condition& condition);

  const Graph::Store& store_;
  const Criteria& criteria_;
  std::vector<Life> lives_;
  std::vector<std::uint32_t>
      rows_;  // by entity: which life, from 1 on; 0 for none; empty if none has one
  std::vector<QualifiedVerdict>
      presence_;  // by entity; empty if none has one or there is no period
  std::vector<std::uint8_t>
      doubts_;  // by entity: whether its lifespan bounds relations, doubtfully
  bool any_ = false;
};

}  // namespace entente
