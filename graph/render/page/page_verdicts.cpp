#include "render/page/page_verdicts.hpp"

#include <algorithm>
#include <optional>

#include <entente/base/json_text.hpp>
#include <entente/time/date.hpp>

#include "facts/dating.hpp"
#include "render/page/page_json.hpp"
#include "render/page/page_recurrence.hpp"
#include "time/ends.hpp"

namespace entente {
namespace {

/// The single date that decides, if its bounds say everything.
std::optional<When> plain_when(const Selection& selection, const Viewpoint& viewpoint,
                               RelationId relation, Reading reading) {
  if (!selection.known_at.empty() || !selection.attested_within.empty()) return std::nullopt;
  std::vector<When> dates = viewpoint.dates(relation);
  if (dates.size() != 1 || !dates.front().decided_by_bounds(reading)) return std::nullopt;
  return dates.front();
}

std::optional<VerdictRow> plain_row(const Graph& graph, const Selection& selection,
                                    const Viewpoint& viewpoint, RelationId relation) {
  const Reading reading = graph.type(relation).reading;
  const auto when = plain_when(selection, viewpoint, relation, reading);
  if (!when) return std::nullopt;
  TimeContext context = viewpoint.context(relation);
  if (context.lifetime.start_min > context.lifetime.end_max) return std::nullopt;
  const Bounds raw = when->bounds(reading);
  const EndStates states{when->start_state(reading), when->end_state(reading)};
  if (states.start != EndState::known || raw.start_max == day_max) context.lasts_until.reset();
  const Bounds held = reading == Reading::instant ? day_in_context(raw, states, context)
                                                  : in_context(raw, states, context);
  unsigned traits = 0;
  if (reading == Reading::instant) traits |= row_traits::instant;
  if (context.ends_by && states.end == EndState::unknown && closed_by(raw, *context.ends_by) != raw)
    traits |= row_traits::closed;
  if (reading == Reading::interval && !when->is_interval()) traits |= row_traits::witness;
  if (states.start == EndState::known ||
      (states.start == EndState::open && held.start_min != day_min))
    traits |= row_traits::start_known;
  if (states.end == EndState::known || (states.end == EndState::open && held.end_max != day_max))
    traits |= row_traits::end_known;
  return VerdictRow{.certain = {{held.start_max, held.end_min}},
                    .possible = {{held.start_min, held.end_max}},
                    .traits = traits};
}

/// What single days say: in which stretches of days the verdict is at least that.
std::vector<DayStretch> stretches_of_days(const std::vector<Day>& days,
                                          const std::vector<SelectedRelation>& answers,
                                          Verdict least) {
  std::vector<DayStretch> found;
  bool goes_on = false;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].verdict < least) {
      goes_on = false;
      continue;
    }
    const Day last = i < days.size() ? days[i] - 1 : day_max;
    if (goes_on)
      found.back().until = last;
    else
      found.push_back({i == 0 ? day_min : days[i - 1], last});
    goes_on = true;
  }
  return found;
}

/// And windows that say more than any of their days; also those that have no first or no last day.
void add_wide_windows(const std::vector<Day>& days, const std::vector<SelectedRelation>& answers,
                      const WindowJudge& judge, Verdict least, std::vector<DayStretch>& found) {
  // What never began holds in windows without a first day, however early they end.
  if (answers.front().verdict < least &&
      judge({day_min, days.front() - 1}, Coverage::some_day).verdict >= least)
    found.push_back({day_min, day_min});
  std::vector<DayStretch> wide;
  const std::size_t last = days.size();
  const auto end_at = [&](std::size_t i) { return i < last ? days[i] : day_max; };
  std::size_t end = 0;
  // The windows that begin on the last day of one stretch of days after another; those of the last
  // stretch on any of its days.
  for (std::size_t i = 0; i <= last + 1; ++i) {
    const Day until = i == 0 ? day_min : i <= last ? days[i - 1] - 1 : day_max;
    const Day first = i <= last ? until : days.back();
    if (i > 0 && answers[i - 1].verdict >= least) continue;  // its last day alone is enough
    end = std::max(end, i == 0 ? i : i - 1);
    while (end <= last && judge({first, end_at(end)}, Coverage::some_day).verdict < least) ++end;
    if (end > last) break;
    const auto takes_in = [&](const DayStretch& reach) {
      return reach.from <= end_at(end) && reach.until >= until;
    };
    if (std::any_of(found.begin(), found.end(), takes_in)) continue;
    // Of windows that end alike the one that begins last says most.
    if (!wide.empty() && wide.back().from == end_at(end)) wide.pop_back();
    wide.push_back({end_at(end), until});
  }
  found.insert(found.end(), wide.begin(), wide.end());
}

/// The largest windows of which every day is at least that: an answer about every day never gets
/// better when a window grows.
std::vector<Window> filled_windows(const std::vector<Day>& days, const WindowJudge& judge,
                                   Verdict least) {
  std::vector<Day> firsts = {day_min};
  firsts.insert(firsts.end(), days.begin(), days.end());
  const auto last_at = [&](std::size_t i) { return i < days.size() ? days[i] - 1 : day_max; };
  std::vector<Window> filled;
  std::size_t end = 0;  // the stretch after the last that the window before took in
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const std::size_t before = end;
    end = std::max(end, i);
    while (end < firsts.size() &&
           judge({firsts[i], last_at(end)}, Coverage::every_day).verdict >= least)
      ++end;
    if (end > i && (i == 0 || end > before)) filled.push_back({firsts[i], last_at(end - 1)});
  }
  return filled;
}

