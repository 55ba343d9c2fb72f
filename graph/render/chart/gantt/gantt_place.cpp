#include "render/chart/gantt/gantt_place.hpp"

#include <algorithm>

#include "render/chart/gantt/gantt_text.hpp"

namespace entente {
namespace {

constexpr double usual_axis = 620;
constexpr double widest_page = 1600;  // on a larger one everything is drawn larger
constexpr double beside_note = 8;
constexpr double beside_bar = 6;
constexpr double beside_axis = bar_arrow + 4;
constexpr double narrowest_bar = 2;

}  // namespace

GanttWidths gantt_widths(double page) {
  constexpr double narrow = 520;
  constexpr double column = 760;
  if (page < narrow) return {.label = 0, .note = 120, .least_axis = 72};
  if (page < column) return {.label = 178, .note = 180, .least_axis = 130};
  return {};
}

GanttPlaces::GanttPlaces(const GanttChart& chart, double width)
    : content_(chart), widths_(gantt_widths(width)) {
  place_groups();
  constexpr double least_note = 40;
  fill_width(width);
  for (int i = 0; i < 4 && furniture_.size.width > width && widths_.note > least_note; ++i) {
    widths_.note = std::max(least_note, widths_.note - (furniture_.size.width - width) - 1);
    fill_width(width);
  }
  constexpr double shortest_axis = 40;
  for (int i = 0; i < 4 && furniture_.size.width > width && widths_.least_axis > shortest_axis;
       ++i) {
    widths_.least_axis =
        std::max(shortest_axis, widths_.least_axis - (furniture_.size.width - width) - 1);
    fill_width(width);
  }
}

double GanttPlaces::height_on(const GanttChart& chart, double width) {
  GanttPlaces places(chart, gantt_widths(width));
  places.place_groups();
  return furnish(chart.page, {inner_width_of(chart.page, width), places.body_.height}).size.height;
}

GanttPlaces::GanttPlaces(const GanttChart& chart) : content_(chart) {
  place_groups();
  if (chart.page.size)
    fit_into(*chart.page.size);
  else
    set_axis(usual_axis);
}

/// Groups below one another, and the years anew wherever the last are far above.
void GanttPlaces::place_groups() {
  constexpr double far = 700;
  double y = 0;
  for (const GanttGroup& group : content_.groups) {
    if (axes_.empty() || y - axes_.back() > far) {
      axes_.push_back(y);
      y += gantt_axis_height;
    }
    tops_.push_back(y);
    y += height_of(group);
  }
  if (axes_.empty()) axes_.push_back(0);
  body_.height = std::max(y, gantt_axis_height);
}

/// The page with an axis so long.
void GanttPlaces::set_axis(double length) {
  axis_ = length;
  const double before = left_of_axis();
  body_.width = before + axis_;
  for (const GanttGroup& group : content_.groups)
    for (const GanttRow& row : group.rows)
      body_.width = std::max(
          body_.width, before + note_of_row(row) + 4 + note_of(row, widths_).width + beside_note);
  furniture_ = furnish(content_.page, body_);
}

/// The longest axis with which the drawing is no wider than that.
void GanttPlaces::fill_width(double width) {
  constexpr int halvings = 12;
  double shorter = widths_.least_axis;
  double longer = std::max(shorter, width - left_of_axis());
  for (int i = 0; i < halvings; ++i) {
    const double middle = (shorter + longer) / 2;
    set_axis(middle);
    (furniture_.size.width > width ? longer : shorter) = middle;
  }
  set_axis(shorter);
}

/// Time takes the width of the page; where the rows need more than its height, the drawing is as
/// wide as it will be once it is made smaller.
void GanttPlaces::fit_into(const Size& size) {
  fill_width(std::min(size.width, widest_page));
  const double width = furniture_.size.height * size.width / size.height;
  if (width > furniture_.size.width + 1) fill_width(std::min(width, widest_page));
}

double GanttPlaces::left() const {
  return furniture_.body.x + left_of_axis();
}

double GanttPlaces::left_of_axis() const {
  return widths_.named_above() ? beside_axis : widths_.label;
}

double GanttPlaces::heading_room() const {
  constexpr double above = 220;
  return widths_.named_above() ? above : widths_.label - 34 - beside_axis;
}

double GanttPlaces::above_bars(const GanttGroup& group) const {
  return widths_.named_above() ? size_of(heading_of(group, heading_room())).height + 1 : 0;
}

double GanttPlaces::height_of(const GanttGroup& group) const {
  const double heading = size_of(heading_of(group, heading_room())).height + 2;
  const double bars = gantt_row_height * static_cast<double>(group.rows.size());
  return std::max(heading, above_bars(group) + bars) + gantt_group_gap;
}

double GanttPlaces::offset_of(Day day) const {
  const Day within = std::clamp(day, content_.first, content_.last);
  return axis_ * (within - content_.first) /
         std::max(1.0, static_cast<double>(content_.last - content_.first));
}

namespace {

bool known(Day day) {
  return is_calendar_day(day);
}

/// An end that pales: nothing is reported of it, though another relation may close it.
bool pales(BarEnd end) {
  return end == BarEnd::unreported || end == BarEnd::inferred;
}

}  // namespace

/// The days on which it certainly lasted, from the axis' beginning; where there are none, the day
/// from which or up to which it pales, else the days on some of which it lasted.
BarPlace GanttPlaces::middle_of(const Bounds& b, const BarMark& bar) const {
  const bool open = bar.end == BarEnd::open;
  const bool always = bar.start == BarEnd::open;
  BarPlace place;
  if (b.start_max <= b.end_min && (always || known(b.start_max)) && (open || known(b.end_min))) {
    place.sure_from = always ? 0 : offset_of(b.start_max);
    place.sure_to = open ? axis_ : offset_of(b.end_min);
  } else if (pales(bar.end) && bar.start != BarEnd::unreported && known(b.start_max)) {
    place.sure_from = place.sure_to = offset_of(b.start_max);
  } else if (bar.start == BarEnd::unreported && !pales(bar.end) && known(b.end_min)) {
    place.sure_from = place.sure_to = offset_of(b.end_min);
  } else if (bar.end == BarEnd::unreported && !known(b.start_max) && known(b.start_min)) {
    place.lasted = Lasted::at_some_time;  // it began on that day or later
    place.sure_from = place.sure_to = offset_of(b.start_min);
  } else if (bar.start == BarEnd::unreported && !known(b.end_min) && known(b.end_max)) {
    place.lasted = Lasted::at_some_time;
    place.sure_from = place.sure_to = offset_of(b.end_max);
  } else {
    place.lasted = Lasted::at_some_time;
    place.sure_from = offset_of(known(b.start_min) ? b.start_min : b.end_min);
    place.sure_to = offset_of(known(b.end_max)     ? b.end_max
                              : known(b.start_max) ? b.start_max
                                                   : content_.last);
  }
  if (open) place.sure_to = axis_;
  if (always) place.sure_from = 0;
  return place;
}

/// To the edge of the axis, or to the day asked about where that is far enough to fade.
double GanttPlaces::fading_end_of(double sure_to) const {
  constexpr double share_for_one = 20;
  if (!content_.asked) return axis_;
  const double day = offset_of(content_.asked->last);
  return day - sure_to >= axis_ / share_for_one ? day : axis_;
}

BarPlace GanttPlaces::place_of(const GanttRow& row, const BarMark& bar) const {
  const Bounds& b = row.bounds;
  BarPlace place = middle_of(b, bar);
  if (place.sure_to < place.sure_from + narrowest_bar && !pales(bar.end) &&
      bar.doubt != Why::witness)
    place.sure_to = place.sure_from + narrowest_bar;
  const bool ends = bar.end == BarEnd::coarse || bar.end == BarEnd::inferred;
  place.from = bar.start == BarEnd::coarse       ? std::min(offset_of(b.start_min), place.sure_from)
               : bar.start == BarEnd::unreported ? 0
                                                 : place.sure_from;
  place.to = ends                            ? std::max(offset_of(b.end_max), place.sure_to)
             : bar.end == BarEnd::unreported ? fading_end_of(place.sure_to)
                                             : place.sure_to;
  for (const AttestedDays& days : row.attested)
    place.attested.push_back({offset_of(days.first), offset_of(days.last + 1)});
  place.lasted_between = row.lasted_between;
  return place;
}

double GanttPlaces::end_of(const GanttRow& row) const {
  if (const BarMark* bar = state_of(row)) {
    const double to = place_of(row, *bar).to;
    return bar->end == BarEnd::open ? to + bar_arrow : to;
  }
  const double from =
      offset_of(row.attested.empty() ? row.bounds.start_min : row.attested.back().first);
  const double to = offset_of(row.bounds.end_max);
  return std::max(to, (from + to) / 2 + half_diamond);
}

double GanttPlaces::line_of(const GanttRow& row) const {
  return end_of(row) + beside_bar;
}

double GanttPlaces::note_of_row(const GanttRow& row) const {
  return line_of(row) + (row.type.empty() ? 0 : gantt_line_sample + 4);
}

}  // namespace entente
