#include <algorithm>

#include "time/ends.hpp"
#include "time/events.hpp"
#include "time/when_detail.hpp"

namespace entente {

namespace {

// The answer with its flag: a yes or no that stands with the doubtful parts unknown does not rest
// on them; a maybe always might have been settled by them.
template <class Ask>
QualifiedVerdict weigh(const WhenReader& reader, Ask ask) {
  const Verdict verdict = ask(reader);
  if (!reader.is_doubted()) return {verdict, false};
  return {verdict, verdict == Verdict::maybe || ask(reader.loosened()) != verdict};
}

// The days of a window on which an event may have been.
Window common(const Window& window, const Bounds& day) {
  return {std::max(window.first, day.start_min), std::min(window.last, day.end_max)};
}

}  // namespace

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
  const Bounds held = bounds();
  const Verdict verdict = overlaps(held, window).verdict;
  const bool one_day = reading_ == Reading::instant;
  const bool excluded =
      one_day && verdict == Verdict::maybe && !may_fall_within(common(window, held));
  return excluded ? Verdict::no : verdict;
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

// Whether one of several events falls together with something else. A day on which the other
// certainly holds lies between its last start and its first end; one on which it may hold, between
// its first start and its last end.
Verdict WhenReader::event_together_with(const WhenReader& other) const {
  const DateSet& events = *when_.detail_->set;
  if (other.is_events()) return some_event_on_common_day(events, *other.when_.detail_->set);
  const Bounds b = other.bounds();
  if (!events.may_fall_within(b.start_min, b.end_max)) return Verdict::no;
  return b.start_max <= b.end_min ? some_event_in(events, {b.start_max, b.end_min}) | Verdict::maybe
                                  : Verdict::maybe;
}

Verdict WhenReader::together_with(const WhenReader& other) const {
  if (is_events()) return event_together_with(other);
  if (other.is_events()) return other.event_together_with(*this);
  const Bounds a = bounds();
  const Bounds b = other.bounds();
  const Verdict verdict = overlaps(a, b).verdict;
  const bool excluded =
      (reading_ == Reading::instant && !may_fall_within({b.start_min, b.end_max})) ||
      (other.reading_ == Reading::instant && !other.may_fall_within({a.start_min, a.end_max}));
  return excluded ? Verdict::no : verdict;
}

QualifiedVerdict overlaps(const ReadWhen& a, const ReadWhen& b) {
  const WhenReader x(a);
  const WhenReader y(b);
  const Verdict verdict = x.together_with(y);
  if (!x.is_doubted() && !y.is_doubted()) return {verdict, false};
  return {verdict,
          verdict == Verdict::maybe || x.loosened().together_with(y.loosened()) != verdict};
}

Duration duration(const ReadWhen& read) {
  if (read.reading == Reading::instant) return {1, 1};
  return duration(read.when.bounds(read.reading, read.context));
}

QualifiedVerdict holds_during(const When& when, Reading reading, const Window& window,
                              const TimeContext& context) {
  require_order(window);
  return weigh(WhenReader(when, reading, context),
               [&](const WhenReader& reader) { return reader.during(window); });
}

QualifiedVerdict holds_throughout(const When& when, Reading reading, const Window& window,
                                  const TimeContext& context) {
  require_order(window);
  return weigh(WhenReader(when, reading, context),
               [&](const WhenReader& reader) { return reader.throughout(window); });
}

QualifiedVerdict within(const When& when, Reading reading, const Window& window,
                        const TimeContext& context) {
  require_order(window);
  return weigh(WhenReader(when, reading, context),
               [&](const WhenReader& reader) { return reader.inside(window); });
}

}  // namespace entente
