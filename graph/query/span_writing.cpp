#include "query/span_writing.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "time/day_range.hpp"

namespace entente {
namespace {

using Pieces = std::vector<Piece>;
using Ends = std::vector<SpanEnd>;

/// So many stretches are named one by one.
constexpr std::size_t most_named = 40;

/// Known before unknown before open; a span cannot be called open while an end is unknown.
int weight(EndState state) {
  return state == EndState::known ? 2 : state == EndState::unknown ? 1 : 0;
}

/// How the ends of a chosen piece are written in the span.
std::pair<SpanEnd, SpanEnd> ends_of(const Piece& piece, Verdict verdict) {
  if (verdict == Verdict::yes && piece.when_certain) return *piece.when_certain;
  return {piece.start, piece.end};
}

/// The days on which the deciding end may be.
struct EndDays {
  Day low;
  Day high;
};

/// The end written by one that lies on just these days, or else as one of them.
template <class Shortened>
SpanEnd written(const Ends& ends, const EndDays& days, Shortened shortened) {
  const SpanEnd* same = nullptr;
  for (const SpanEnd& end : ends)
    if (end.low == days.low && end.high == days.high &&
        (same == nullptr || weight(end.state) > weight(same->state)))
      same = &end;
  if (same != nullptr) return *same;
  return {EndState::known, days.low, days.high, shortened()};
}

/// Those that say when it ended, or began. Where it is certain that all hold together an end that
/// is not known may come before the one that is.
Ends telling(const Ends& ends, Verdict verdict) {
  int heaviest = 0;
  for (const SpanEnd& end : ends) heaviest = std::max(heaviest, weight(end.state));
  if (verdict == Verdict::yes && heaviest == weight(EndState::known)) return ends;
  Ends kept;
  for (const SpanEnd& end : ends)
    if (weight(end.state) == heaviest) kept.push_back(end);
  return kept;
}

/// It is before `last_end` in any case.
SpanEnd latest(const Ends& all, Day last_end, Verdict verdict) {
  const Ends ends = telling(all, verdict);
  EndDays days{ends.front().low, ends.front().high};
  for (const SpanEnd& end : ends)
    days = {std::max(days.low, end.low), std::max(days.high, end.high)};
  return written(ends, days,
                 [&] { return one_of_days(days.low, days.high < last_end ? days.high : day_max); });
}

/// It is after `first_start` in any case.
SpanEnd earliest(const Ends& all, Day first_start, Verdict verdict) {
  const Ends ends = telling(all, verdict);
  EndDays days{ends.front().low, ends.front().high};
  for (const SpanEnd& end : ends)
    days = {std::min(days.low, end.low), std::min(days.high, end.high)};
  return written(ends, days, [&] {
    return one_of_days(days.low > first_start ? days.low : day_min, days.high);
  });
}

/// Stretches of days, ascending, none within another.
std::vector<DayRange> sorted(std::vector<DayRange> days) {
  std::ranges::sort(days, [](const DayRange& a, const DayRange& b) {
    return std::pair(a.lo, b.hi) < std::pair(b.lo, a.hi);
  });
  std::vector<DayRange> kept;
  for (const DayRange& range : days)
    if (kept.empty() || range.hi > kept.back().hi) kept.push_back(range);
  return kept;
}

/// Those that follow each other without a gap as one.
std::vector<DayRange> merged(const std::vector<DayRange>& days) {
  std::vector<DayRange> whole;
  for (const DayRange& range : days)
    if (!whole.empty() && range.lo <= whole.back().hi + 1)
      whole.back().hi = std::max(whole.back().hi, range.hi);
    else
      whole.push_back(range);
  return whole;
}

/// The days on which a relation may hold.
std::vector<DayRange> days_of(const Pieces& leg, RelationId relation) {
  std::vector<DayRange> days;
  for (const Piece& piece : leg)
    if (piece.relation == relation && piece.vouches != Vouches::for_certain)
      days.push_back({piece.bounds.start_min, piece.bounds.end_max});
  return sorted(std::move(days));
}

std::vector<DayRange> common(const std::vector<DayRange>& a, const std::vector<DayRange>& b) {
  std::vector<DayRange> days;
  for (const DayRange& one : a)
    for (const DayRange& other : b)
      if (std::max(one.lo, other.lo) <= std::min(one.hi, other.hi))
        days.push_back({std::max(one.lo, other.lo), std::min(one.hi, other.hi)});
  return sorted(std::move(days));
}

/// The one unknown day on which the chosen are together, in words of their own where they have
/// such.
class CommonDay {
 public:
  CommonDay(const std::vector<Pieces>& legs, const std::vector<const Piece*>& chosen,
            Verdict verdict)
      : legs_(legs), chosen_(chosen), verdict_(verdict) {}

