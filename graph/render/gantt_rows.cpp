#include "render/gantt_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <entente/network/sentence.hpp>

#include "render/dates.hpp"
#include "render/label.hpp"
#include "render/wording.hpp"
#include "render/words.hpp"

namespace entente {
namespace {

std::string joined(const std::vector<std::string>& tags) {
  std::string text;
  for (const std::string& tag : tags) text += (text.empty() ? "" : ",") + tag;
  return text;
}

GanttRow row_of(const Graph& graph, const SelectedRelation& selected, const When& when,
                const Selection& selection, const LanguagePreference& languages) {
  const RelationType& type = graph.type(selected.relation);
  GanttRow row{.relation = std::string(graph.id(selected.relation)),
               .who = names_of(graph.record(graph.from(selected.relation)), languages).front(),
               .dates = shown(when, DateDetail::years),
               .drawing_class = type.drawing_class,
               .tooltip = describe(graph, selected.relation, joined(languages.tags())),
               .mark = modality_mark(graph.modality(selected.relation), languages),
               .reading = type.reading,
               .bounds = graph.bounds(selected.relation, selection.inference),
               .start = when.start_state(type.reading),
               .end = when.end_state(type.reading),
               .certainty = selected.verdict};
  return row;
}

/// The first and the last day that the rows know of, as whole years.
void set_axis(GanttMatter& matter) {
  std::optional<Day> first;
  std::optional<Day> last;
  for (const GanttGroup& group : matter.groups)
    for (const GanttRow& row : group.rows)
      for (const Day day :
           {row.bounds.start_min, row.bounds.start_max, row.bounds.end_min, row.bounds.end_max}) {
        if (!is_calendar_day(day)) continue;
        first = std::min(first.value_or(day), day);
        last = std::max(last.value_or(day), day);
      }
  if (!first) return;
  matter.first = to_day({to_civil(*first).year, 1, 1});
  matter.last = to_day({to_civil(*last).year, 12, 31});
}

/// Rows in the order of the first day they may have begun or are known to have been.
auto order_of(const GanttRow& row) {
  const Day first = row.bounds.start_min != day_min ? row.bounds.start_min : row.bounds.end_min;
  return std::tuple(first, row.bounds.end_max, std::string_view(row.relation));
}

}  // namespace

GanttMatter gantt_matter(const Graph& graph, const SelectedFacts& facts, const Selection& selection,
                         const LanguagePreference& languages) {
  GanttMatter matter;
  std::map<EntityId, std::vector<GanttRow>> rows;
  for (const SelectedRelation& selected : facts.relations) {
    const std::optional<When> when = graph.when(selected.relation);
    if (when && (when->earliest() || when->latest()))
      rows[graph.to(selected.relation)].push_back(
          row_of(graph, selected, *when, selection, languages));
    else
      ++matter.undated;
  }
  std::map<std::string, std::size_t, std::less<>> rank;
  for (const Kind& kind : graph.vocabulary().kinds()) rank.emplace(kind.id, rank.size());
  std::vector<std::tuple<std::size_t, Day, EntityId>> order;
  for (auto& [entity, group] : rows) {
    std::sort(group.begin(), group.end(),
              [](const GanttRow& a, const GanttRow& b) { return order_of(a) < order_of(b); });
    order.emplace_back(rank[std::string(graph.kind(entity))], std::get<0>(order_of(group.front())),
                       entity);
  }
  std::sort(order.begin(), order.end());
  for (const auto& [kind, day, entity] : order) {
    const Entity record = graph.record(entity);
    const Kind* known = graph.vocabulary().find_kind(record.kind);
    matter.groups.push_back({.id = record.id,
                             .drawing_class = known ? known->drawing_class : record.kind,
                             .names = names_of(record, languages),
                             .rows = std::move(rows[entity])});
  }
  set_axis(matter);
  return matter;
}

}  // namespace entente
