#include "render/chart/gantt/gantt_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/joined.hpp"
#include "facts/lifespan.hpp"
#include "render/chart/gantt/gantt_bars.hpp"
#include "render/chart/gantt/gantt_sets.hpp"
#include "render/diagram/tie_dates.hpp"
#include "render/diagram/wording.hpp"
#include "render/label/label.hpp"
#include "render/mark/legend.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"
#include "words/sentence_of.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

/// What a set of dates attests one by one: several acts, or days of one state.
void set_attested(GanttRow& row, const When& when) {
  row.attested = days_of_set(when);
  row.lasted_between = row.attested.size() > 1;
}

GanttRow row_of(const Graph& graph, const TieDates& ties, const SelectedRelation& selected,
                const When& when, const Spell& spell, const LanguagePreference& languages) {
  const RelationType& type = graph.type(selected.relation);
  GanttRow row{.relation = std::string(graph.id(selected.relation)),
               .type = type.id,
               .who = names_of(graph.record(graph.from(selected.relation)), languages).front(),
               .dates = short_date(when, DateDetail::years, languages),
               .dates_language = std::string(language_of_dates(languages)),
               .line = {.drawing_class = type.drawing_class,
                        .modality = graph.modality(selected.relation),
                        .doubt = doubt_of(graph, selected, when)},
               .report = modality_mark(graph.modality(selected.relation), languages),
               .bounds = spell.bounds};
  for (const RelationId record : spell.relations) {
    row.records.emplace_back(graph.id(record));
    row.tooltip.append(row.tooltip.empty() ? "" : "\n") +=
        describe_with_worded_dates(graph, record, ties.viewpoint(), joined(languages.tags(), ","));
  }
  if (type.reading == Reading::instant)
    row.mark = MomentMark{type.drawing_class, type.reading, row.line.modality, row.line.doubt};
  else
    row.mark = bar_of(row.line, when, row.bounds);
  set_attested(row, when);
  if (const BarMark* bar = state_of(row)) {
    if (const auto days = attestation_of(*bar, row.bounds); days && row.attested.empty())
      row.attested = {*days};
    if (bar->end == BarEnd::inferred)
      row.dates = ties.in_words(selected.relation, DateDetail::years, Change::ended, languages);
  }
  row.line = {.drawing_class = type.drawing_class,
              .ends = type.symmetry == Symmetry::symmetric ? Ends::both_ways : Ends::one_way};
  return row;
}

/// The entity's own bar, without a class: none of its ties is meant.
GanttRow lifespan_row_of(const Graph& graph, EntityId entity, const When& when,
                         const LanguagePreference& languages) {
  GanttRow row{.dates = short_date(when, DateDetail::years, languages),
               .dates_language = std::string(language_of_dates(languages)),
               .tooltip = names_of(graph.record(entity), languages).front().text + ": " +
                          short_date(when, DateDetail::full, languages),
               .bounds = when.bounds(Reading::interval)};
  const Kind* kind = graph.vocabulary().find_kind(graph.kind(entity));
  if (kind != nullptr && kind->drawing_class == "event" && !when.is_interval()) {
    row.bounds = when.bounds(Reading::instant);
    row.mark = MomentMark{.reading = Reading::instant};
    set_attested(row, when);
    return row;
  }
  BarMark bar = bar_of({}, when, row.bounds);
  set_attested(row, when);
  // A single date of an agreement is its own, not that of a witness: no time around it is claimed.
  if (row.attested.empty() && attestation_of(bar, row.bounds)) bar.start = bar.end = BarEnd::sharp;
  row.mark = bar;
  return row;
}

/// "2014, 2018", each once, or the first and the last of many and how many there are.
std::string dates_of(const std::vector<GanttRow>& rows) {
  constexpr std::size_t shown_in_full = 3;
  std::vector<std::string> dates;
  for (const GanttRow& row : rows)
    if (std::find(dates.begin(), dates.end(), row.dates) == dates.end()) dates.push_back(row.dates);
  if (dates.size() > shown_in_full)
    return dates.front() + " \u2026 " + dates.back() + " (" + std::to_string(dates.size()) + ")";
  std::string text;
  for (const std::string& date : dates)
    text += text.empty() ? date : std::string(list_comma_of(rows.front().dates_language)) + date;
  return text;
}

