#pragma once

/// What a Gantt picture shows, before it is drawn.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <entente/model/vocabulary.hpp>
#include <entente/render/diagram.hpp>
#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

namespace entente {

/// A tie without a gap, or the lifespan of the group's own entity, which has no relation. Days are
/// limited to the axis by whoever draws.
struct GanttRow {
  std::string relation = {};              ///< the first that is selected
  std::vector<std::string> records = {};  ///< all that tell of it
  std::string type = {};
  Phrase who = {};  ///< the other end
  std::string dates = {};
  std::string dates_language = {};
  LineMark line = {};                           ///< of its type, beside the bar
  std::variant<BarMark, MomentMark> mark = {};  ///< a state or an act
  std::string tooltip = {};
  Phrase report = {};  ///< what it is if it is not a fact
  Bounds bounds = {};
  std::vector<Day> attested = {};  ///< where several attestations are one bar: a day of each
  Emphasis emphasis = Emphasis::normal;
  std::vector<std::size_t> notes = {};  ///< numbers of its sources

  /// The state, or nullptr for an act.
  [[nodiscard]] const BarMark* state() const { return std::get_if<BarMark>(&mark); }
  [[nodiscard]] Why doubt() const {
    return std::visit([](const auto& each) { return each.doubt; }, mark);
  }
};

/// Rows that lead to one entity.
struct GanttGroup {
  std::string id = {};
  std::string kind = {};
  NodeMark mark = {};
  std::vector<Phrase> names = {};
  Emphasis emphasis = Emphasis::normal;
  std::vector<GanttRow> rows = {};
};

struct GanttContent {
  std::vector<GanttGroup> groups = {};  ///< by kind, then by their first day
  Day first = {};                       ///< of the axis: the first day of a year
  Day last = {};                        ///< the last day of a year; `first` where no day is known
  std::optional<Window> asked = {};     ///< the days that the picture is as of
  std::string as_of = {};               ///< as they are written
};

/// Whether a date has a place along an axis: a day is known of it, or that it has no beginning or
/// end.
[[nodiscard]] bool has_place(const When& when, Reading reading);

/// What has no place along the axis is left out.
[[nodiscard]] GanttContent gantt_content(const Graph& graph, const SelectedFacts& facts,
                                         const Selection& selection,
                                         const LanguagePreference& languages);

/// The kinds of the groups, the types of the bars, and the marks that occur.
[[nodiscard]] std::vector<LegendEntry> gantt_legend(const GanttContent& content,
                                                    const Vocabulary& vocabulary,
                                                    const Style& style,
                                                    const LanguagePreference& languages);

}  // namespace entente
