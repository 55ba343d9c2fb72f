#include "facts/dating.hpp"

#include <algorithm>

#include "facts/always.hpp"
#include "time/when_detail.hpp"

namespace entente {

namespace {

bool holds_on_each(const Condition& condition) {
  return condition.coverage == Coverage::every_day;
}

Verdict verdict_of(const Dating& dating, const Bounds& held, const Condition& condition) {
  const Window& window = condition.window;
  if (!holds_on_each(condition)) return overlaps(held, window).verdict;
  if (dating.reading == Reading::instant && !window.is_one_day()) return Verdict::no;
  return covers(held, window).verdict;
}

QualifiedVerdict answer_of(const Dating& dating, const Condition& condition,
                           const TimeContext& context) {
  if (dating.when && dating.reading == Reading::instant)
    return holds_on_each(condition)
               ? holds_throughout(*dating.when, dating.reading, condition.window, context)
               : holds_during(*dating.when, dating.reading, condition.window, context);
  const Verdict verdict = verdict_of(dating, held_in(dating, context), condition);
  if (!is_doubted(dating, context)) return {verdict, false};
  const Bounds loose = loosely_held_in(dating, context);
  return {verdict, verdict == Verdict::maybe || verdict_of(dating, loose, condition) != verdict};
}

bool is_closed(const Dating& dating, const TimeContext& context) {
  if (!context.ends_by || dating.states.end != EndState::unknown) return false;
  const Bounds known = narrowed(dating.bounds, dating.alongside);
  return closed_by(known, *context.ends_by) != known;
}

Day moved(Day day, const Distance& distance, int sign) {
  const Day by_months = add_months(day, sign * distance.months);
  if (by_months == day_min || by_months == day_max) return by_months;
  const std::int64_t moved = by_months.count() + std::int64_t{sign} * distance.days;
  return Day(static_cast<std::int32_t>(
      std::clamp<std::int64_t>(moved, calendar_first.count(), calendar_last.count())));
}

/// What something else bounds leaves standing what other dates of the record attest.
Bounds bounded_state(const Bounds& own, EndStates states, const Bounds& alongside,
                     const TimeContext& context) {
  Bounds held = in_context(narrowed(own, alongside), states, context);
  held.start_max = std::min(held.start_max, std::max(alongside.start_max, held.start_min));
  held.end_min = std::max(held.end_min, std::min(alongside.end_min, held.end_max));
  return held;
}

}  // namespace

Bounds narrowed(const Bounds& a, const Bounds& b) {
  return {std::max(a.start_min, b.start_min), std::min(a.start_max, b.start_max),
          std::max(a.end_min, b.end_min), std::min(a.end_max, b.end_max)};
}

Dating dating_of(const When& when, Reading reading) {
  Dating dating{.bounds = when.bounds(reading),
                .states = {when.start_state(reading), when.end_state(reading)},
                .reading = reading,
                .witness = reading == Reading::interval && !when.is_interval()};
  if (dating.witness || !when.decided_by_bounds(reading)) dating.when = when;
  return dating;
}

When always_when() {
  return When::between("..", "..");
}

Dating always_dating() {
  return dating_of(always_when(), Reading::interval);
}

Bounds observed(Bounds bounds, const TimeContext& context) {
  if (context.observed_through && bounds.end_min == day_max)
    bounds.end_min = std::max(*context.observed_through, bounds.start_min);
  return bounds;
}

Dating plain_dating(const Graph::Store& store, RelationId relation) {
  const auto state = [&](Trait unknown, bool open) {
    if (store.has(relation, unknown) || store.has(relation, Trait::witness))
      return EndState::unknown;
    return open ? EndState::open : EndState::known;
  };
  const Bounds bounds = store.bounds(relation);
  return {.bounds = bounds,
          .states = {state(Trait::no_start, bounds.start_max == day_min),
                     state(Trait::no_end, bounds.end_min == day_max)},
          .reading = store.type_of(relation).reading,
          .witness = store.has(relation, Trait::witness)};
}

TimeContext granted(const Dating& dating, TimeContext context) {
  if (dating.states.start != EndState::known || dating.bounds.start_max == day_max)
    context.lasts_until.reset();
  return context;
}

Bounds held_in(const Dating& dating, const TimeContext& context) {
  if (dating.reading == Reading::instant)
    return day_in_context(dating.bounds, dating.states, context);
  return bounded_state(dating.bounds, dating.states, dating.alongside, context);
}

Bounds loosely_held_in(const Dating& dating, const TimeContext& context) {
  Dating loose = dating;
  loose.alongside = dating.loose_alongside.value_or(dating.alongside);
  if (dating.when) {
    const WhenReader reader = WhenReader(*dating.when, dating.reading, context).loosened();
    loose.bounds = reader.own_bounds();
    loose.states = reader.states();
  }
  return held_in(loose, context.loosened());
}

bool is_doubted(const Dating& dating, const TimeContext& context) {
  return dating.loose_alongside || (dating.when && dating.when->qualified()) ||
         is_doubted(context, dating.bounds, dating.states);
}

// An open end that does not decide is bounded by something else: a lifespan, or the day up to which
// it was observed, which reports no end.
HeldEnds ends_of(const Dating& dating, const TimeContext& context) {
  const Bounds held = held_in(dating, context);
  const auto of = [&](EndState state, bool bounded) {
    if (dating.witness) return HeldEnd::attested;
    return state == EndState::known || (state == EndState::open && bounded) ? HeldEnd::reported
                                                                            : HeldEnd::unreported;
  };
  const HeldEnd end = of(dating.states.end, held.end_max != day_max);
  return {of(dating.states.start, held.start_min != day_min),
          is_closed(dating, context) ? HeldEnd::inferred : end,
          dating.states.end == EndState::open ? context.lifetime.end_min : day_min};
}

// Which end does not decide, and what is known of it.
Why why_of(const Bounds& held, const HeldEnds& ends, const Condition& condition) {
  const Window& w = condition.window;
  const bool start_decides = held.start_max <= (holds_on_each(condition) ? w.first : w.last);
  const Day asked = holds_on_each(condition) ? w.last : w.first;
  const bool end_decides = held.end_min >= asked;
  const bool still_open = ends.end == HeldEnd::reported && asked <= ends.open_until;
  const HeldEnd end = still_open ? HeldEnd::unreported : ends.end;
  const auto rests_on = [&](HeldEnd what) {
    return (!start_decides && ends.start == what) || (!end_decides && end == what);
  };
  if (rests_on(HeldEnd::inferred)) return Why::inferred;
  if (rests_on(HeldEnd::attested)) return Why::witness;
  if (rests_on(HeldEnd::reported)) return Why::imprecise;
  return start_decides ? Why::no_end_reported : Why::no_start_reported;
}

Judgement operator&(const Judgement& a, const Judgement& b) {
  const QualifiedVerdict both =
      QualifiedVerdict{a.verdict, a.qualified} & QualifiedVerdict{b.verdict, b.qualified};
  Judgement all{both.verdict, both.qualified};
  if (both.verdict == Verdict::maybe) all.why = graver(a.why, b.why);
  all.presumed = both.verdict == Verdict::yes && (a.presumed || b.presumed);
  all.undated = a.undated || b.undated;
  return all;
}

Judgement operator|(const Judgement& a, const Judgement& b) {
  const QualifiedVerdict either =
      QualifiedVerdict{a.verdict, a.qualified} | QualifiedVerdict{b.verdict, b.qualified};
  Judgement any{either.verdict, either.qualified};
  if (either.verdict == Verdict::maybe) any.why = graver(a.why, b.why);
  const auto stands = [](const Judgement& j) { return j.verdict == Verdict::yes && !j.presumed; };
  any.presumed = either.verdict == Verdict::yes && !stands(a) && !stands(b);
  any.undated = a.undated && b.undated;
  return any;
}

Judgement judge_date(const Dating& dating, const Condition& condition, const TimeContext& context) {
  const QualifiedVerdict answer = answer_of(dating, condition, context);
  Judgement judgement{answer.verdict, answer.qualified};
  if (answer.verdict == Verdict::maybe)
    judgement.why = dating.reading == Reading::instant
                        ? Why::imprecise
                        : why_of(held_in(dating, context), ends_of(dating, context), condition);
  if (answer.verdict != Verdict::yes || !context.lasts_until) return judgement;
  TimeContext without = context;
  without.lasts_until.reset();
  judgement.presumed = !answer_of(dating, condition, without).certain();
  return judgement;
}

bool is_near(const Dating& witness, const Window& window, const Distance& distance) {
  const Window wide{moved(window.first, distance, -1), moved(window.last, distance, 1)};
  if (witness.when) return holds_during(*witness.when, Reading::instant, wide).possible();
  return witness.bounds.end_min <= wide.last && witness.bounds.start_max >= wide.first;
}

}  // namespace entente
