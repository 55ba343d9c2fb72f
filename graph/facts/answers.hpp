#pragma once

/// The slow, exact answers of a question: dates that bounds do not decide, lifespans, publication.

#include <vector>

#include <entente/time/verdict.hpp>
#include <entente/time/when.hpp>

#include "facts/question.hpp"

namespace entente {

/// Whether one of the dates fulfils the condition; *maybe* if there is none.
[[nodiscard]] Answer held(const std::vector<When>& dates, Reading reading,
                          const TimeContext& context, const Condition& condition);

/// The bounds with open ends certain only as far as they were observed.
[[nodiscard]] Bounds observed(Bounds bounds, const TimeContext& context);

/// Whether a relation must be asked here, and not by its bounds alone.
class Answers {
 public:
  Answers(const Graph::Store& store, const Question& question);

  /// The traits of relations whose dates dated() must judge.
  [[nodiscard]] std::uint8_t special() const { return special_; }
  /// The traits among them whose bounds may even say *no* in error.
  [[nodiscard]] std::uint8_t misleading() const { return misleading_; }
  /// Whether undated relations must be asked: the bounds of "no date" fill a window of all time.
  [[nodiscard]] bool asks_undated() const { return asks_undated_; }

  /// What the relation's dates, those of its evidence included, say of all conditions.
  [[nodiscard]] Answer dated(RelationId relation) const;
  /// Those dates; it is on a day if one of them is. None: it is undated.
  [[nodiscard]] std::vector<When> dates(RelationId relation) const;
  /// What its dates take for granted: how far open ends were observed, an inferred end.
  [[nodiscard]] TimeContext context(RelationId relation) const;

  /// Whether any entity's lifespan matters.
  [[nodiscard]] bool lifespans_matter() const { return doubts_; }
  /// Whether either lifespan says less than an unqualified *yes*; requires lifespans_matter().
  [[nodiscard]] bool doubtful(EntityId from, EntityId to) const {
    return (doubtful_[index(from)] | doubtful_[index(to)]) != 0;
  }
  /// What an entity's lifespan says of all conditions; certain without one.
  [[nodiscard]] Answer presence(EntityId entity) const {
    return presence_.empty() ? Answer{Verdict::yes} : presence_[index(entity)];
  }

  /// Whether some evidence of the relation was out by the day asked for; *no* without evidence.
  [[nodiscard]] Answer known(RelationId relation) const;

 private:
  void ask_lifespans();
  [[nodiscard]] Answer lifespan_held(std::size_t row, const Condition& condition) const;
  void ask_publications();

  const Graph::Store& store_;
  const Question& question_;
  std::uint8_t special_ = 0;
  std::uint8_t misleading_ = 0;
  bool asks_undated_ = false;
  bool doubts_ = false;
  std::vector<Answer> presence_;        // by entity; empty if none has a lifespan
  std::vector<std::uint8_t> doubtful_;  // by entity: 1 where presence_ is not a plain yes
  std::vector<Answer> published_;       // by entity; empty unless publication is asked for
};

}  // namespace entente
