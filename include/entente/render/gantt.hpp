#pragma once

/// Relations as bars and diamonds along a time axis: first as a value, which a program may look
/// into and change, then as SVG.

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>
#include <entente/time/bounds.hpp>
#include <entente/time/window.hpp>

namespace ENTENTE_API entente {

/// Days on one of which something is attested.
struct AttestedDays {
  Day first = {};  ///< of a year, say
  Day last = {};   ///< the same where the day is known

  /// Member by member.
  friend bool operator==(const AttestedDays&, const AttestedDays&) = default;
};

/// A tie without a gap, or the lifespan of the group's own entity, which has no relation.
struct GanttRow {
  std::string relation = {};                    ///< id of the first that is selected, or ""
  std::vector<std::string> records = {};        ///< ids of all that report it
  std::string type = {};                        ///< id of its type; "" of a lifespan
  Phrase who = {};                              ///< the other end
  std::string dates = {};                       ///< in words
  std::string dates_language = {};              ///< of these words
  LineMark line = {};                           ///< of its type, beside the bar
  std::variant<BarMark, MomentMark> mark = {};  ///< a state or an act
  std::string tooltip = {};                     ///< a sentence
  Phrase report = {};                           ///< what it is if it is not a fact
  Bounds bounds = {};  ///< the days that the bar lasts; drawn as far as the axis goes
  std::vector<AttestedDays> attested = {};  ///< where it is known of some days only: these
  bool lasted_between = false;           ///< whether it lasted from the first of them to the last
  Emphasis emphasis = Emphasis::normal;  ///< how strongly it is drawn
  std::vector<std::size_t> notes = {};   ///< numbers of its sources
};

/// Rows that lead to one entity.
struct GanttGroup {
  std::string id = {};                   ///< of the entity
  std::string kind = {};                 ///< of the entity
  NodeMark mark = {};                    ///< how it is drawn
  std::vector<Phrase> names = {};        ///< one a language asked for, without repetitions
  Emphasis emphasis = Emphasis::normal;  ///< how strongly it is drawn
  std::vector<GanttRow> rows = {};       ///< from top to bottom
};

/// Bars along a time axis before they are drawn.
struct GanttChart {
  Page page = {};                       ///< what stands around it
  std::vector<GanttGroup> groups = {};  ///< by kind, then by their first day
  Day first = {};                       ///< of the axis: the first day of a year
  Day last = {};                        ///< the last day of a year; `first` where no day is known
  std::optional<Window> asked = {};     ///< the days that the picture is as of
  std::string as_of = {};               ///< as they are written
  std::size_t left_out = 0;             ///< entities that the limit left out
};

/// The picture and how many entities it leaves out; its subtitle says the same.
struct GanttPicture {
  std::string svg = {};                         ///< the whole page
  std::size_t left_out = 0;                     ///< the least important, with their relations
  std::vector<std::string> further_pages = {};  ///< where not all fits on one
};

/// What the selected relations say of when, grouped by what they lead to. Undated relations are
/// counted below the title and left out. Of more than `max_entities` the highlighted and those best
/// tied to one another are kept.
/// @throws InvalidArgument as Graph::facts, LimitReached `too-many-rows` beyond 800 relations.
[[nodiscard]] GanttChart gantt_chart(const Graph& graph, const Selection& selection = {},
                                     const DiagramOptions& options = {});

/// States are bars, acts diamonds. What is not known is seen: a bar of which no beginning or end is
/// reported fades to the edge of the axis, or to the day asked about where that is far enough; of a
/// tie that is attested on some days these are darkest. An open end is an arrow; plans and the like
/// are outlined. The line beside a bar leads from whom the row names to the group's entity.
/// SVG as of write_svg: ids, classes, tooltips, nothing that acts; the same chart, the same bytes.
/// @throws InvalidArgument `bad-chart` where the axis ends before it begins, or has one limit.
[[nodiscard]] std::string to_svg(const GanttChart& chart);

/// As to_svg; where the chart's page is too small for all of it in text of `least_readable` points,
/// the bars go on on further pages. At least one page, each an SVG text.
/// @throws InvalidArgument as to_svg.
[[nodiscard]] std::vector<std::string> to_svg_pages(const GanttChart& chart);

/// Both at once, on as many pages as to_svg_pages.
[[nodiscard]] GanttPicture gantt_picture(const Graph& graph, const Selection& selection = {},
                                         const DiagramOptions& options = {});

}  // namespace entente
