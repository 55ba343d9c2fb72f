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

}  // namespace

void lower(Verdicts& verdicts, const BoundsBlock& bounds, std::size_t count,
           const Condition& condition, const TimeContext& context) {
  if (context.observed_through)
    lower_by(ObservedThrough{*context.observed_through}, verdicts, bounds, count, condition);
  else
    lower_by(AsWritten{}, verdicts, bounds, count, condition);
}

}  // namespace entente
