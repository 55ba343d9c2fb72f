#include "slow_facts.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "slow_inference.hpp"
#include "slow_records.hpp"
#include "slow_selection.hpp"

namespace entente::verify {

namespace {

/// What relations say by themselves, or together with other records of the same tie.
class SlowTies {
 public:
  SlowTies(const Dossier& dossier, const Vocabulary& vocabulary, const Selection& selection)
      : dossier_(dossier),
        vocabulary_(vocabulary),
        selection_(selection),
        records_(dossier, vocabulary, selection) {}

  /// Of relations that fit the selection: what they or their ties say.
  std::optional<SlowAnswer> answer(const Relation& relation, Inference inference) const {
    const auto own = records_.single(relation, inference);
    if (!own) return std::nullopt;
    const auto tie = as_known_tie(relation, inference);
    return tie && tie->verdict > own->verdict ? tie : own;
  }

 private:
  /// What the tie says whatever was known of it.
  std::optional<SlowAnswer> as_known_tie(const Relation& relation, Inference inference) const {
    std::optional<SlowAnswer> all = as_tie(relation, inference, true, true);
    if (!all) return all;
    all->of_tie = true;
    for (const bool dates : {true, false})
      for (const bool ends : {true, false}) {
        const auto one = as_tie(relation, inference, dates, ends);
        if ((one ? one->verdict : Verdict::no) != all->verdict) all->verdict = Verdict::maybe;
      }
    return all;
  }

  /// What the tie says of which the relation is a record, if a period is to be filled.
  std::optional<SlowAnswer> as_tie(const Relation& relation, Inference inference, bool dates,
                                   bool ends) const {
    if (selection_.throughout.empty()) return std::nullopt;
    const Window window = Window::parse(selection_.throughout);
    if (window.is_one_day() || reading_of(vocabulary_, relation) == Reading::instant)
      return std::nullopt;
    Selection some_day = selection_;
    some_day.throughout.clear();
    SlowRecords present(dossier_, vocabulary_, some_day);
    present.ask(holds_during, selection_.throughout, false);
    const auto row = present.single(relation, inference);
    if (!row || row->verdict == Verdict::no) return std::nullopt;
    std::optional<SlowAnswer> best;
    const auto take = [&](QualifiedVerdict tie, Why why) {
      const QualifiedVerdict answer = tie & QualifiedVerdict{row->verdict, row->qualified};
      if (best && answer.verdict <= best->verdict) return;
      best = SlowAnswer{answer.verdict, answer.qualified};
      if (answer.verdict == Verdict::maybe) best->why = graver(row->why, why);
    };
    const std::vector<Merged> stretches = stretches_of_tie(relation, inference, dates, ends);
    const auto is_of = [&](const Merged& one) {
      return std::find(one.of.begin(), one.of.end(), &relation) != one.of.end();
    };
    for (const Merged& one : stretches)
      if (one.of.size() > 1 && is_of(one))
        take(covers(one.bounds, window), stretch_reason(one.bounds, window));
    for (const Merged& one : stretches)
      if (is_of(one)) take_chain(stretches, one, window, take);
    return best;
  }

  /// What a stretch says together with all that it may touch: perhaps.
  template <typename Take>
  static void take_chain(const std::vector<Merged>& stretches, const Merged& first,
                         const Window& window, const Take& take) {
    const std::vector<const Merged*> chain = chain_of(stretches, first);
    if (chain.size() < 2) return;
    const bool no_end = std::any_of(chain.begin(), chain.end(), [](const Merged* one) {
      return one->bounds.end_max == day_max && one->bounds.end_min != day_max;
    });
    const Bounds all = hull_of(chain);
    const Bounds longest{all.start_min, all.start_min, all.end_max, all.end_max};
    const Why gap = no_end ? Why::no_end_reported : Why::imprecise;
    take(QualifiedVerdict{Verdict::maybe} & covers(longest, window),
         graver(gap, stretch_reason(all, window)));
  }

  std::vector<Merged> stretches_of_tie(const Relation& relation, Inference inference, bool dates,
                                       bool ends) const {
    const bool symmetric = vocabulary_.find_type(relation.type)->symmetry == Symmetry::symmetric;
    const SlowSight sight(dossier_, selection_, dates);
    const SlowSight ends_sight(dossier_, selection_, ends);
    std::vector<Merged> list;
    for (const Relation& other : dossier_.relations) {
      const bool same_way = other.from == relation.from && other.to == relation.to;
      const bool turned = symmetric && other.from == relation.to && other.to == relation.from;
      if (other.type != relation.type || other.modality != relation.modality ||
          !(same_way || turned) || !fits(dossier_, vocabulary_, selection_, other) ||
          !sight.sees(other))
        continue;
      std::optional<Closing> closing;
      if (inference == Inference::on)
        closing = SlowInference(dossier_, vocabulary_, ends_sight).closing(other);
      const auto counted = sight.dates(other);
      for (const When& when : counted) {
        if (SlowRecords::is_within_another(when, counted)) continue;
        const TimeContext context = records_.context(other, when, closing, sight, std::nullopt);
        list.push_back({held_in(records_.dating(other, when, sight), context), {&other}});
      }
    }
    return merge(std::move(list));
  }

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const Selection& selection_;
  SlowRecords records_;
};

}  // namespace

SlowFacts slow_facts(const Dossier& dossier, const Vocabulary& vocabulary,
                     const Selection& selection) {
  const SlowTies slow(dossier, vocabulary, selection);
  SlowFacts facts;
  for (const Relation& relation : dossier.relations) {
    const auto answer = slow.answer(relation, selection.inference);
    if (!answer) continue;
    const bool certain_only = selection.keep == Keep::certain_only;
    if (answer->verdict == Verdict::no && !certain_only) {
      const auto without = slow.answer(relation, Inference::off);
      if (selection.inference == Inference::on && without->verdict != Verdict::no)
        facts.inferred_ended.push_back(relation.id);
    }
    if (answer->verdict == Verdict::no || (certain_only && answer->verdict == Verdict::maybe))
      continue;
    const bool hidden = answer->undated && answer->verdict == Verdict::maybe &&
                        selection.undated == Undated::counted;
    if (hidden)
      facts.undated.push_back(relation.id);
    else
      facts.kept[relation.id] = *answer;
  }
  std::sort(facts.undated.begin(), facts.undated.end());
  std::sort(facts.inferred_ended.begin(), facts.inferred_ended.end());
  return facts;
}

}  // namespace entente::verify
