#pragma once

// What intervals and whens share: reading an end, and answers that rest on doubtful dates.

#include <entente/time/bounds.hpp>
#include <entente/time/endpoint.hpp>

#include "time/date_cursor.hpp"

namespace entente {

// One end of `A/B` without its text.
struct ScannedEnd {
  EndState state = EndState::unknown;
  DateValue value{};
};

// Reads one end of `A/B` and stops behind it: a date, `..`, or nothing.
[[nodiscard]] ScannedEnd scan_end(DateCursor& cursor);

// What is said of both ends.
struct EndStates {
  EndState start = EndState::known;
  EndState end = EndState::known;
};

// The bounds of an interval whose ends are in these states, given what the question takes for
// granted.
[[nodiscard]] Bounds in_context(const Bounds& bounds, EndStates states,
                                const TimeContext& context) noexcept;

// The same for the one day of an event, of which both ends have the bounds.
[[nodiscard]] Bounds day_in_context(const Bounds& bounds, EndStates states,
                                    const TimeContext& context) noexcept;

// Whether something else may bound that end: it is not known, or so far from known that it has no
// limit.
[[nodiscard]] constexpr bool leaves_open(EndState state, Day bound) {
  return state != EndState::known || bound == day_min || bound == day_max;
}

// Whether doubts about what the question takes for granted touch ends in these states.
[[nodiscard]] bool is_doubted(const TimeContext& context, const Bounds& bounds,
                              EndStates states) noexcept;

// The answer with its flag. `loosened_verdict` asks the same question with the doubtful parts
// unknown: a yes or no that stands even then does not rest on them; a maybe always might have
// been settled by them.
template <class LoosenedVerdict>
[[nodiscard]] QualifiedVerdict weigh_doubts(Qualifier qualifier, Verdict verdict,
                                            LoosenedVerdict loosened_verdict) {
  if (qualifier == Qualifier::none) return {verdict, false};
  return {verdict, verdict == Verdict::maybe || loosened_verdict() != verdict};
}

}  // namespace entente
