#pragma once

/// How much of a relation's evidence a question lets one see: what the sources asked for say, and
/// what was out by the day asked for. Whether a document was out may be uncertain; then there is
/// more to see if it was than if it was not.

#include <cstdint>
#include <optional>
#include <vector>

#include "facts/attestation.hpp"
#include "facts/criteria.hpp"
#include "facts/dating.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// The most that may be seen, and the least that certainly is.
enum class Seen : std::uint8_t { most, least };

/// The days of publication of a relation's evidence that is seen.
struct Publications {
  /// The first day on which some of it can have appeared; none if it may have at any time.
  std::optional<Day> earliest = {};
  /// The first day on which the newest of it can have appeared; none if no date is known.
  std::optional<Day> newest = {};
};

class Sight {
 public:
  /// Sees everything.
  explicit Sight(const Graph::Store& store) : store_(store) {}
  /// Sees what the question lets one see. Borrows both.
  Sight(const Graph::Store& store, const Criteria& criteria);

  /// Whether evidence counts at all; else all is seen.
  [[nodiscard]] bool is_narrowed() const { return criteria_ != nullptr; }
  /// Whether the least may differ from the most.
  [[nodiscard]] bool is_uncertain() const { return !out_.empty(); }
  /// Whether the relation rests on a piece of evidence that is seen.
  [[nodiscard]] QualifiedVerdict known(RelationId relation) const;
  /// As known(): possibly, or certainly.
  [[nodiscard]] bool sees(RelationId relation, Seen seen) const;
  /// Whether that row of evidence is seen.
  [[nodiscard]] QualifiedVerdict piece(std::uint32_t row) const;

  /// The dates that count, its own first. It does unless all evidence that is seen has dates.
  [[nodiscard]] std::vector<When> dates(RelationId relation, Seen seen) const;
  /// The same as they are read beside each other.
  [[nodiscard]] std::vector<DatedAccount> accounts(RelationId relation, Seen seen) const;
  [[nodiscard]] std::vector<Dating> datings(RelationId relation, Seen seen) const;
  /// When its evidence appeared. Cost: a look at each document, unless publication is asked for.
  [[nodiscard]] Publications publications(RelationId relation, Seen seen) const;

 private:
  void read_publications(const Criteria& criteria);
  [[nodiscard]] Day first_day(EntityId document) const;
  [[nodiscard]] bool sees_piece(std::uint32_t row, Seen seen) const;

  const Graph::Store& store_;
  const Criteria* criteria_ = nullptr;  // none: everything is seen
  std::vector<QualifiedVerdict> out_;   // by entity; empty unless publication is asked for
  std::vector<Day> first_days_;  // of publication by entity, day_min for none; empty if not needed
};

}  // namespace entente
