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

// The bounds of an interval whose end is in that state, given what the question takes for granted.
[[nodiscard]] Bounds in_context(const Bounds& bounds, EndState end,
                                const TimeContext& context) noexcept;

// The answer with its flag. `loosened_verdict` asks the same question with the doubtful parts
// unknown: a yes or no that stands even then does not rest on them; a maybe always might have
// been settled by them.
template <class LoosenedVerdict>
[[nodiscard]] Answer weigh_doubts(Qualifier qualifier, Verdict verdict,
                                  LoosenedVerdict loosened_verdict) {
  if (qualifier == Qualifier::none) return {verdict, false};
  return {verdict, verdict == Verdict::maybe || loosened_verdict() != verdict};
}

}  // namespace entente
