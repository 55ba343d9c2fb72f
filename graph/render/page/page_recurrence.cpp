#include "render/page/page_recurrence.hpp"

#include <algorithm>
#include <cstdint>

#include <entente/base/json_text.hpp>
#include <entente/time/day.hpp>

#include "render/page/page_json.hpp"

namespace entente {
namespace {

/// Days that are asked about on trial: so many of each sort from either end of a stretch.
constexpr int tried = 3;
constexpr int searched = 800;  // days for one that no date admits

bool admitted(const std::vector<DatePattern>& dates, Day day) {
  return std::any_of(dates.begin(), dates.end(),
                     [&](const DatePattern& date) { return date.admits(day); });
}

/// Days of the stretch that none of the dates admits, from both of its ends.
std::vector<Day> days_between(const std::vector<DatePattern>& dates, const Window& stretch) {
  std::vector<Day> found;
  const auto search = [&](Day from, int step) {
    int count = 0;
    for (int i = 0; i < searched && count < tried; ++i, from = from + step) {
      if (from < stretch.first || from > stretch.last) return;
      if (admitted(dates, from)) continue;
      found.push_back(from);
      ++count;
    }
  };
  search(stretch.first, 1);
  search(stretch.last, -1);
  return found;
}

/// Days of the stretch that the date admits, from both of its ends.
std::vector<Day> member_days(const DatePattern& date, const Window& stretch) {
  std::vector<Day> found;
  auto day = date.first_from(stretch.first);
  for (int i = 0; i < tried && day && *day <= stretch.last; ++i, day = date.first_from(*day + 1))
    found.push_back(*day);
  day = date.last_until(stretch.last);
  for (int i = 0; i < tried && day && *day >= stretch.first; ++i, day = date.last_until(*day - 1))
    found.push_back(*day);
  return found;
}

class FarReader {
 public:
  FarReader(const ChangeDays& changes, const WindowJudge& judge)
      : changes_(changes), judge_(judge) {}

  /// False if it cannot be decided.
  bool read(std::size_t number, const Window& stretch) {
    const Window asked{std::max(stretch.first, calendar_first),
                       std::min(stretch.last, calendar_last)};
    if (asked.first > asked.last) {
      found.answers[number] = {.verdict = Verdict::no};
      return true;
    }
    const std::vector<Day> between = days_between(changes_.recurring, asked);
    const SelectedRelation all = on(between.empty() ? asked.first : between.front());
    found.answers[number] = all;
    if (!are(between, all)) return false;
    if (between.empty() || all.verdict == Verdict::yes) return all_are(asked, all);
    for (const DatePattern& date : changes_.recurring) {
      const std::vector<Day> members = member_days(date, asked);
      if (members.empty()) continue;
      const SelectedRelation one = on(members.front());
      if (!are(members, one) || one.verdict == Verdict::yes) return false;
      if (one.verdict == Verdict::maybe && all.verdict == Verdict::no)
        found.recurrences.push_back({stretch, date, one.why});
    }
    return true;
  }

  FarDays found = {};

 private:
  [[nodiscard]] SelectedRelation on(Day day) const {
    return judge_(Window::on(day), Coverage::some_day);
  }
  [[nodiscard]] bool are(const std::vector<Day>& days, const SelectedRelation& alike) const {
    return std::all_of(days.begin(), days.end(),
                       [&](Day day) { return on(day).verdict == alike.verdict; });
  }
  [[nodiscard]] bool all_are(const Window& stretch, const SelectedRelation& alike) const {
    return std::all_of(
        changes_.recurring.begin(), changes_.recurring.end(),
        [&](const DatePattern& date) { return are(member_days(date, stretch), alike); });
  }

  const ChangeDays& changes_;
  const WindowJudge& judge_;
};

/// The days of the calendar between its two limits, as numbers to be halved.
constexpr std::int64_t calendar_days = calendar_last - calendar_first + 3;

Day day_at(std::int64_t number) {
  if (number <= 0) return day_min;
  if (number >= calendar_days - 1) return day_max;
  return calendar_first + static_cast<int>(number - 1);
}

/// The first number from `low` on, up to `high`, of which `holds` is true; `holds` stays true.
template <class Holds>
std::int64_t first_where(std::int64_t low, std::int64_t high, const Holds& holds) {
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (holds(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

}  // namespace

Window stretch_at(const std::vector<Day>& days, std::size_t number) {
  return {number == 0 ? day_min : days[number - 1],
          number < days.size() ? days[number] - 1 : day_max};
}

bool is_apart(const Window& stretch, const Window& near) {
  return stretch.last < near.first || stretch.first > near.last;
}

std::optional<FarDays> far_days(const ChangeDays& changes, const std::vector<Day>& days,
                                const WindowJudge& judge) {
  if (changes.recurring.empty()) return std::nullopt;
  FarReader reader(changes, judge);
  for (std::size_t i = 0; i <= days.size(); ++i) {
    const Window stretch = stretch_at(days, i);
    if (is_apart(stretch, changes.near) && !reader.read(i, stretch)) return std::nullopt;
  }
  return std::move(reader.found);
}

bool add_far_windows(const WindowJudge& judge, std::vector<DayStretch>& certain) {
  constexpr int most = 64;
  const auto is_certain = [&](std::int64_t first, std::int64_t last) {
    return judge({day_at(first), day_at(last)}, Coverage::some_day).verdict == Verdict::yes;
  };
  const std::int64_t beyond = calendar_days - 1;
  std::int64_t first = 0;
  for (int count = 0; count < most; ++count) {
    if (first > beyond || !is_certain(first, beyond)) return true;
    const std::int64_t last =
        first_where(first, beyond, [&](std::int64_t day) { return is_certain(first, day); });
    // The first from which on it is no longer so.
    const std::int64_t after = first_where(
        first, last + 1, [&](std::int64_t day) { return day > last || !is_certain(day, last); });
    const DayStretch reach{day_at(last), day_at(after - 1)};
    const auto known = std::find_if(certain.begin(), certain.end(), [&](const DayStretch& each) {
      return each.from <= reach.from && each.until >= reach.until;
    });
    first = after;
    if (known == certain.end()) {
      certain.push_back(reach);
      continue;
    }
    // What it takes in needs no search; windows that begin later end no earlier.
    if (known->until >= calendar_last) return true;
    if (known->until >= calendar_first)
      first = std::max<std::int64_t>(first, known->until - calendar_first + 2);
  }
  return false;
}

std::string recurrences_json(const std::vector<Recurrence>& recurrences) {
  JsonText json;
  json.open_list();
  for (const Recurrence& each : recurrences) {
    json.open_list().value(page_day(each.stretch.first)).value(page_day(each.stretch.last));
    std::string digits(each.date.digits.begin(), each.date.digits.end());
    if (each.date.before_zero) digits.insert(0, "-");
    json.value(std::string_view(digits)).value(static_cast<unsigned>(each.why)).close_list();
  }
  return json.close_list().str();
}

}  // namespace entente