/// One bar for all attestations of a tie, from the first to the last, each in it.
GanttRow joined(std::vector<GanttRow> rows) {
  std::sort(rows.begin(), rows.end(), [](const GanttRow& a, const GanttRow& b) {
    return a.bounds.end_min < b.bounds.end_min;
  });
  GanttRow row = rows.front();
  row.dates = dates_of(rows);
  row.bounds.start_max = row.attested.front().first;
  row.bounds.end_min = row.attested.front().last;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    row.lasted_between = false;
    row.attested.insert(row.attested.end(), rows[i].attested.begin(), rows[i].attested.end());
    row.bounds.end_min = std::max(row.bounds.end_min, row.attested.back().last);
    row.records.insert(row.records.end(), rows[i].records.begin(), rows[i].records.end());
    row.tooltip += "\n" + rows[i].tooltip;
  }
  return row;
}

/// Joins what is attested again and again of one tie, such as somebody's in an office.
void join_attestations(std::vector<GanttRow>& rows, const Graph& graph) {
  std::map<std::tuple<EntityId, std::string, Modality>, std::vector<GanttRow>> alike;
  std::vector<GanttRow> result;
  for (GanttRow& row : rows) {
    if (row.attested.empty() || state_of(row) == nullptr)
      result.push_back(std::move(row));
    else
      alike[{graph.from(graph.relation(row.relation).value()), row.type, state_of(row)->modality}]
          .push_back(std::move(row));
  }
  for (auto& [key, group] : alike)
    result.push_back(group.size() == 1 ? std::move(group.front()) : joined(std::move(group)));
  rows = std::move(result);
}

/// The years of the axis, with some more where a bar would have no room to fade: a twentieth.
void leave_room_to_fade(GanttChart& content) {
  constexpr int years_for_one = 20;
  constexpr int days_of_year = 365;
  const int years = to_civil(content.last).year - to_civil(content.first).year + 1;
  const int room = days_of_year * std::max(1, years / years_for_one);
  Day first = content.first;
  Day last = content.last;
  for (const GanttGroup& group : content.groups)
    for (const GanttRow& row : group.rows) {
      const BarMark* bar = state_of(row);
      if (bar == nullptr) continue;
      const Bounds& known = row.bounds;
      for (const Day day : {known.start_max, known.end_min, known.end_max})
        if (bar->start == BarEnd::unreported && is_calendar_day(day))
          first = std::min(first, day - room);
      for (const Day day : {known.start_min, known.start_max, known.end_min})
        if (bar->end == BarEnd::unreported && is_calendar_day(day))
          last = std::max(last, day + room);
    }
  if (is_calendar_day(first)) content.first = to_day({to_civil(first).year, 1, 1});
  if (is_calendar_day(last)) content.last = to_day({to_civil(last).year, 12, 31});
}

/// The first and the last day that the rows know of and that is asked about, as whole years.
void set_axis(GanttChart& content) {
  std::optional<Day> first;
  std::optional<Day> last;
  for (const GanttGroup& group : content.groups)
    for (const GanttRow& row : group.rows)
      for (const Day day :
           {row.bounds.start_min, row.bounds.start_max, row.bounds.end_min, row.bounds.end_max}) {
        if (!is_calendar_day(day)) continue;
        first = std::min(first.value_or(day), day);
        last = std::max(last.value_or(day), day);
      }
  if (first && content.asked)
    for (const Day day : {content.asked->first, content.asked->last}) {
      if (!is_calendar_day(day)) continue;
      first = std::min(*first, day);
      last = std::max(*last, day);
    }
  if (!first && content.asked && is_calendar_day(content.asked->first)) {
    first = content.asked->first;
    last = std::max(*first, content.asked->last);
  }
  if (!first || !is_calendar_day(*last)) return;
  content.first = to_day({to_civil(*first).year, 1, 1});
  content.last = to_day({to_civil(*last).year, 12, 31});
  leave_room_to_fade(content);
}

