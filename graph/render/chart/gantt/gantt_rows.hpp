#pragma once

/// What a Gantt picture shows, before it is drawn.

#include <optional>
#include <string>
#include <vector>

#include <entente/render/diagram.hpp>
#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

namespace entente {

/// One relation. Days are limited to the axis by whoever draws.
struct GanttRow {
  std::string relation = {};
  Phrase who = {};  ///< the other end
  std::string dates = {};
  std::string drawing_class = {};
  std::string tooltip = {};
  Phrase mark = {};
  Reading reading = Reading::interval;
  Bounds bounds = {};
  EndState start = EndState::known;
  EndState end = EndState::known;
  Verdict certainty = Verdict::yes;
  Emphasis emphasis = Emphasis::normal;
  std::vector<std::size_t> notes = {};  ///< numbers of its sources
};

/// Rows that lead to one entity.
struct GanttGroup {
  std::string id = {};
  std::string drawing_class = {};
  std::vector<Phrase> names = {};
  Emphasis emphasis = Emphasis::normal;
  std::vector<GanttRow> rows = {};
};

struct GanttMatter {
  std::vector<GanttGroup> groups = {};  ///< by kind, then by their first day
  std::size_t undated = 0;
  Day first = 0;                     ///< of the axis: the first day of a year
  Day last = 0;                      ///< the last day of a year
  std::optional<Window> asked = {};  ///< the days that the picture is as of
  std::string as_of = {};            ///< as they are written
};

[[nodiscard]] GanttMatter gantt_matter(const Graph& graph, const SelectedFacts& facts,
                                       const Selection& selection,
                                       const LanguagePreference& languages);

/// The kinds of the groups, the types of the bars, and the marks that occur. `diagram` holds the
/// legend of the same relations drawn as a graph.
[[nodiscard]] std::vector<LegendEntry> gantt_legend(const Diagram& diagram,
                                                    const GanttMatter& matter,
                                                    const LanguagePreference& languages);

}  // namespace entente
