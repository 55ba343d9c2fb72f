// What a question takes for granted bounds the ends that dates leave unknown or open, and no
// others.

#include <algorithm>

#include "time/ends.hpp"

namespace entente {

namespace {

// The end that inference, observation or a presumption gives.
Bounds ended(const Bounds& b, EndState end, const TimeContext& context) {
  if (end == EndState::open && context.observed_through)
    return {b.start_min, b.start_max, std::max(*context.observed_through, b.start_min), day_max};
  if (end != EndState::unknown) return b;
  if (context.ends_by) return closed_by(b, *context.ends_by);
  if (!context.lasts_until) return b;
  const Day last = std::min({*context.lasts_until, context.lifetime.end_min, b.end_max});
  return {b.start_min, b.start_max, std::max(b.end_min, last), b.end_max};
}

// What lasts as long as what it ties ends with it; what ended on an unknown day ended before.
Bounds limited_end(Bounds b, EndState end, const Bounds& life) {
  const Day least = end == EndState::open ? b.start_min : std::max(b.start_min, b.end_min);
  if (life.end_max < least) return b;
  if (end == EndState::open) b.end_min = std::max(b.start_min, std::min(b.end_min, life.end_min));
  b.end_max = std::min(b.end_max, life.end_max);
  return b;
}

Bounds limited_start(Bounds b, EndState start, const Bounds& life) {
  const Day most = start == EndState::open ? b.end_max : std::min(b.end_max, b.start_max);
  if (life.start_min > most) return b;
  if (start == EndState::open)
    b.start_max = std::min(b.end_max, std::max(b.start_max, life.start_max));
  b.start_min = std::max(b.start_min, life.start_min);
  return b;
}

}  // namespace

Bounds in_context(const Bounds& bounds, EndStates states, const TimeContext& context) noexcept {
  Bounds b = ended(bounds, states.end, context);
  if (context.lifetime == all_time) return b;
  if (leaves_open(states.end, b.end_max)) b = limited_end(b, states.end, context.lifetime);
  if (leaves_open(states.start, b.start_min)) b = limited_start(b, states.start, context.lifetime);
  return tightened(b);
}

Bounds day_in_context(const Bounds& bounds, EndStates states, const TimeContext& context) noexcept {
  Day lo = bounds.start_min;
  Day hi = bounds.end_max;
  const Bounds& life = context.lifetime;
  if (leaves_open(states.end, hi) && life.end_max >= lo) hi = std::min(hi, life.end_max);
  if (leaves_open(states.start, lo) && life.start_min <= hi) lo = std::max(lo, life.start_min);
  return {lo, hi, lo, hi};
}

bool is_doubted(const TimeContext& context, const Bounds& bounds, EndStates states) noexcept {
  if (context.ends_by && context.ends_by_qualified && states.end == EndState::unknown) return true;
  return context.loose_lifetime &&
         (leaves_open(states.start, bounds.start_min) || leaves_open(states.end, bounds.end_max));
}

}  // namespace entente
