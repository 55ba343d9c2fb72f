#pragma once

/// What single records say of a selection's periods, date by date.

#include <optional>
#include <string>
#include <vector>

#include <entente/facts/selection.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

#include "facts/dating.hpp"
#include "slow_facts.hpp"
#include "slow_inference.hpp"
#include "slow_selection.hpp"

namespace entente::verify {

/// Borrows all that it is made of.
class SlowRecords {
 public:
  SlowRecords(const Dossier& dossier, const Vocabulary& vocabulary, const Selection& selection);

  /// Asks about a period besides those of the selection.
  void ask(Holds holds, const std::string& text, bool every_day);

  /// Of relations that fit the selection: what the record says by itself.
  [[nodiscard]] std::optional<SlowAnswer> single(const Relation& relation,
                                                 Inference inference) const;

  /// What bounds a date of a relation, besides the date itself.
  [[nodiscard]] TimeContext context(const Relation& relation, const When& when,
                                    const std::optional<Closing>& closing, const SlowSight& sight,
                                    const std::optional<Asked>& asked) const;

  /// A date with what the others of its relation add to it.
  [[nodiscard]] Dating dating(const Relation& relation, const When& when,
                              const SlowSight& sight) const;

  /// Whether it is an attested day that lies within what another date says.
  [[nodiscard]] static bool is_within_another(const When& when, const std::vector<When>& dates);

 private:
  /// Whether what was out by the day asked for rests on a doubtful date.
  [[nodiscard]] bool publication_doubted(const Relation& relation) const;
  [[nodiscard]] SlowAnswer seen(const Relation& relation, const SlowSight& sight,
                                const SlowSight& others, Inference inference) const;
  /// The lifespans of both ends, but those of documents.
  [[nodiscard]] std::vector<When> lifespans(const Relation& relation) const;
  [[nodiscard]] SlowAnswer undated(const Relation& relation, const SlowSight& sight) const;
  /// A lifespan whose doubted ends are unknown; one of which no end is reported lasts to `lasting`.
  [[nodiscard]] Bounds loosened(const When& life, std::optional<Day> lasting) const;
  /// Whether one of several dates says when it ended.
  [[nodiscard]] bool reports_end(const Relation& relation, const SlowSight& sight) const;
  [[nodiscard]] SlowAnswer one(const Relation& relation, const When& when, const Asked& asked,
                               const std::optional<Closing>& closing, const SlowSight& sight) const;
  /// Of years only.
  [[nodiscard]] bool near(const When& when, const Window& window) const;
  [[nodiscard]] Why reason(const When& when, Reading reading, const Asked& asked,
                           const TimeContext& context) const;

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const Selection& selection_;
  std::optional<Day> observed_;
  std::vector<Asked> questions_;
};

}  // namespace entente::verify
