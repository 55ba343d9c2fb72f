#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include <entente/time/when.hpp>

#include "time/date_cursor.hpp"
#include "time/ends.hpp"
#include "time/when_detail.hpp"

namespace entente {

namespace {

// The end of a range as an end point; the side of `..` where nothing is written is open.
Endpoint range_end(std::string_view text) {
  return text.empty() ? Endpoint::open() : Endpoint::parse(text);
}

Endpoint first_event(const DateSet& set) {
  const auto& elements = set.elements();
  const auto first =
      std::min_element(elements.begin(), elements.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first.lo, a.first.hi) < std::pair(b.first.lo, b.first.hi);
      });
  const std::string_view text =
      set.element_text(static_cast<std::size_t>(first - elements.begin()));
  return range_end(text.substr(0, text.find("..")));
}

Endpoint last_event(const DateSet& set) {
  const auto& elements = set.elements();
  const auto last =
      std::max_element(elements.begin(), elements.end(), [](const auto& a, const auto& b) {
        return std::pair(a.last.hi, a.last.lo) < std::pair(b.last.hi, b.last.lo);
      });
  const std::string_view text = set.element_text(static_cast<std::size_t>(last - elements.begin()));
  const std::size_t dots = text.find("..");
  return range_end(dots == std::string_view::npos ? text : text.substr(dots + 2));
}

}  // namespace

static_assert(sizeof(When) <= 96, "a million of them live in memory");

// Makes whens from what was read.
class WhenBuilder {
 public:
  static When from_date(std::string_view text) {
    DateCursor cursor(text);
    const DateValue value = scan_date(cursor);
    if (!cursor.at_end()) reject_rest(cursor);
    return from_value(text, value);
  }

  static When from_value(std::string_view text, const DateValue& value) {
    const bool doubted = value.qualifier() != Qualifier::none;
    return of_value(text, value, doubted ? share(of_value(text, value.loosened())) : nullptr);
  }

  static When from_set(const DateSet& set) {
    const bool doubted = set.qualifier() != Qualifier::none;
    return of_set(set, doubted ? share(of_set(set.loosened())) : nullptr);
  }

  // Dates without gaps and doubts, which are nearly all, need no end points of their own.
  static When from_interval_text(std::string_view text) {
    DateCursor cursor(text);
    const ScannedEnd start = scan_end(cursor);
    if (!cursor.accept("/")) reject_rest(cursor);
    const ScannedEnd end = scan_end(cursor);
    if (!cursor.at_end()) reject_rest(cursor);
    const Bounds bounds = plain_bounds(start, end);
    if (!is_plain(start.value) || !is_plain(end.value) || !bounds.consistent()) {
      return from_interval(Interval::parse(text));
    }
    When when;
    when.text_ = text;
    when.kind_ = When::Kind::interval;
    when.raw_ = tightened(bounds);
    when.start_ = start.state;
    when.end_ = end.state;
    return when;
  }

  static When from_interval(const Interval& interval) {
    const bool doubted = interval.qualifier() != Qualifier::none;
    return of_interval(interval, doubted ? share(of_interval(interval.loosened())) : nullptr);
  }

 private:
  using Loose = std::shared_ptr<const When>;

  static When of_value(std::string_view text, const DateValue& value, Loose loose = nullptr) {
    When when;
    when.text_ = text;
    when.raw_ = {value.lo, value.hi, value.lo, value.hi};
    when.qualifier_ = value.qualifier();
    if (value.gapless && !loose) return when;
    When::Detail detail;
    if (!value.gapless) detail.date = value;
    detail.loose = std::move(loose);
    return with(std::move(when), std::move(detail));
  }

  static When of_set(DateSet set, Loose loose = nullptr) {
    When when;
    when.text_ = set.text();
    when.kind_ = set.kind() == DateSet::Kind::one_of ? When::Kind::one_of : When::Kind::all_of;
    when.raw_ = set_bounds(set);
    when.qualifier_ = set.qualifier();
    When::Detail detail;
    detail.set = std::move(set);
    detail.loose = std::move(loose);
    return with(std::move(when), std::move(detail));
  }

  static When of_interval(const Interval& interval, Loose loose = nullptr) {
    When when;
    when.text_ = interval.text();
    when.kind_ = When::Kind::interval;
    when.raw_ = interval.bounds();
    when.start_ = interval.start().state();
    when.end_ = interval.end().state();
    when.qualifier_ = interval.qualifier();
    when.object_form_ = interval.start().one_of() || interval.end().one_of();
    if (!loose) return when;
    When::Detail detail;
    detail.loose = std::move(loose);
    return with(std::move(when), std::move(detail));
  }

  static bool is_plain(const DateValue& value) {
    return value.gapless && value.qualifier() == Qualifier::none && !value.clock;
  }