std::string windows_json(const std::vector<Window>& windows) {
  JsonText json;
  json.open_list();
  for (const Window& one : windows) json.value(page_day(one.first)).value(page_day(one.last));
  return json.close_list().str();
}

std::string accounts_json(const std::vector<Bounds>& accounts) {
  JsonText json;
  json.open_list();
  for (const Bounds& one : accounts)
    for (const Day day : {one.start_min, one.start_max, one.end_min, one.end_max})
      json.value(page_day(day));
  return json.close_list().str();
}

/// What each date of a state says by itself, as ties are put together of them.
std::vector<Bounds> accounts_of(const Graph& graph, const Viewpoint& viewpoint,
                                RelationId relation) {
  const Reading reading = graph.type(relation).reading;
  if (reading == Reading::instant) return {};
  TimeContext context = viewpoint.context(relation);
  const Graph::Store& store = graph.store();
  if (store.has(relation, Trait::witness) || store.has(relation, Trait::no_start))
    context.lasts_until.reset();
  std::vector<Bounds> accounts;
  for (const When& when : viewpoint.dates(relation)) {
    const Dating dating = dating_of(when, reading);
    accounts.push_back(held_in(dating, granted(dating, context)));
  }
  return accounts;
}

std::string reaches_json(const std::vector<DayStretch>& reaches) {
  JsonText json;
  json.open_list();
  for (const DayStretch& reach : reaches)
    json.value(page_day(reach.from)).value(page_day(reach.until));
  return json.close_list().str();
}

}  // namespace

std::string VerdictRow::json() const {
  JsonText json;
  if (traits) {
    json.open_list().value(*traits);
    json.value(page_day(possible.front().from)).value(page_day(certain.front().from));
    json.value(page_day(certain.front().until)).value(page_day(possible.front().until));
    return json.close_list().str();
  }
  json.open_object().key("y").raw(reaches_json(certain)).key("m").raw(reaches_json(possible));
  json.key("w").open_list();
  for (const auto& [day, why] : reasons)
    json.value(page_day(day)).value(static_cast<unsigned>(why));
  json.close_list();
  json.key("c").raw(windows_json(surely_filled)).key("p").raw(windows_json(possibly_filled));
  if (!recurrences.empty()) json.key("q").raw(recurrences_json(recurrences));
  if (covered) json.key("s").raw(windows_json({*covered}));
  if (!accounts.empty()) json.key("a").raw(accounts_json(accounts));
  if (is_undated) json.member("u", 1);
  return json.close_object().str();
}

VerdictRow probed_row(ChangeDays changes, const WindowJudge& judge) {
  std::vector<Day> days = std::move(changes.days);
  if (!changes.recurring.empty())
    days.insert(days.end(), {changes.near.first, changes.near.last + 1});
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  if (days.empty()) days.push_back(Day(0));
  std::vector<SelectedRelation> answers = {judge(Window::on(days.front() - 1), Coverage::some_day)};
  for (const Day day : days) answers.push_back(judge(Window::on(day), Coverage::some_day));
  const std::optional<FarDays> far = far_days(changes, days, judge);
  if (!changes.recurring.empty()) {
    for (std::size_t i = 0; i < answers.size(); ++i)
      if (const Window stretch = stretch_at(days, i); is_apart(stretch, changes.near))
        answers[i] = far ? far->answers.at(i) : SelectedRelation{.verdict = Verdict::no};
  }
  VerdictRow row{.certain = stretches_of_days(days, answers, Verdict::yes),
                 .possible = stretches_of_days(days, answers, Verdict::maybe),
                 .surely_filled = filled_windows(days, judge, Verdict::yes),
                 .possibly_filled = filled_windows(days, judge, Verdict::maybe)};
  add_wide_windows(days, answers, judge, Verdict::yes, row.certain);
  add_wide_windows(days, answers, judge, Verdict::maybe, row.possible);
  if (far) row.recurrences = far->recurrences;
  const bool is_covered = changes.recurring.empty() || (far && add_far_windows(judge, row.certain));
  if (!is_covered) row.covered = changes.near;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Why why = answers[i].verdict == Verdict::maybe ? answers[i].why : Why::none;
    if (row.reasons.empty() || row.reasons.back().second != why)
      row.reasons.emplace_back(i == 0 ? day_min : days[i - 1], why);
  }
  return row;
}

VerdictRow verdict_row(const Graph& graph, const Selection& selection, const Viewpoint& viewpoint,
                       RelationId relation, const Window& near) {
  if (auto plain = plain_row(graph, selection, viewpoint, relation)) return *std::move(plain);
  VerdictRow row = probed_row(change_days_of(graph, selection, viewpoint, relation, near),
                              [&](const Window& window, Coverage coverage) {
                                return viewpoint.judge(relation, window, coverage);
                              });
  row.accounts = accounts_of(graph, viewpoint, relation);
  row.is_undated =
      viewpoint.dates(relation).empty() &&
      !graph.vocabulary().is_timeless(graph.type(relation), graph.kind(graph.from(relation)));
  return row;
}

}  // namespace entente
