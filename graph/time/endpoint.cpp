#include <algorithm>
#include <string>
#include <utility>

#include <entente/time/endpoint.hpp>

#include "time/date_cursor.hpp"
#include "time/ends.hpp"

namespace entente {

namespace {

std::optional<Day> first_of(const DateSet::Element& element, Day from) {
  if (!element.is_range) return element.first.first_from(from);
  if (from > element.hi()) return std::nullopt;
  return std::max(from, element.lo());
}

std::optional<Day> last_of(const DateSet::Element& element, Day until) {
  if (!element.is_range) return element.first.last_until(until);
  if (until < element.lo()) return std::nullopt;
  return std::min(until, element.hi());
}

}  // namespace

Endpoint::Endpoint(DateSet one_of) : what_(std::move(one_of)) {
  if (std::get<DateSet>(what_).kind() == DateSet::Kind::all_of) {
    throw InvalidArgument("set-as-end", "an end is one date; a set of several dates is none");
  }
}

Endpoint Endpoint::open() {
  Endpoint endpoint;
  endpoint.what_ = Open{};
  return endpoint;
}

Endpoint Endpoint::parse(std::string_view text) {
  if (text.empty()) return unknown();
  if (text == "..") return open();
  if (text.front() == '[') return Endpoint(DateSet::parse(text));
  if (text.front() == '{') {
    DateCursor(text).invalid("an end is one date; write '[…]' for one of several");
  }
  return Endpoint(Date::parse(text));
}

EndState Endpoint::state() const noexcept {
  if (std::holds_alternative<Unknown>(what_)) return EndState::unknown;
  return std::holds_alternative<Open>(what_) ? EndState::open : EndState::known;
}

std::string_view Endpoint::text() const noexcept {
  if (const Date* known = date()) return known->text();
  if (const DateSet* known = one_of()) return known->text();
  return state() == EndState::open ? ".." : "";
}

DayRange Endpoint::days() const noexcept {
  if (const Date* known = date()) return {known->lo(), known->hi()};
  if (const DateSet* known = one_of()) return {known->lo(), known->hi()};
  return {};
}

Qualifier Endpoint::qualifier() const noexcept {
  if (const Date* known = date()) return known->qualifier();
  if (const DateSet* known = one_of()) return known->qualifier();
  return Qualifier::none;
}

std::optional<Day> Endpoint::first_from(Day day) const noexcept {
  if (const Date* known = date()) return known->value().first_from(day);
  const DateSet* known = one_of();
  if (!known) return day;
  std::optional<Day> first;
  for (const auto& element : known->elements()) {
    const auto candidate = first_of(element, day);
    if (candidate && (!first || *candidate < *first)) first = candidate;
  }
  return first;
}

std::optional<Day> Endpoint::last_until(Day day) const noexcept {
  if (const Date* known = date()) return known->value().last_until(day);
  const DateSet* known = one_of();
  if (!known) return day;
  std::optional<Day> last;
  for (const auto& element : known->elements()) {
    const auto candidate = last_of(element, day);
    if (candidate && (!last || *candidate > *last)) last = candidate;
  }
  return last;
}

ScannedEnd scan_end(DateCursor& cursor) {
  if (cursor.at_end() || cursor.peek() == '/') return {EndState::unknown, {}};
  if (cursor.sees("..") && (cursor.peek(2) == '\0' || cursor.peek(2) == '/')) {
    cursor.skip(2);
    return {EndState::open, {}};
  }
  if (cursor.peek() == '[') {
    cursor.invalid("the interval syntax holds no sets; write {\"start\": …, \"end\": …}");
  }
  return {EndState::known, scan_date(cursor)};
}

Endpoint Endpoint::loosened() const {
  if (const Date* known = date()) return Endpoint(known->loosened());
  if (const DateSet* known = one_of()) return Endpoint(known->loosened());
  return *this;
}

}  // namespace entente
