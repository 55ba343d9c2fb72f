#include "query/span_pieces.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <entente/time/date.hpp>
#include <entente/time/date_set.hpp>
#include <entente/time/day.hpp>

#include "facts/dating.hpp"

namespace entente {
namespace {

constexpr std::size_t most_stretches = 400;
/// The Gregorian calendar comes round in so many days.
constexpr int days_of_cycle = 146097;
/// Dates of unknown year are looked at over no more cycles.
constexpr int most_cycles = 4;

SpanEnd date_end(Day low, Day high, std::string text) {
  return {EndState::known, low, high, std::move(text), true};
}

SpanEnd end_of(const Endpoint& endpoint, Day low, Day high) {
  return {endpoint.state(), low, high, std::string(endpoint.text())};
}

/// A year, month or day of a range, as a date is written.
std::string unit_text(Day first, Precision precision) {
  const std::string day = format_day(first);
  if (precision == Precision::day) return day;
  return day.substr(0, day.size() - (precision == Precision::year ? 6 : 3));
}

/// The first day of the year, month or day after that in which `day` lies.
Day next_unit(Day day, Precision precision) {
  if (precision == Precision::day) return day + 1;
  const Civil civil = to_civil(day);
  if (precision == Precision::year) return to_day({civil.year, 12, 31}) + 1;
  return to_day({civil.year, civil.month, days_in_month(civil.year, civil.month)}) + 1;
}

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

/// The days of a date with gaps among some; none if the stretches are too many.
std::optional<std::vector<DayRange>> stretches_of(const DateValue& date, const DayRange& within,
                                                  std::size_t most) {
  std::vector<DayRange> found;
  std::optional<Day> first = date.first_from(within.lo);
  while (first && *first <= within.hi) {
    if (found.size() == most) return std::nullopt;
    Day last = *first;
    while (last < within.hi && date.admits(last + 1)) ++last;
    found.push_back({*first, last});
    first = last < within.hi ? date.first_from(last + 1) : std::nullopt;
  }
  return found;
}

/// Gathers the pieces of one relation.
class Cutter {
 public:
  Cutter(RelationId relation, Reading reading, const std::optional<DayRange>& years)
      : relation_(relation), reading_(reading), years_(years) {}

  void cut(const When& when, const Dating& dating, const TimeContext& context) {
    context_ = context;
    is_doubted_ = when.qualified();
    if (reading_ == Reading::interval)
      cut_state(when, held_in(dating, context));
    else if (when.text().front() == '[' && !when.is_interval())
      cut_one_of(when);
    else if (when.text().front() == '{')
      cut_events(DateSet::parse(when.text()));
    else
      cut_act(when);
  }

  std::vector<Piece> pieces;

 private:
  Piece& add(const Bounds& bounds, SpanEnd start, SpanEnd end) {
    return pieces.emplace_back(Piece{.relation = relation_,
                                     .bounds = bounds,
                                     .start = std::move(start),
                                     .end = std::move(end),
                                     .is_act = reading_ == Reading::instant,
                                     .is_doubted = is_doubted_});
  }

  /// One unknown day from `lo` to `hi`.
  Piece& add_day(Day lo, Day hi, const std::string& text) {
    return add({lo, hi, lo, hi}, date_end(lo, hi, text), date_end(lo, hi, text));
  }

  /// An end that is not written is as an inference or a lifespan limits it.
  static void limit(SpanEnd& end, const std::string& text) {
    if (end.state == EndState::known) return;
    end.state = EndState::known;
    end.text = end.low == end.high ? format_day(end.low) : text;
  }

  void cut_state(const When& when, const Bounds& bounds) {
    SpanEnd start = end_of(when.start(reading_), bounds.start_min, bounds.start_max);
    SpanEnd end = end_of(when.end(reading_), bounds.end_min, bounds.end_max);
    if (bounds.start_min != day_min) limit(start, "[" + format_day(bounds.start_min) + "..]");
    if (bounds.end_max != day_max) limit(end, "[.." + format_day(bounds.end_max) + "]");
    Piece& piece = add(bounds, std::move(start), std::move(end));
    if (!when.is_interval()) piece.when_certain = witness_ends(when);
  }

  /// A witness is written as its date, several as the first and the last.
  static std::pair<SpanEnd, SpanEnd> witness_ends(const When& when) {
    const Bounds own = when.bounds(Reading::instant);
    if (when.text().front() != '{')
      return {date_end(own.start_min, own.start_max, when.text()),
              date_end(own.end_min, own.end_max, when.text())};
    return {end_of(when.start(Reading::instant), own.start_min, own.start_max),
            end_of(when.end(Reading::instant), own.end_min, own.end_max)};
  }

  void cut_act(const When& when) {
    const Bounds bounds = when.bounds(reading_, context_);
    const Endpoint start = when.start(reading_);
    const Date* date = when.is_interval() ? nullptr : start.date();
    if (date != nullptr && !date->value().gapless) {
      if (date->value().pattern.is_any_year())
        cut_any_year(*date);
      else
        cut_stretches(*date);
      return;
    }
    if (date != nullptr) {
      add_day(date->lo(), date->hi(), date->text()).clock = clock_point(*date);
      return;
    }
    add(bounds, end_of(start, bounds.start_min, bounds.start_max),
        end_of(when.end(reading_), bounds.end_min, bounds.end_max));
  }

  [[nodiscard]] DayRange days_of(std::size_t piece) const {
    return {pieces[piece].bounds.start_min, pieces[piece].bounds.end_max};
  }

