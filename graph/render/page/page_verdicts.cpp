#include "render/page/page_verdicts.hpp"

#include <algorithm>
#include <optional>

#include <entente/base/json_text.hpp>
#include <entente/time/date.hpp>

#include "facts/always.hpp"
#include "render/page/page_json.hpp"
#include "render/page/page_recurrence.hpp"
#include "time/ends.hpp"

namespace entente {
namespace {

bool is_state(const Graph& graph, RelationId relation) {
  return graph.type(relation).reading == Reading::interval;
}

bool is_timeless(const Graph& graph, RelationId relation) {
  return graph.vocabulary().is_timeless(graph.type(relation), graph.kind(graph.from(relation)));
}

unsigned traits_of(const Dating& dating, const HeldEnds& ends) {
  if (dating.reading == Reading::instant) return row_traits::instant;
  unsigned traits = 0;
  if (ends.end == HeldEnd::inferred) traits |= row_traits::closed;
  if (dating.witness) traits |= row_traits::witness;
  if (ends.start == HeldEnd::reported) traits |= row_traits::start_known;
  if (ends.end == HeldEnd::reported) traits |= row_traits::end_known;
  return traits;
}

/// Whether its ends were never there together and its date leaves open when it was.
bool is_never(const Dating& dating, const TimeContext& context) {
  return context.lifetime.start_min > context.lifetime.end_max &&
         leaves_open(dating.states.start, dating.bounds.start_min) &&
         leaves_open(dating.states.end, dating.bounds.end_max);
}

/// What one date says, as the page reads it.
VerdictRow account_row(const Dating& dating, const TimeContext& context) {
  const TimeContext own = granted(dating, context);
  const Bounds held = held_in(dating, own);
  const HeldEnds ends = ends_of(dating, own);
  VerdictRow row{.certain = {{held.start_max, held.end_min}},
                 .possible = {{held.start_min, held.end_max}},
                 .traits = traits_of(dating, ends)};
  if (is_never(dating, context)) *row.traits |= row_traits::never;
  if (dating.reading == Reading::interval && ends.end == HeldEnd::reported &&
      ends.open_until != day_min)
    row.open_until = ends.open_until;
  return row;
}

/// What needs no date, as the account that its tie takes it for (graph/facts/spells.cpp): it holds
/// as long as its ends may have existed. Nothing if they never did together.
std::optional<VerdictRow> always_row(const TimeContext& context) {
  VerdictRow row = account_row(always_dating(), context);
  const auto [from, until] = row.possible.front();
  if (from > until) return std::nullopt;
  row.certain = row.possible;
  return row;
}

/// The row of a relation of one date whose bounds say everything.
std::optional<VerdictRow> plain_row(const Graph& graph, const Selection& selection,
                                    const SeenBy& view, RelationId relation) {
  if (!selection.known_at.empty() || !selection.attested_within.empty()) return std::nullopt;
  const std::vector<DatedAccount> accounts = view.answers().accounts(relation);
  if (accounts.size() != 1) return std::nullopt;
  const auto& [when, dating] = accounts.front();
  if (!is_state(graph, relation) && !when.decided_by_bounds(Reading::instant)) return std::nullopt;
  const TimeContext context = view.viewpoint().context(relation);
  if (context.lifetime.start_min > context.lifetime.end_max) return std::nullopt;
  return account_row(dating, context);
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

/// Gathers what a relation says in each case of what is known of it.
class Cases {
 public:
  Cases(const Graph& graph, const Answers& answers, RelationId relation, ChangeDays changes)
      : graph_(graph), answers_(answers), relation_(relation), changes_(std::move(changes)) {}

  [[nodiscard]] std::vector<std::string> list() const {
    const Sight& sight = answers_.sight();
    if (!sight.is_uncertain()) {
      const bool is_dated = !sight.dates(relation_, Seen::most).empty();
      if (!is_state(graph_, relation_) || !(is_dated || is_timeless(graph_, relation_))) return {};
      return {seen(Seen::most, Seen::most)};
    }
    std::vector<std::string> cases;
    for (const Seen dates : {Seen::most, Seen::least})
      for (const Seen ends : {Seen::most, Seen::least}) cases.push_back(seen(dates, ends));
    if (std::ranges::all_of(cases, [&](const std::string& one) { return one == cases.front(); }))
      cases.resize(1);
    return cases;
  }

 private:
  [[nodiscard]] std::string seen(Seen dates, Seen ends) const {
    if (!answers_.sight().sees(relation_, dates)) return "[]";
    const std::vector<Dating> datings = answers_.sight().datings(relation_, dates);
    if (!is_state(graph_, relation_)) return probed(dates, ends);
    const TimeContext context = answers_.context(relation_, dates, ends);
    JsonText json;
    json.open_list();
    if (datings.empty()) {
      const auto row = is_timeless(graph_, relation_) ? always_row(context) : std::nullopt;
      if (!row) return probed(dates, ends);
      json.raw(row->json());
    }
    for (const Dating& dating : datings) json.raw(account_row(dating, context).json());
    return json.close_list().str();
  }

  [[nodiscard]] std::string probed(Seen dates, Seen ends) const {
    VerdictRow row = probed_row(changes_, [&](const Window& window, Coverage coverage) {
      const Condition condition{coverage, window};
      const Judgement judged = answers_.judge_seen(relation_, dates, ends, {&condition, 1});
      return SelectedRelation{relation_, judged.verdict, judged.qualified, judged.why,
                              judged.presumed};
    });
    row.is_undated =
        answers_.sight().dates(relation_, dates).empty() && !is_timeless(graph_, relation_);
    return row.json();
  }

  const Graph& graph_;
  const Answers& answers_;
  const RelationId relation_;
  const ChangeDays changes_;
};

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
    if (open_until) json.value(page_day(*open_until));
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
  if (!cases.empty()) {
    json.key("g").open_list();
    for (const std::string& one : cases) json.raw(one);
    json.close_list();
  }
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

SeenBy::SeenBy(const Graph& graph, const Selection& selection)
    : viewpoint_(graph, selection), asked_(std::make_unique<const Asked>(graph, selection)) {}

VerdictRow verdict_row(const Graph& graph, const Selection& selection, const SeenBy& view,
                       RelationId relation, const Window& near) {
  if (auto plain = plain_row(graph, selection, view, relation)) return *std::move(plain);
  const Viewpoint& viewpoint = view.viewpoint();
  const ChangeDays changes = change_days_of(graph, selection, viewpoint, relation, near);
  VerdictRow row = probed_row(changes, [&](const Window& window, Coverage coverage) {
    return viewpoint.judge(relation, window, coverage);
  });
  row.cases = Cases(graph, view.answers(), relation, changes).list();
  row.is_undated = viewpoint.dates(relation).empty() && !is_timeless(graph, relation);
  return row;
}

}  // namespace entente
