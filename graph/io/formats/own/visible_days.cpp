#include "io/formats/own/visible_days.hpp"

#include <algorithm>
#include <string_view>

#include "base/ascii.hpp"
#include "io/formats/day_spans.hpp"
#include "io/formats/found_dates.hpp"

namespace entente {
namespace {

bool is_same(const DaySpan& a, const DaySpan& b) {
  return a.first == b.first && a.last == b.last;
}

std::optional<DaySpan> span_of(const VisibleDays& days) {
  const auto when = found_state(days.start, days.end).when;
  if (!when) return std::nullopt;
  return DaySpan{when->earliest(), when->latest()};
}

/// From the first of them to the last.
DaySpan all_of(const std::vector<DaySpan>& spans) {
  return spans.empty() ? DaySpan{} : DaySpan{spans.front().first, spans.back().last};
}

std::optional<When> several(const std::vector<VisibleDays>& days) {
  std::string set = "{";
  for (const VisibleDays& one : days) {
    if (set.size() > 1) set += ',';
    set += one.start;
    if (one.end == one.start) continue;
    set += one.start == ".." ? "" : "..";
    set += one.end == ".." ? "" : one.end;
  }
  return found_date(set + '}').when;
}

}  // namespace

std::vector<VisibleDays> visible_days(std::string_view text) {
  std::vector<VisibleDays> days;
  if (text.empty()) return days;
  for (const std::string_view one : split(text, ';')) {
    const std::size_t slash = one.find('/');
    if (slash == one.npos)
      days.push_back({std::string(one), std::string(one)});
    else
      days.push_back({std::string(one.substr(0, slash)), std::string(one.substr(slash + 1))});
  }
  return days;
}

std::string to_text(const std::vector<VisibleDays>& days) {
  std::string text;
  for (const VisibleDays& one : days) {
    text += text.empty() ? "" : "; ";
    text += one.start == one.end ? one.start : one.start + "/" + one.end;
  }
  return text;
}

std::optional<bool> are_days_of(const std::vector<VisibleDays>& days,
                                const std::optional<When>& when) {
  std::vector<DaySpan> shown;
  for (const VisibleDays& one : days) {
    const auto span = span_of(one);
    if (!span) return std::nullopt;
    shown.push_back(*span);
  }
  const std::vector<DaySpan> kept = day_spans(when);
  if (shown.size() == 1 && is_same(shown.front(), all_of(kept))) return true;
  return std::equal(shown.begin(), shown.end(), kept.begin(), kept.end(), is_same);
}

std::optional<When> edited_when(const std::vector<VisibleDays>& days,
                                const std::optional<When>& when) {
  if (days.size() != 1) return several(days);
  const VisibleDays& shown = days.front();
  const auto span = span_of(shown);
  if (!span) return std::nullopt;
  const bool is_state = when && when->is_interval();
  if (when && !is_state && span->first && span->first == span->last)
    return found_date(shown.start).when;
  if (is_state) {
    const DaySpan kept = all_of(day_spans(when));
    const std::string_view start = span->first == kept.first ? when->start_text() : shown.start;
    const std::string_view end = span->last == kept.last ? when->end_text() : shown.end;
    if (auto edited = found_state(start, end).when) return edited;
  }
  return found_state(shown.start, shown.end).when;
}

}  // namespace entente
