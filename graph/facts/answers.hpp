#pragma once

/// The exact answers of a question about single relations: their dates, the lifespans of what they
/// tie, what is inferred of their ends, and what was known of them.

#include <array>
#include <optional>
#include <span>
#include <vector>

#include <entente/time/verdict.hpp>
#include <entente/time/when.hpp>

#include "facts/criteria.hpp"
#include "facts/dating.hpp"
#include "facts/inference/inference.hpp"
#include "facts/lifetimes.hpp"
#include "facts/sight.hpp"

namespace entente {

/// Conditions that must all hold.
using Conditions = std::span<const Condition>;

class Answers {
 public:
  /// Borrows both.
  Answers(const Graph::Store& store, const Criteria& criteria);

  /// What the relation's dates, the lifespans of its ends and the evidence that is seen say of the
  /// question's conditions, and of other ones. Its type, kinds and modality are not asked about.
  [[nodiscard]] Judgement judge(RelationId relation) const {
    return judge(relation, criteria_.conditions);
  }
  [[nodiscard]] Judgement judge(RelationId relation, Conditions conditions) const;

  /// The same if that much is seen of its dates, and of what others say of its end.
  [[nodiscard]] Judgement judge_seen(RelationId relation, Seen dates, Seen ends,
                                     Conditions conditions) const;

  /// The traits of dated relations that judge() must be asked about.
  [[nodiscard]] std::uint8_t special() const { return special_; }
  /// The traits among them whose bounds may even say *no* in error.
  [[nodiscard]] std::uint8_t misleading() const { return misleading_; }
  /// The traits among dated relations for which a *maybe* must be asked about.
  [[nodiscard]] std::uint8_t arguable() const { return arguable_; }

  /// Whether the columns hold its one date as it is written, and so how it is judged.
  [[nodiscard]] bool is_plain(RelationId relation) const;
  /// The lifespans that bound what relations leave open.
  [[nodiscard]] const Lifetimes& lifetimes() const { return lifetimes_; }
  /// The evidence that is seen.
  [[nodiscard]] const Sight& sight() const { return sight_; }

  /// The end that inference gives the relation by what certainly or possibly is seen of its dates,
  /// and of what closes it.
  [[nodiscard]] std::optional<Closing> closing(RelationId relation, SeenByInference seen) const;
  /// The same by all that may be seen, and by the least that certainly is of what closes it.
  [[nodiscard]] std::optional<Closing> closing(RelationId relation, Seen closers) const {
    return closing(relation, {.closed = Seen::most, .closers = closers});
  }
  /// Those that the question closes though the whole dossier does not, ascending: no trait says so.
  [[nodiscard]] std::span<const RelationId> closed_by_question() const {
    return closed_by_question_;
  }
  /// All relations whose ends may be inferred, ascending.
  [[nodiscard]] std::vector<RelationId> closed() const;
  /// What the relation's dates take for granted.
  [[nodiscard]] TimeContext context(RelationId relation, Seen dates, Seen ends) const;
  /// As far as it may be seen: its dates as they are read, and what they take for granted.
  [[nodiscard]] std::vector<Dating> datings(RelationId relation) const {
    return sight_.datings(relation, Seen::most);
  }
  [[nodiscard]] std::vector<DatedAccount> accounts(RelationId relation) const {
    return sight_.accounts(relation, Seen::most);
  }
  [[nodiscard]] std::vector<When> dates(RelationId relation) const {
    return sight_.dates(relation, Seen::most);
  }
  [[nodiscard]] TimeContext context(RelationId relation) const;
  /// What is asked.
  [[nodiscard]] const Criteria& criteria() const { return criteria_; }
  /// What an entity's lifespan says of the question's conditions; certain without one.
  [[nodiscard]] QualifiedVerdict presence(EntityId entity) const {
    return lifetimes_.presence(entity);
  }
  /// Whether it needs no date, by what its vocabulary says.
  [[nodiscard]] bool is_timeless(RelationId relation) const;
  /// Whether the relation holds without an inferred end, or may.
  [[nodiscard]] bool lasts_without_inference(RelationId relation) const;

 private:
  void infer();
  [[nodiscard]] const std::vector<Closing>& closings(SeenByInference seen) const;
  [[nodiscard]] Judgement judge_dates(RelationId relation, std::span<const Dating> dates,
                                      const TimeContext& context, Conditions conditions) const;
  [[nodiscard]] Judgement judge_undated(RelationId relation, Seen seen,
                                        Conditions conditions) const;
  [[nodiscard]] Judgement judge_one(const Dating& dating, const Condition& condition,
                                    const TimeContext& context) const;
  [[nodiscard]] bool begins_later(RelationId relation, Seen seen, Conditions conditions,
                                  Why& why) const;
  [[nodiscard]] bool reports_end(RelationId relation, Seen seen) const;
  [[nodiscard]] std::optional<Day> presumed_until(RelationId relation, Seen seen) const;

  const Graph::Store& store_;
  const Criteria& criteria_;
  Sight sight_;
  Lifetimes lifetimes_;
  bool stored_closings_ = false;  // those of the store are those of the question
  // Else these, each by relation: of what is seen of the closed, then of what closes them.
  std::array<std::array<std::vector<Closing>, 2>, 2> closings_;
  std::vector<RelationId> closed_by_question_;
  std::vector<std::uint8_t> timeless_;  // by type: 1 if some of its relations are
  std::uint8_t special_ = 0;
  std::uint8_t misleading_ = 0;
  std::uint8_t arguable_ = 0;
};

}  // namespace entente