  static Bounds plain_bounds(const ScannedEnd& start, const ScannedEnd& end) {
    Bounds bounds{start.value.lo, start.value.hi, end.value.lo, end.value.hi};
    if (start.state == EndState::open) bounds.start_max = day_min;
    if (end.state == EndState::open) bounds.end_min = day_max;
    return bounds;
  }

  static Bounds set_bounds(const DateSet& set) {
    if (set.kind() == DateSet::Kind::one_of) return {set.lo(), set.hi(), set.lo(), set.hi()};
    Bounds bounds{day_max, day_max, day_min, day_min};
    for (const DateSet::Element& element : set.elements()) {
      bounds.start_min = std::min(bounds.start_min, element.first.lo);
      bounds.start_max = std::min(bounds.start_max, element.first.hi);
      bounds.end_min = std::max(bounds.end_min, element.last.lo);
      bounds.end_max = std::max(bounds.end_max, element.last.hi);
    }
    return bounds;
  }

  static When with(When when, When::Detail detail) {
    when.detail_ = When::SharedDetail(std::make_shared<const When::Detail>(std::move(detail)));
    return when;
  }
  static std::shared_ptr<const When> share(When when) {
    return std::make_shared<const When>(std::move(when));
  }
};

When When::parse(std::string_view edtf) {
  if (edtf.empty()) {
    DateCursor(edtf).invalid("expected a date; leave it out if nothing is known");
  }
  if (edtf.front() == '[' || edtf.front() == '{')
    return WhenBuilder::from_set(DateSet::parse(edtf));
  if (edtf.find('/') == std::string_view::npos) return WhenBuilder::from_date(edtf);
  return WhenBuilder::from_interval_text(edtf);
}

When When::between(std::string_view start, std::string_view end) {
  return WhenBuilder::from_interval({Endpoint::parse(start), Endpoint::parse(end)});
}

When When::from_text(std::string_view text) {
  const std::size_t slash = text.find('/');
  const bool holds_set = text.find('[') != std::string_view::npos;
  if (slash == std::string_view::npos || !holds_set) return parse(text);
  return between(text.substr(0, slash), text.substr(slash + 1));
}

std::string_view When::start_text() const noexcept {
  const std::string_view text = text_;
  return is_interval() ? text.substr(0, text.find('/')) : text;
}

std::string_view When::end_text() const noexcept {
  const std::string_view text = text_;
  return is_interval() ? text.substr(text.find('/') + 1) : text;
}

std::optional<Day> When::earliest() const noexcept {
  return raw_.start_min == day_min ? std::nullopt : std::optional(raw_.start_min);
}

std::optional<Day> When::latest() const noexcept {
  return raw_.end_max == day_max ? std::nullopt : std::optional(raw_.end_max);
}

EndState When::start_state(Reading reading) const noexcept {
  const bool is_witness = reading == Reading::interval && !is_interval();
  return is_witness ? EndState::unknown : start_;
}

EndState When::end_state(Reading reading) const noexcept {
  const bool is_witness = reading == Reading::interval && !is_interval();
  return is_witness ? EndState::unknown : end_;
}

Endpoint When::start(Reading reading) const {
  if (start_state(reading) == EndState::unknown) return Endpoint::unknown();
  return kind_ == Kind::all_of ? first_event(*detail_->set) : Endpoint::parse(start_text());
}

Endpoint When::end(Reading reading) const {
  if (end_state(reading) == EndState::unknown) return Endpoint::unknown();
  return kind_ == Kind::all_of ? last_event(*detail_->set) : Endpoint::parse(end_text());
}

Bounds When::bounds(Reading reading, const TimeContext& context) const noexcept {
  if (reading == Reading::instant) {
    if (kind_ == Kind::all_of) return raw_;
    return day_in_context(raw_, {start_, end_}, context);
  }
  const bool is_witness = kind_ != Kind::interval;
  const Bounds bounds = is_witness ? Bounds{day_min, raw_.start_max, raw_.end_min, day_max} : raw_;
  return in_context(bounds, {start_state(reading), end_state(reading)}, context);
}

bool When::decided_by_bounds(Reading reading) const noexcept {
  return !detail_ || (reading == Reading::interval && !qualified());
}

bool sorts_before(const When& a, const When& b) noexcept {
  const auto hull = [](const When& w) { return w.bounds(Reading::instant); };
  const Bounds x = hull(a);
  const Bounds y = hull(b);
  // The last days swapped: descending.
  return std::tuple(x.start_min, y.end_max, a.qualifier(), std::string_view(a.text())) <
         std::tuple(y.start_min, x.end_max, b.qualifier(), std::string_view(b.text()));
}

}  // namespace entente