/// Rows in the order of the first day they may have begun or are known to have been.
auto order_of(const GanttRow& row) {
  const Day first = row.bounds.start_min != day_min ? row.bounds.start_min : row.bounds.end_min;
  return std::tuple(!row.relation.empty(), first, row.bounds.end_max,
                    std::string_view(row.relation));
}

Day first_day_of(const std::vector<GanttRow>& rows) {
  Day first = day_max;
  for (const GanttRow& row : rows) first = std::min(first, std::get<1>(order_of(row)));
  return first;
}

/// The mark of a row without its class, which the line beside it has as well.
Mark without_class(const GanttRow& row) {
  return std::visit(
      [](auto mark) -> Mark {
        mark.drawing_class.clear();
        return mark;
      },
      row.mark);
}

}  // namespace

bool has_place(const When& when, Reading reading) {
  return when.earliest() || when.latest() || when.start_state(reading) == EndState::open ||
         when.end_state(reading) == EndState::open;
}

GanttChart gantt_content(const Graph& graph, const SelectedFacts& facts, const Selection& selection,
                         const LanguagePreference& languages) {
  GanttChart content;
  const TieDates ties(graph, facts, selection);
  std::map<EntityId, std::vector<GanttRow>> rows;
  std::set<const Spell*> drawn;
  for (const SelectedRelation& selected : facts.relations) {
    const Spell* spell = ties.spell_of(selected.relation);
    const std::optional<When> when = ties.when(selected.relation);
    if (!spell || !when || !has_place(*when, graph.type(selected.relation).reading)) continue;
    if (drawn.insert(spell).second)
      rows[graph.to(selected.relation)].push_back(
          row_of(graph, ties, selected, *when, *spell, languages));
  }
  for (const EntityId entity : facts.entities)
    if (const std::optional<When> when = lifespan_of(graph, entity);
        when && has_place(*when, Reading::interval))
      rows[entity].push_back(lifespan_row_of(graph, entity, *when, languages));
  std::map<std::string, std::size_t, std::less<>> rank;
  for (const Kind& kind : graph.vocabulary().kinds()) rank.emplace(kind.id, rank.size());
  std::vector<std::tuple<std::size_t, Day, EntityId>> order;
  for (auto& [entity, group] : rows) {
    join_attestations(group, graph);
    std::sort(group.begin(), group.end(),
              [](const GanttRow& a, const GanttRow& b) { return order_of(a) < order_of(b); });
    order.emplace_back(rank[std::string(graph.kind(entity))], first_day_of(group), entity);
  }
  std::sort(order.begin(), order.end());
  for (const auto& [kind, day, entity] : order) {
    const Entity record = graph.record(entity);
    const Kind* known = graph.vocabulary().find_kind(record.kind);
    content.groups.push_back({.id = record.id,
                              .kind = record.kind,
                              .mark = {.drawing_class = known ? known->drawing_class : record.kind},
                              .names = names_of(record, languages),
                              .rows = std::move(rows[entity])});
  }
  if (!selection.as_of.empty()) content.asked = Window::parse(selection.as_of);
  content.as_of = selection.as_of;
  set_axis(content);
  return content;
}

std::vector<LegendEntry> gantt_legend(const GanttChart& content, const Vocabulary& vocabulary,
                                      const Style& style, const LanguagePreference& languages) {
  Legend legend(vocabulary, style, languages);
  for (const GanttGroup& group : content.groups) {
    legend.add_entity(group.kind, group.mark);
    for (const GanttRow& row : group.rows) {
      if (!row.type.empty()) legend.add_relation(row.type, row.line);
      legend.add(without_class(row));
    }
  }
  if (content.asked)
    legend.add(DayMark{},
               {worded(Word::as_of, languages, drawable(short_date_of(content.as_of, languages))),
                word(Word::as_of, languages).language});
  return legend.entries();
}

}  // namespace entente
