#pragma once

// The questions about `{a,b}` read as instants: several events, each on one day of its date.

#include <entente/time/date_set.hpp>
#include <entente/time/verdict.hpp>
#include <entente/time/window.hpp>

namespace entente {

// Does one of the events fall into the window? Exact.
[[nodiscard]] Verdict some_event_in(const DateSet& events, const Window& window);
// Do events of both fall on a common day? Never wrong; *maybe* where ranges meet ranges.
[[nodiscard]] Verdict some_event_on_common_day(const DateSet& a, const DateSet& b);
// Do all of them? Exact.
[[nodiscard]] Verdict all_events_in(const DateSet& events, const Window& window);
// Is there one on every day of the window? Never wrong; *maybe* where a matching of events to
// days would have to be searched for.
[[nodiscard]] Verdict events_fill(const DateSet& events, const Window& window);

}  // namespace entente
