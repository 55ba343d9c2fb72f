#pragma once

/// Where the groups, rows and bars of a Gantt picture stand.

#include <vector>

#include "render/chart/gantt/gantt_rows.hpp"
#include "render/diagram/drawing.hpp"
#include "render/mark/bar_mark.hpp"

namespace entente {

/// Time from left to right, groups from top to bottom, the page around them.
class GanttPlaces {
 public:
  /// As wide as the page allows, else as usual. @pre `content` outlives it.
  GanttPlaces(const Page& page, const GanttContent& content);

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
  [[nodiscard]] static double height_of(const GanttGroup& group);

  /// From the axis' beginning.
  [[nodiscard]] double offset_of(Day day) const;
  /// Of a state, from the axis' beginning; y is 0.
  [[nodiscard]] BarPlace place_of(const GanttRow& row, const BarMark& bar) const;
  /// Where a row's drawing ends and its note may begin, from the axis' beginning.
  [[nodiscard]] double end_of(const GanttRow& row) const;

 private:
  [[nodiscard]] BarPlace middle_of(const Bounds& bounds, const BarMark& bar) const;
  void place_groups();
  void set_axis(double length);
  void fill_width(double width);
  void fit_into(const Size& size);

  const Page& page_;
  const GanttContent& content_;
  double axis_ = 0;
  std::vector<double> tops_;
  std::vector<double> axes_;
  Size body_;
  Furniture furniture_;
};

inline constexpr double gantt_label_width = 232;
inline constexpr double gantt_axis_height = 22;
inline constexpr double gantt_row_height = 14;
inline constexpr double gantt_group_gap = 10;
inline constexpr double gantt_line_sample = 17;  // of the type's line and head, beside a bar
inline constexpr double gantt_least_fade = 26;   // of an end of which nothing is reported
/// Of a group's name: a bar may fade in before the axis.
inline constexpr double gantt_heading_room = gantt_label_width - 34 - gantt_least_fade;

}  // namespace entente
