#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/time/interval.hpp>

#include "time/date_cursor.hpp"
#include "time/ends.hpp"

namespace entente {

namespace {

constexpr std::int64_t seconds_a_day = 86400;

// Seconds since 1970 on the clock that `date` shows, or in UTC if it gives an offset.
std::int64_t seconds(const DateValue& date) {
  const ClockTime& clock = date.clock.value();
  const std::int64_t minutes =
      clock.hour * 60 + clock.minute - clock.utc_offset_minutes.value_or(0);
  return date.lo.count() * seconds_a_day + minutes * 60 + clock.second;
}

// Whether the two are clock times of one clock: both with an offset, or both without.
bool have_one_clock(const Date* a, const Date* b) {
  return a && b && a->clock() && b->clock() &&
         a->clock()->utc_offset_minutes.has_value() == b->clock()->utc_offset_minutes.has_value();
}

DayRange start_days(const Endpoint& start) {
  return start.state() == EndState::open ? DayRange{day_min, day_min} : start.days();
}

DayRange end_days(const Endpoint& end) {
  return end.state() == EndState::open ? DayRange{day_max, day_max} : end.days();
}

[[noreturn]] void reject_reversed(const Endpoint& start, const Endpoint& end,
                                  const std::string& reason) {
  throw DateError(DateError::Kind::invalid, fmt::format("{}/{}", start.text(), end.text()),
                  start.text().size() + 2, reason);
}

// Bounds without starts after every end and ends before every start, to the digit: where a date
// has gaps, the last start is the last admitted day, not the hull's.
Bounds ordered_bounds(const Endpoint& start, const Endpoint& end) {
  const DayRange s = start_days(start);
  const DayRange e = end_days(end);
  if (have_one_clock(start.date(), end.date())) {
    if (seconds(start.date()->value()) > seconds(end.date()->value())) {
      reject_reversed(start, end, "it ends before it starts");
    }
    // Eastward over the date line it may end on an earlier civil day than it started; both count.
    if (s.lo > e.lo) return {e.lo, e.lo, s.lo, s.lo};
  }
  if (s.lo > e.hi) {
    reject_reversed(start, end,
                    fmt::format("it ends, on {} at the latest, before it starts, on {} at the "
                                "earliest",
                                format_day(e.hi), format_day(s.lo)));
  }
  const Day start_max = s.hi > e.hi ? start.last_until(e.hi).value_or(e.hi) : s.hi;
  const Day end_min = e.lo < s.lo ? end.first_from(s.lo).value_or(s.lo) : e.lo;
  return {s.lo, start_max, end_min, e.hi};
}

}  // namespace

Interval::Interval(Endpoint start, Endpoint end)
    : start_(std::move(start)), end_(std::move(end)), bounds_(ordered_bounds(start_, end_)) {}

Interval Interval::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  DateCursor s(text);
  if (slash == std::string_view::npos) s.invalid("expected an interval, such as 2014/2016");
  (void)scan_end(s);
  if (!s.accept("/")) reject_rest(s);
  (void)scan_end(s);
  if (!s.at_end()) reject_rest(s);
  return {Endpoint::parse(text.substr(0, slash)), Endpoint::parse(text.substr(slash + 1))};
}

std::string Interval::text() const {
  return fmt::format("{}/{}", start_.text(), end_.text());
}

Qualifier Interval::qualifier() const noexcept {
  return start_.qualifier() | end_.qualifier();
}

Interval Interval::loosened() const {
  return {start_.loosened(), end_.loosened()};
}

Bounds Interval::bounds(const TimeContext& context) const noexcept {
  return in_context(bounds_, {start_.state(), end_.state()}, context);
}

Duration duration(const Bounds& b) noexcept {
  Duration days;
  const bool endless = b.end_min == day_max || b.start_max == day_min;
  if (!endless) {
    const std::int64_t known = std::int64_t{b.end_min.count()} - b.start_max.count() + 1;
    const bool limited = b.end_min != day_min && b.start_max != day_max;
    days.least = limited ? std::max<std::int64_t>(1, known) : 1;
  }
  if (b.end_max != day_max && b.start_min != day_min) {
    days.most = std::int64_t{b.end_max.count()} - b.start_min.count() + 1;
  }
  return days;
}

QualifiedVerdict overlaps(const Interval& i, const Window& w, const TimeContext& context) {
  return weigh_doubts(i.qualifier(), overlaps(i.bounds(context), w).verdict,
                      [&] { return overlaps(i.loosened().bounds(context), w).verdict; });
}

QualifiedVerdict covers(const Interval& i, const Window& w, const TimeContext& context) {
  return weigh_doubts(i.qualifier(), covers(i.bounds(context), w).verdict,
                      [&] { return covers(i.loosened().bounds(context), w).verdict; });
}

QualifiedVerdict within(const Interval& i, const Window& w, const TimeContext& context) {
  return weigh_doubts(i.qualifier(), within(i.bounds(context), w).verdict,
                      [&] { return within(i.loosened().bounds(context), w).verdict; });
}

QualifiedVerdict overlaps(const Interval& i, const Interval& j, const TimeContext& context) {
  return weigh_doubts(
      i.qualifier() | j.qualifier(), overlaps(i.bounds(context), j.bounds(context)).verdict,
      [&] { return overlaps(i.loosened().bounds(context), j.loosened().bounds(context)).verdict; });
}

QualifiedVerdict before(const Interval& i, const Interval& j, const TimeContext& context) {
  return weigh_doubts(
      i.qualifier() | j.qualifier(), before(i.bounds(context), j.bounds(context)).verdict,
      [&] { return before(i.loosened().bounds(context), j.loosened().bounds(context)).verdict; });
}

QualifiedVerdict before(const Date& d, const Date& e) {
  const auto bounds = [](const DateValue& x) { return Bounds{x.lo, x.hi, x.lo, x.hi}; };
  return weigh_doubts(
      d.qualifier() | e.qualifier(), before(bounds(d.value()), bounds(e.value())).verdict,
      [&] { return before(bounds(d.value().loosened()), bounds(e.value().loosened())).verdict; });
}

Duration duration(const Interval& i, const TimeContext& context) {
  return duration(i.bounds(context));
}

}  // namespace entente
