#include "io/formats/day_spans.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <entente/time/date_error.hpp>

#include "io/formats/found_dates.hpp"

namespace entente {
namespace {

/// The dates of `{a,b..c}`.
std::vector<std::string> listed_dates(std::string_view set) {
  std::vector<std::string> dates;
  set = set.substr(1, set.size() - 2);
  while (true) {
    const std::size_t comma = std::min(set.find(','), set.size());
    std::string date(set.substr(0, comma));
    if (const std::size_t dots = date.find(".."); dots != date.npos) date.replace(dots, 2, "/");
    date.erase(std::remove(date.begin(), date.end(), ' '), date.end());
    dates.push_back(std::move(date));
    if (comma == set.size()) return dates;
    set.remove_prefix(comma + 1);
  }
}

bool begins_before(const DaySpan& a, const DaySpan& b) {
  if (!a.first || !b.first) return b.first.has_value();
  return *a.first < *b.first;
}

/// Stretches that touch or overlap become one.
std::vector<DaySpan> united(std::vector<DaySpan> spans) {
  std::sort(spans.begin(), spans.end(), begins_before);
  std::vector<DaySpan> apart;
  for (const DaySpan& span : spans) {
    const bool touches = !apart.empty() && (!apart.back().last || !span.first ||
                                            *span.first <= *apart.back().last + 1);
    if (!touches)
      apart.push_back(span);
    else if (!apart.back().last || !span.last)
      apart.back().last.reset();
    else
      apart.back().last = std::max(*apart.back().last, *span.last);
  }
  return apart;
}

}  // namespace

std::vector<DaySpan> day_spans(const std::optional<When>& when) {
  if (!when) return {};
  const std::string& text = when->text();
  if (text.starts_with('{') && text.ends_with('}')) try {
      std::vector<DaySpan> spans;
      for (const std::string& date : listed_dates(text)) {
        const When one = When::parse(date);
        spans.push_back({one.earliest(), one.latest()});
      }
      return united(std::move(spans));
    } catch (const DateError&) {
      // Open at an end, such as `{2014..}`: one stretch will do.
    }
  const DaySpan span{when->earliest(), when->latest()};
  if (!span.first && !span.last) return {};
  return {span};
}

bool are_days_of(const std::vector<std::string>& times, const When& when) {
  std::vector<DaySpan> spans;
  for (const std::string& time : times)
    for (const DaySpan& span : day_spans(found_date(time).when)) spans.push_back(span);
  const std::vector<DaySpan> days = day_spans(when);
  return std::equal(
      spans.begin(), spans.end(), days.begin(), days.end(),
      [](const DaySpan& a, const DaySpan& b) { return a.first == b.first && a.last == b.last; });
}

}  // namespace entente
