#include <algorithm>

#include <entente/time/date_set.hpp>

#include "time/date_cursor.hpp"

namespace entente {

namespace {

using Element = DateSet::Element;

constexpr DateValue unlimited(Day limit) {
  DateValue value;
  value.lo = limit;
  value.hi = limit;
  return value;
}

class SetScanner {
 public:
  explicit SetScanner(std::string_view text) : s_(text) {}

  std::vector<Element> scan() {
    const char closing = s_.peek() == '[' ? ']' : '}';
    s_.skip();
    std::vector<Element> elements;
    do {
      elements.push_back(scan_element(elements.empty(), closing));
    } while (s_.accept(","));
    if (s_.peek() != closing) reject_separator(closing);
    s_.skip();
    if (closing == ']' && s_.peek() == '/') {
      s_.invalid("the interval syntax holds no sets; write {\"start\": …, \"end\": …}");
    }
    if (!s_.at_end()) s_.invalid("nothing may follow a set");
    return elements;
  }

 private:
  Element scan_element(bool first, char closing) {
    if (s_.peek() == closing) s_.invalid("expected a date");
    if (s_.sees("..")) return scan_earlier(first);
    const std::size_t start = s_.position();
    const DateValue value = scan_date(s_);
    if (value.clock) s_.invalid_at(start, "a set takes no clock times");
    if (!s_.accept("..")) return {value, value, false};
    check_plain(value, start);
    if (s_.peek() == closing) return {value, unlimited(day_max), true};
    if (s_.peek() == ',') s_.invalid("only the last range of a set may go without an end");
    return scan_range_end(value);
  }

  Element scan_earlier(bool first) {
    if (!first) s_.invalid("only the first range of a set may go without a start");
    s_.skip(2);
    if (s_.peek() == ']' || s_.peek() == '}') s_.invalid("expected a date");
    const std::size_t start = s_.position();
    const DateValue value = scan_date(s_);
    if (s_.sees("..")) s_.invalid("a range has one '..'");
    check_plain(value, start);
    return {unlimited(day_min), value, true};
  }

  Element scan_range_end(const DateValue& from) {
    const std::size_t start = s_.position();
    const DateValue to = scan_date(s_);
    check_plain(to, start);
    if (from.precision != to.precision) {
      s_.invalid_at(start, "both ends of a range are years, or months, or days");
    }
    if (to.lo < from.lo) s_.invalid_at(start, "the range ends before it starts");
    return {from, to, true};
  }

  void check_plain(const DateValue& value, std::size_t start) const {
    if (value.clock) s_.invalid_at(start, "a set takes no clock times");
    if (value.precision == Precision::masked || value.qualifier() != Qualifier::none) {
      s_.invalid_at(start, "the ends of a range take no X and no qualifier");
    }
  }

  [[noreturn]] void reject_separator(char closing) const {
    if (s_.peek() == ']' || s_.peek() == '}') {
      s_.invalid(std::string("this set is closed with '") + closing + "'");
    }
    if (s_.peek() == '/') s_.invalid("a set holds no intervals; write a range, as in 2014..2016");
    if (s_.at_end() || s_.peek() == ';') {
      s_.invalid(std::string("expected ',' or '") + closing + "'");
    }
    reject_rest(s_);
  }

  DateCursor s_;
};

}  // namespace

bool Element::may_fall_within(Day from, Day to) const noexcept {
  return is_range ? lo() <= to && hi() >= from : first.may_fall_within(from, to);
}

DateSet DateSet::parse(std::string_view text) {
  const char opening = text.empty() ? '\0' : text.front();
  if (opening != '[' && opening != '{') {
    DateCursor(text).invalid("expected a set, such as [1667,1668] or {1667..1672}");
  }
  DateSet set;
  set.kind_ = opening == '[' ? Kind::one_of : Kind::all_of;
  set.text_ = text;
  set.elements_ = SetScanner(text).scan();
  return set;
}

std::string_view DateSet::element_text(std::size_t index) const noexcept {
  std::string_view rest = std::string_view(text_).substr(1, text_.size() - 2);
  for (; index > 0; --index) rest.remove_prefix(rest.find(',') + 1);
  return rest.substr(0, rest.find(','));
}

Day DateSet::lo() const noexcept {
  Day lo = day_max;
  for (const Element& element : elements_) lo = std::min(lo, element.lo());
  return lo;
}

Day DateSet::hi() const noexcept {
  Day hi = day_min;
  for (const Element& element : elements_) hi = std::max(hi, element.hi());
  return hi;
}

Qualifier DateSet::qualifier() const noexcept {
  Qualifier q = Qualifier::none;
  for (const Element& element : elements_) q = q | element.first.qualifier();
  return q;
}

bool DateSet::may_fall_within(Day from, Day to) const noexcept {
  return std::any_of(elements_.begin(), elements_.end(),
                     [&](const Element& element) { return element.may_fall_within(from, to); });
}

DateSet DateSet::loosened() const {
  DateSet loose = *this;
  for (Element& element : loose.elements_) {
    if (!element.is_range) element.first = element.last = element.first.loosened();
  }
  return loose;
}

}  // namespace entente
