#pragma once

/// What a Gantt picture shows of a graph.

#include <variant>
#include <vector>

#include <entente/model/vocabulary.hpp>
#include <entente/render/gantt.hpp>
#include <entente/time/when.hpp>

namespace entente {

/// The state of a row, or nullptr for an act.
[[nodiscard]] inline const BarMark* state_of(const GanttRow& row) {
  return std::get_if<BarMark>(&row.mark);
}

/// Whether a date has a place along an axis: a day is known of it, or that it has no beginning or
/// end.
[[nodiscard]] bool has_place(const When& when, Reading reading);

/// The groups and the axis, without a page. What has no place along the axis is left out.
[[nodiscard]] GanttChart gantt_content(const Graph& graph, const SelectedFacts& facts,
                                       const Selection& selection,
                                       const LanguagePreference& languages);

/// The kinds of the groups, the types of the bars, and the marks that occur.
[[nodiscard]] std::vector<LegendEntry> gantt_legend(const GanttChart& content,
                                                    const Vocabulary& vocabulary,
                                                    const Style& style,
                                                    const LanguagePreference& languages);

}  // namespace entente