  /// The stretches that it may be in; empty if the chosen dates tell it.
  [[nodiscard]] std::vector<DayRange> days() const {
    if (!is_one_of_several()) return {};
    std::vector<DayRange> days = days_of(legs_.front(), chosen_.front()->relation);
    for (std::size_t leg = 1; leg < legs_.size(); ++leg)
      days = common(days, days_of(legs_[leg], chosen_[leg]->relation));
    return days;
  }

  [[nodiscard]] std::string text(const std::vector<DayRange>& days) const {
    if (const auto act = act_on(days)) return *act;
    if (days.size() > most_named) return one_of_days(days.front().lo, days.back().hi);
    std::string list;
    for (const DayRange& range : days) list += (list.empty() ? "" : ",") + named(range);
    return "[" + list + "]";
  }

 private:
  /// Whether it is not known on which day of several an act of the choice was.
  [[nodiscard]] bool is_one_of_several() const {
    bool one_of = false;
    for (std::size_t leg = 0; leg < legs_.size(); ++leg) {
      const Piece& chosen = *chosen_[leg];
      one_of = one_of || (chosen.is_act && chosen.bounds.start_min < chosen.bounds.end_max);
      if (verdict_ == Verdict::maybe) one_of = one_of || is_one_of_several_events(leg);
      for (const Piece& piece : legs_[leg]) {
        if (piece.relation != chosen.relation) continue;
        if (piece.is_of_any_year) return false;
        one_of = one_of || !piece.days.empty();
      }
    }
    return one_of;
  }

  [[nodiscard]] bool is_one_of_several_events(std::size_t leg) const {
    return chosen_[leg]->is_act &&
           std::ranges::count(legs_[leg], chosen_[leg]->relation, &Piece::relation) > 1;
  }

  /// The text of an act that may be on just these; also where they are many.
  [[nodiscard]] std::optional<std::string> act_on(const std::vector<DayRange>& days) const {
    for (std::size_t leg = 0; leg < legs_.size(); ++leg)
      for (const Piece& piece : legs_[leg])
        if (piece.relation == chosen_[leg]->relation && !piece.days.empty() &&
            (days.size() > most_named || sorted(piece.days) == days))
          return piece.start.text;
    return std::nullopt;
  }

  [[nodiscard]] std::string named(const DayRange& range) const {
    for (std::size_t leg = 0; leg < legs_.size(); ++leg)
      for (const Piece& piece : legs_[leg])
        if (piece.is_act && piece.relation == chosen_[leg]->relation &&
            piece.start.low == range.lo && piece.start.high == range.hi &&
            piece.start.text.find_first_of("[X") == std::string::npos)
          return piece.start.text;
    if (range.lo == range.hi) return format_day(range.lo);
    const std::string days = one_of_days(range.lo, range.hi);
    return days.substr(1, days.size() - 2);
  }

  const std::vector<Pieces>& legs_;
  const std::vector<const Piece*>& chosen_;
  const Verdict verdict_;
};

/// Whether acts of the choice are on one day only as far as is known: then it is the day.
bool mixes_clocks(const std::vector<const Piece*>& pieces) {
  std::set<std::optional<ClockPoint>> times;
  for (const Piece* piece : pieces)
    if (piece->is_act && piece->dated) times.insert(piece->clock);
  return times.size() > 1;
}

std::string as_day(std::string text, Day day) {
  return text.find('T') == std::string::npos ? std::move(text) : format_day(day);
}

}  // namespace

CommonSpan written_span(const std::vector<Pieces>& legs, const std::vector<const Piece*>& chosen,
                        Verdict verdict) {
  Ends starts;
  Ends ends;
  Ends dates;
  EndDays both{day_min, day_max};
  for (const Piece* piece : chosen) {
    const auto [first, last] = ends_of(*piece, verdict);
    both = {std::max(both.low, first.low), std::min(both.high, last.high)};
    starts.push_back(first);
    ends.push_back(last);
    if (first.is_date) dates.push_back(first);
  }
  if (!dates.empty()) {
    const CommonDay day(legs, chosen, verdict);
    const std::vector<DayRange> days = day.days();
    const std::vector<DayRange> whole = merged(days);
    if (whole.size() > 1) return {When::parse(day.text(days)), verdict};
    // What may be on any day at all leaves the bounds to the dates.
    const bool is_span = whole.size() == 1 && whole.front() != DayRange{day_min, day_max};
    if (is_span) both = {whole.front().lo, whole.front().hi};
    std::string text = written(dates, both, [&] { return one_of_days(both.low, both.high); }).text;
    if (text.empty()) text = "XXXX";  // a day of which nothing is known
    if (mixes_clocks(chosen)) text = as_day(std::move(text), both.low);
    return {When::parse(text), verdict};
  }
  const SpanEnd start = latest(starts, both.high, verdict);
  const SpanEnd end = earliest(ends, both.low, verdict);
  return {When::between(start.text, end.text), verdict};
}

}  // namespace entente
