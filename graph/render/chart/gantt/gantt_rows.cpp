#include "render/chart/gantt/gantt_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <entente/words/sentence.hpp>

#include "render/diagram/dates.hpp"
#include "render/diagram/wording.hpp"
#include "words/picture_words.hpp"
#include "render/label/label.hpp"
#include "render/mark/date_marks.hpp"

namespace entente {
namespace {

std::string joined(const std::vector<std::string>& tags) {
  std::string text;
  for (const std::string& tag : tags) text += (text.empty() ? "" : ",") + tag;
  return text;
}

/// What was known by the day that a selection asks about; everything without one.
class Knowledge {
 public:
  Knowledge(const Graph& graph, const Selection& selection) : graph_(graph), selection_(selection) {
    if (selection.known_at.empty()) return;
    for (const SelectedRelation& row :
         graph.facts({.known_at = selection.known_at, .keep = Keep::certain_only}).relations)
      known_.insert(row.relation);
  }

  /// A relation's bounds, closed by others only if these were known already.
  [[nodiscard]] Bounds bounds(RelationId relation) const {
    const auto closer = graph_.inferred_from(relation);
    const bool unknown_yet = closer && !selection_.known_at.empty() && !known_.contains(*closer);
    return graph_.bounds(relation, unknown_yet ? Inference::off : selection_.inference);
  }

 private:
  const Graph& graph_;
  const Selection& selection_;
  std::set<RelationId> known_;
};

GanttRow row_of(const Graph& graph, const SelectedRelation& selected, const When& when,
                const Knowledge& knowledge, const LanguagePreference& languages) {
  const RelationType& type = graph.type(selected.relation);
  GanttRow row{.relation = std::string(graph.id(selected.relation)),
               .who = names_of(graph.record(graph.from(selected.relation)), languages).front(),
               .dates = shown(when, DateDetail::years),
               .drawing_class = type.drawing_class,
               .tooltip = describe(graph, selected.relation, joined(languages.tags())),
               .mark = modality_mark(graph.modality(selected.relation), languages),
               .reading = type.reading,
               .bounds = knowledge.bounds(selected.relation),
               .start = when.start_state(type.reading),
               .end = when.end_state(type.reading),
               .certainty = selected.verdict};
  return row;
}

/// The first and the last day that the rows know of and that is asked about, as whole years.
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
  if (first && matter.asked)
    for (const Day day : {matter.asked->first, matter.asked->last}) {
      if (!is_calendar_day(day)) continue;
      first = std::min(*first, day);
      last = std::max(*last, day);
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

/// What of a row the legend explains.
std::set<LegendKind> kinds_of(const GanttRow& row) {
  std::set<LegendKind> result;
  if (row.certainty == Verdict::maybe) result.insert(LegendKind::possible_bar);
  if (row.reading == Reading::instant) {
    result.insert(LegendKind::act);
    return result;
  }
  const Bounds& b = row.bounds;
  result.insert(LegendKind::state);
  if (b.start_min < b.start_max || b.end_min < b.end_max) result.insert(LegendKind::fading);
  if (row.end == EndState::open) result.insert(LegendKind::open_end);
  if ((row.end == EndState::unknown && b.end_max == day_max) ||
      (row.start == EndState::unknown && b.start_min == day_min))
    result.insert(LegendKind::unknown_end);
  return result;
}

/// Whether one of some drawing classes looks as the entry's.
bool shows(const LegendEntry& entry, const std::set<std::string>& classes, const Style& style) {
  const NodeStyle& shown = node_style(style, entry.drawing_class);
  return std::any_of(classes.begin(), classes.end(), [&](const std::string& each) {
    const NodeStyle& look = node_style(style, each);
    return look.shape == shown.shape && look.line == shown.line;
  });
}

}  // namespace

GanttMatter gantt_matter(const Graph& graph, const SelectedFacts& facts, const Selection& selection,
                         const LanguagePreference& languages) {
  GanttMatter matter;
  const Knowledge knowledge(graph, selection);
  std::map<EntityId, std::vector<GanttRow>> rows;
  for (const SelectedRelation& selected : facts.relations) {
    const std::optional<When> when = graph.when(selected.relation);
    if (when && (when->earliest() || when->latest()))
      rows[graph.to(selected.relation)].push_back(
          row_of(graph, selected, *when, knowledge, languages));
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
  if (!selection.as_of.empty()) matter.asked = Window::parse(selection.as_of);
  matter.as_of = selection.as_of;
  set_axis(matter);
  return matter;
}

std::vector<LegendEntry> gantt_legend(const Diagram& diagram, const GanttMatter& matter,
                                      const LanguagePreference& languages) {
  std::set<std::string> kinds;
  std::set<std::string> types;
  std::set<std::string> marks;
  std::set<LegendKind> occurring;
  std::set<LegendKind> dates;
  for (const GanttGroup& group : matter.groups) {
    kinds.insert(node_style(diagram.style, group.drawing_class).drawing_class);
    for (const GanttRow& row : group.rows) {
      types.insert(edge_style(diagram.style, row.drawing_class).drawing_class);
      marks.insert(row.mark.text);
      occurring.merge(kinds_of(row));
      dates.merge(date_marks_in(row.dates));
    }
  }
  std::vector<LegendEntry> legend;
  for (const LegendEntry& entry : diagram.legend) {
    if (entry.kind == LegendKind::node && shows(entry, kinds, diagram.style))
      legend.push_back(entry);
    if (entry.kind != LegendKind::edge || !types.contains(entry.drawing_class)) continue;
    legend.push_back(entry);
    legend.back().kind = LegendKind::bar;
  }
  for (const auto& [kind, which] :
       {std::pair(LegendKind::state, Word::state), std::pair(LegendKind::act, Word::act),
        std::pair(LegendKind::fading, Word::fading),
        std::pair(LegendKind::open_end, Word::open_end),
        std::pair(LegendKind::unknown_end, Word::unknown_end),
        std::pair(LegendKind::possible_bar, Word::possible_legend)})
    if (occurring.contains(kind)) legend.push_back({.kind = kind, .label = word(which, languages)});
  if (matter.asked)
    legend.push_back({.kind = LegendKind::asked_day,
                      .label = {worded(Word::as_of, languages, drawable(matter.as_of)),
                                word(Word::as_of, languages).language}});
  explain_date_marks(legend, dates, languages);
  Phrase said;
  for (const Modality modality :
       {Modality::plan, Modality::expectation, Modality::claim, Modality::derived})
    if (const Phrase mark = modality_mark(modality, languages); marks.contains(mark.text))
      said = listed(std::move(said), mark);
  if (!said.text.empty())
    legend.push_back({.kind = LegendKind::outlined_bar, .label = std::move(said)});
  return legend;
}

}  // namespace entente
