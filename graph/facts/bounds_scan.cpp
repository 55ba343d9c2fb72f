#include "facts/bounds_scan.hpp"

#include <algorithm>

namespace entente {

namespace {

/// 0 no, 1 maybe, 2 yes, without a branch.
std::uint8_t verdict_of(bool yes, bool no) {
  return static_cast<std::uint8_t>(1 + yes - no);
}

struct SomeDay {
  static std::uint8_t ask(Day sl, Day sh, Day el, Day eh, const Window& w) {
    return verdict_of((sh <= w.last) & (el >= w.first), (sl > w.last) | (eh < w.first));
  }
};

struct EveryDay {
  static std::uint8_t ask(Day sl, Day sh, Day el, Day eh, const Window& w) {
    return verdict_of((sh <= w.first) & (el >= w.last), (sl > w.first) | (eh < w.last));
  }
};

struct AsWritten {
  Day operator()(Day, Day el) const { return el; }
};

/// An open end is certain only up to the day it was observed.
struct ObservedThrough {
  Day day;
  Day operator()(Day sl, Day el) const { return el == day_max ? std::max(day, sl) : el; }
};

template <class Ask, class End>
void lower_rows(Verdicts& verdicts, const BoundsBlock b, std::size_t begin, std::size_t end,
                const Window w, const End end_of) {
  for (std::size_t i = begin; i < end; ++i) {
    const Day el = end_of(b.start_min[i], b.end_min[i]);
    const std::uint8_t verdict = Ask::ask(b.start_min[i], b.start_max[i], el, b.end_max[i], w);
    verdicts[i] = std::min(verdicts[i], verdict);
  }
}

// A full block is a loop of constant length, which compilers turn into vector code at -O2 too.
template <class Ask, class End>
void lower_all(Verdicts& verdicts, const BoundsBlock& bounds, std::size_t count, const Window& w,
               const End& end_of) {
  if (count == block_size)
    lower_rows<Ask>(verdicts, bounds, 0, block_size, w, end_of);
  else
    lower_rows<Ask>(verdicts, bounds, 0, count, w, end_of);
}

template <class End>
void lower_by(const End& end_of, Verdicts& verdicts, const BoundsBlock& bounds, std::size_t count,
              const Condition& condition) {
  if (condition.coverage == Coverage::some_day)
    lower_all<SomeDay>(verdicts, bounds, count, condition.window, end_of);
  else
    lower_all<EveryDay>(verdicts, bounds, count, condition.window, end_of);
}

/// Which end of some days leaves a question open, and whether it is a *maybe*.
struct Undecided {
  bool start;
  bool end;
  bool maybe;
};

struct UndecidedSomeDay {
  static Undecided ask(Day sl, Day sh, Day el, Day eh, const Window& w) {
    const bool start = sh > w.last;
    const bool end = el < w.first;
    const bool never = (sl > w.last) | (eh < w.first);
    return {start, end, (start || end) && !never};
  }
};

struct UndecidedEveryDay {
  static Undecided ask(Day sl, Day sh, Day el, Day eh, const Window& w) {
    const bool start = sh > w.first;
    const bool end = el < w.last;
    const bool never = (sl > w.first) | (eh < w.last);
    return {start, end, (start || end) && !never};
  }
};

constexpr std::uint8_t code(Why why) {
  return static_cast<std::uint8_t>(why);
}

constexpr bool is_set(std::uint8_t traits, Trait trait) {
  return (traits & bit(trait)) != 0;
}

// As why_of() says it of one date; all of it evaluated, so that compilers make vector code of it.
std::uint8_t reason_of(const Undecided& open, std::uint8_t traits, bool open_ended) {
  const bool start_known = !is_set(traits, Trait::no_start);
  const bool end_known = !is_set(traits, Trait::no_end) & !open_ended;
  const bool imprecise =
      is_set(traits, Trait::instant) | (open.start & start_known) | (open.end & end_known);
  const std::uint8_t one_end =
      open.start ? code(Why::no_start_reported) : code(Why::no_end_reported);
  const std::uint8_t precise = imprecise ? code(Why::imprecise) : one_end;
  return is_set(traits, Trait::witness) ? code(Why::witness) : precise;
}

template <class Ask, class End>
void explain_rows(Reasons& reasons, const BoundsBlock b, const std::uint8_t* const traits,
                  std::size_t count, const Window w, const End end_of) {
  for (std::size_t i = 0; i < count; ++i) {
    const Day el = end_of(b.start_min[i], b.end_min[i]);
    const Undecided open = Ask::ask(b.start_min[i], b.start_max[i], el, b.end_max[i], w);
    const std::uint8_t reason = reason_of(open, traits[i], b.end_min[i] == day_max);
    reasons[i] = std::min(reasons[i], open.maybe ? reason : no_reason);
  }
}

template <class End>
void explain_by(const End& end_of, Reasons& reasons, const BoundsBlock& bounds,
                const std::uint8_t* traits, std::size_t count, const Condition& condition) {
  if (condition.coverage == Coverage::some_day)
    explain_rows<UndecidedSomeDay>(reasons, bounds, traits, count, condition.window, end_of);
  else
    explain_rows<UndecidedEveryDay>(reasons, bounds, traits, count, condition.window, end_of);
}

}  // namespace

void lower(Verdicts& verdicts, const BoundsBlock& bounds, std::size_t count,
           const Condition& condition, const TimeContext& context) {
  if (context.observed_through)
    lower_by(ObservedThrough{*context.observed_through}, verdicts, bounds, count, condition);
  else
    lower_by(AsWritten{}, verdicts, bounds, count, condition);
}

void explain(Reasons& reasons, const BoundsBlock& bounds, const std::uint8_t* traits,
             std::size_t count, const Condition& condition, const TimeContext& context) {
  if (context.observed_through)
    explain_by(ObservedThrough{*context.observed_through}, reasons, bounds, traits, count,
               condition);
  else
    explain_by(AsWritten{}, reasons, bounds, traits, count, condition);
}

}  // namespace entente
