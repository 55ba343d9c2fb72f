#pragma once

/// What inference reads of relations: those that are seen, and how they are dated.

#include <optional>
#include <vector>

#include "facts/inference/inference.hpp"

namespace entente {

/// When a relation that may close others began, and may have ended.
struct Beginning {
  Day first = {};          ///< the first day it can have begun
  Day last = {};           ///< the last
  Day end_max = {};        ///< the last day it can have held, as reported or as its ends were there
  bool qualified = false;  ///< its start is marked ? or ~
};

/// The last day on which an act can have happened.
struct Passing {
  Day last = {};
  bool qualified = false;  ///< it is marked ? or ~
};

/// What is known of an unknown end.
struct Closable {
  Day least = {};       ///< the first day that it can lie on, nothing known against it
  Day last_start = {};  ///< the last day on which the relation can have begun
};

class InferenceEvidence {
 public:
  /// Borrows the store and the sight.
  InferenceEvidence(const Graph::Store& store, const Sight& sight, SeenByInference seen,
                    ModalityBits modalities);

  [[nodiscard]] const Graph::Store& store() const { return store_; }
  /// When an act of modality fact or derived had passed, if it is seen and dated.
  [[nodiscard]] std::optional<Passing> passing(RelationId relation) const;
  /// The relations of types that close others in that way, ascending.
  [[nodiscard]] std::vector<RelationId> closers(Closes closes) const;
  /// The relations that end at an entity, ascending, seen or not.
  [[nodiscard]] std::vector<RelationId> ties_to(EntityId entity) const;
  /// What is known of a relation that may be closed: one that is seen and dated, with an unknown
  /// end.
  [[nodiscard]] std::optional<Closable> closable(RelationId relation) const;
  /// When it began, if it may close others: seen, of modality fact or derived, and of known start.
  [[nodiscard]] std::optional<Beginning> beginning(RelationId relation) const;
  /// When it may have begun and ended, by each of its dates, if it may close others.
  [[nodiscard]] std::vector<Bounds> bounds(RelationId relation) const;
  /// The last day on which both its ends were there, as far as lifespans without doubts say.
  [[nodiscard]] Day last_day_of_ends(RelationId relation) const;

 private:
  [[nodiscard]] bool is_seen(RelationId relation, Seen seen) const;
  [[nodiscard]] bool is_plain(RelationId relation) const;
  [[nodiscard]] bool may_close(RelationId relation) const;
  /// Calls `take` with each of its dates until it returns true; whether it did.
  template <class Take>
  bool some_date(RelationId relation, Seen seen, Take take) const;

  const Graph::Store& store_;
  const Sight& sight_;
  std::vector<Day> last_days_;  // by entity; empty if none has a lifespan
  SeenByInference seen_;
  ModalityBits modalities_;
};

}  // namespace entente
