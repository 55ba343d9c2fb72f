#include <algorithm>

#include "time/ends.hpp"
#include "time/events.hpp"
#include "time/when_detail.hpp"

namespace entente {

// Whether the one date, gaps and all, may fall into the window. True where nothing is known.
bool WhenReader::may_fall_within(const Window& window) const {
  if (!when_.detail_) return true;
  if (when_.detail_->date) return when_.detail_->date->may_fall_within(window.first, window.last);
  return !when_.detail_->set || when_.detail_->set->may_fall_within(window.first, window.last);
}

// Whether some day on which it certainly held lies outside the window.
bool WhenReader::has_witness_outside(const Window& window) const {
  if (when_.kind_ == When::Kind::all_of) {
    return all_events_in(*when_.detail_->set, window) == Verdict::no;
  }
  return when_.kind_ != When::Kind::interval && !may_fall_within(window);
}

Verdict WhenReader::during(const Window& window) const {
  if (is_events()) return some_event_in(*when_.detail_->set, window);
  const Verdict verdict = overlaps(bounds(), window).verdict;
  const bool one_day = reading_ == Reading::instant;
  return one_day && verdict == Verdict::maybe && !may_fall_within(window) ? Verdict::no : verdict;
}

Verdict WhenReader::throughout(const Window& window) const {
  if (reading_ == Reading::interval) return covers(bounds(), window).verdict;
  if (window.is_one_day()) return during(window);
  return is_events() ? events_fill(*when_.detail_->set, window) : Verdict::no;
}

Verdict WhenReader::inside(const Window& window) const {
  if (is_events()) return all_events_in(*when_.detail_->set, window);
  if (reading_ == Reading::instant) return during(window);
  const Verdict verdict = within(bounds(), window).verdict;
  return verdict == Verdict::maybe && has_witness_outside(window) ? Verdict::no : verdict;
}

Answer holds_during(const When& when, Reading reading, const Window& window,
                    const TimeContext& context) {
  const WhenReader reader(when, reading, context);
  return weigh_doubts(when.qualifier(), reader.during(window),
                      [&] { return reader.loosened().during(window); });
}

Answer holds_throughout(const When& when, Reading reading, const Window& window,
                        const TimeContext& context) {
  const WhenReader reader(when, reading, context);
  return weigh_doubts(when.qualifier(), reader.throughout(window),
                      [&] { return reader.loosened().throughout(window); });
}

Answer within(const When& when, Reading reading, const Window& window, const TimeContext& context) {
  const WhenReader reader(when, reading, context);
  return weigh_doubts(when.qualifier(), reader.inside(window),
                      [&] { return reader.loosened().inside(window); });
}

}  // namespace entente