  void cut_stretches(const Date& date) {
    const std::size_t hull = pieces.size();
    add_day(date.lo(), date.hi(), date.text());
    const auto stretches = stretches_of(date.value(), {date.lo(), date.hi()}, most_stretches);
    if (!stretches) return;  // the hull is enough: it says maybe where no might be right
    pieces[hull].vouches = Vouches::for_certain;
    pieces[hull].days = *stretches;
    for (const DayRange& one : *stretches)
      add_day(one.lo, one.hi, one.lo == one.hi ? format_day(one.lo) : date.text()).vouches =
          Vouches::for_possible;
  }

  /// Which year a stretch is of is unknown: it is one of many.
  void cut_any_year(const Date& date) {
    const std::size_t hull = pieces.size();
    add_day(date.lo(), date.hi(), date.text()).is_of_any_year = true;
    if (!years_) return;
    pieces[hull].vouches = Vouches::for_certain;
    const auto stretches = stretches_of(date.value(), *years_, no_limit);
    for (const DayRange& one : *stretches)
      add_day(one.lo, one.hi, date.text()).vouches = Vouches::for_possible;
  }

  void cut_one_of(const When& when) {
    const DateSet set = DateSet::parse(when.text());
    const std::size_t hull = pieces.size();
    add_day(set.lo(), set.hi(), when.text()).vouches = Vouches::for_certain;
    for (std::size_t i = 0; i < set.elements().size(); ++i) {
      const DateSet::Element& element = set.elements()[i];
      const std::string text = element.is_range ? "[" + std::string(set.element_text(i)) + "]"
                                                : std::string(set.element_text(i));
      cut_one(element, text, hull);
    }
    if (pieces[hull].is_of_any_year) pieces[hull].days.clear();  // there are more
  }

  /// One of the dates of a set, of which the hull says what is certain.
  void cut_one(const DateSet::Element& element, const std::string& text, std::size_t hull) {
    const bool gapless = element.is_range || element.first.gapless;
    const bool any_year = !gapless && element.first.pattern.is_any_year();
    if (any_year) pieces[hull].is_of_any_year = true;
    std::optional<std::vector<DayRange>> stretches;
    if (any_year && years_) stretches = stretches_of(element.first, *years_, no_limit);
    if (!any_year && !gapless)
      stretches = stretches_of(element.first, {element.lo(), element.hi()}, most_stretches);
    const bool has_days = stretches && !any_year;
    if (!stretches) stretches = {DayRange{element.lo(), element.hi()}};
    for (const DayRange& one : *stretches) {
      add_day(one.lo, one.hi, has_days && one.lo == one.hi ? format_day(one.lo) : text).vouches =
          Vouches::for_possible;
      pieces[hull].days.push_back(one);
    }
  }

  void cut_events(const DateSet& events) {
    for (std::size_t i = 0; i < events.elements().size(); ++i) {
      const DateSet::Element& element = events.elements()[i];
      if (element.is_range)
        cut_range(element);
      else
        cut_act(When::parse(events.element_text(i)));
    }
  }

  /// An event in every year, month or day of a range; of a range without limit, or a long one, all
  /// that is known is that events lie in it.
  void cut_range(const DateSet::Element& range) {
    const Precision precision =
        range.first.precision == Precision::masked ? range.last.precision : range.first.precision;
    const std::size_t before = pieces.size();
    const bool limited = range.lo() != day_min && range.hi() != day_max;
    for (Day day = range.lo(); limited && day <= range.hi();) {
      const Day next = next_unit(day, precision);
      if (pieces.size() - before == most_stretches) break;
      add_day(day, next - 1, unit_text(day, precision));
      day = next;
    }
    if (limited && pieces.size() - before < most_stretches) return;
    pieces.resize(before);
    const std::string text = (limited || range.lo() != day_min ? format_day(range.lo()) : "") +
                             std::string("..") +
                             (range.hi() != day_max ? format_day(range.hi()) : "");
    add_day(range.lo(), range.hi(), "[" + text + "]").vouches = Vouches::for_possible;
  }

  RelationId relation_;
  Reading reading_;
  std::optional<DayRange> years_;
  TimeContext context_;      // of the date that is being cut
  bool is_doubted_ = false;  // the same
};

}  // namespace

std::vector<Piece> pieces_of(const Graph& graph, const Answers& answers, RelationId relation,
                             const std::optional<DayRange>& years) {
  const Reading reading = graph.type(relation).reading;
  const TimeContext context = answers.context(relation);
  Cutter cutter(relation, reading, years);
  for (const auto& [when, dating] : answers.accounts(relation))
    cutter.cut(when, dating, granted(dating, context));
  if (cutter.pieces.empty())
    cutter.pieces.push_back(
        {.relation = relation, .dated = false, .is_act = reading == Reading::instant});
  return std::move(cutter.pieces);
}

std::optional<DayRange> years_to_compare(const std::vector<std::vector<Piece>>& legs) {
  std::optional<DayRange> named;
  for (const std::vector<Piece>& leg : legs)
    for (const Piece& piece : leg)
      for (const Day day : {piece.bounds.start_min, piece.bounds.end_max}) {
        if (day == day_min || day == day_max) continue;
        named = named ? DayRange{std::min(named->lo, day), std::max(named->hi, day)}
                      : DayRange{day, day};
      }
  const Day middle = to_day({2000, 1, 1});
  const DayRange all = named.value_or(DayRange{middle, middle});
  if (all.hi - all.lo > (most_cycles - 2) * days_of_cycle) return std::nullopt;
  return DayRange{std::max(calendar_first, all.lo - days_of_cycle),
                  std::min(calendar_last, all.hi + days_of_cycle)};
}

}  // namespace entente
