#pragma once

/// Where the groups, rows and bars of a Gantt picture stand.

#include <vector>

#include "render/chart/gantt/gantt_rows.hpp"
#include "render/diagram/drawing.hpp"
#include "render/mark/bar_mark.hpp"

namespace entente {

/// What a page's width leaves to the parts of a row, in points.
struct GanttWidths {
  double label = 232;       ///< of the names at the left; they stand above their bars if 0
  double note = 240;        ///< at most, behind a bar
  double least_axis = 160;  ///< of time

  /// Whether names have no room at the left.
  [[nodiscard]] bool named_above() const { return label == 0; }
};

/// Those of a page so wide.
[[nodiscard]] GanttWidths gantt_widths(double page);

/// Time from left to right, groups from top to bottom, the page around them.
class GanttPlaces {
 public:
  /// As wide as the page allows, else as usual. @pre `chart` outlives it.
  explicit GanttPlaces(const GanttChart& chart);
  /// On a page of that width. @pre `chart` outlives it.
  GanttPlaces(const GanttChart& chart, double width);

  /// How high the whole is on a page of that width.
  [[nodiscard]] static double height_on(const GanttChart& chart, double width);

  [[nodiscard]] const Furniture& furniture() const { return furniture_; }
  [[nodiscard]] Size body() const { return body_; }
  /// Of the axis in points.
  [[nodiscard]] double length() const { return axis_; }
  /// Where the axis begins on the page.
  [[nodiscard]] double left() const;
  /// Tops of the groups, and of the rows of years, from the body's top.
  [[nodiscard]] const std::vector<double>& tops() const { return tops_; }
  [[nodiscard]] const std::vector<double>& years() const { return axes_; }
  /// Of a group with its gap.
  [[nodiscard]] double height_of(const GanttGroup& group) const;
  /// How far below a group's top its bars begin.
  [[nodiscard]] double above_bars(const GanttGroup& group) const;
  /// For a group's name: a bar may have an arrow before the axis.
  [[nodiscard]] double heading_room() const;
  [[nodiscard]] const GanttWidths& widths() const { return widths_; }

  /// From the axis' beginning.
  [[nodiscard]] double offset_of(Day day) const;
  /// Of a state, from the axis' beginning; y is 0.
  [[nodiscard]] BarPlace place_of(const GanttRow& row, const BarMark& bar) const;
  /// Where a row's drawing ends and its note may begin, from the axis' beginning.
  [[nodiscard]] double end_of(const GanttRow& row) const;
  /// Where the line of its type begins, if it has one, and where its note begins.
  [[nodiscard]] double line_of(const GanttRow& row) const;
  [[nodiscard]] double note_of_row(const GanttRow& row) const;

 private:
  GanttPlaces(const GanttChart& chart, GanttWidths widths) : content_(chart), widths_(widths) {}

  [[nodiscard]] double fading_end_of(double sure_to) const;
  [[nodiscard]] BarPlace middle_of(const Bounds& bounds, const BarMark& bar) const;
  [[nodiscard]] double left_of_axis() const;
  void place_groups();
  void set_axis(double length);
  void fill_width(double width);
  void fit_into(const Size& size);

  const GanttChart& content_;
  GanttWidths widths_;
  double axis_ = 0;
  std::vector<double> tops_;
  std::vector<double> axes_;
  Size body_;
  Furniture furniture_;
};

inline constexpr double gantt_axis_height = 22;
inline constexpr double gantt_row_height = 14;
inline constexpr double gantt_group_gap = 10;
inline constexpr double gantt_line_sample = 17;  // of the type's line and head, beside a bar

}  // namespace entente
