#include "render/chart/gantt/gantt_drawer.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "render/chart/gantt/gantt_text.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/route/arrow.hpp"
#include "render/svg/draw_svg.hpp"

namespace entente {
namespace {

constexpr double label_width = 232;
constexpr double usual_axis = 620;
constexpr double least_axis = 160;
constexpr double widest_page = 1600;  // on a larger one everything is drawn larger
constexpr double axis_height = 22;
constexpr double row_height = 14;
constexpr double bar_height = 9;
constexpr double group_gap = 10;
constexpr double fade = 26;                               // of an end of which no limit is known
constexpr double heading_room = label_width - 34 - fade;  // a bar may fade in before the axis
constexpr double arrow = 8;
constexpr double question_mark = 8;  // from the end of a fade to the sign in it
constexpr double sample = 17;        // of the type's line and head, beside a bar
constexpr double beside_note = 8;

constexpr Font small_font{8};

/// Where along the axis a state lies, in points from its beginning.
struct Extent {
  double from = 0;       ///< where it may have begun
  double sure_from = 0;  ///< the days it certainly held, else those in which it held at some time
  double sure_to = 0;
  double to = 0;
  bool certain = true;
};

class GanttDrawer {
 public:
  GanttDrawer(const Diagram& diagram, const GanttMatter& matter)
      : diagram_(diagram), matter_(matter) {
    place_groups();
    if (diagram.page)
      fit_into(*diagram.page);
    else
      set_axis(usual_axis);
  }

  std::string svg() {
    open_page(svg_, diagram_, furniture_, gantt_rules(diagram_.style, classes()));
    define_fades();
    const double top = furniture_.body.y;
    for (std::size_t i = 0; i < tops_.size(); ++i)
      draw_band(top + tops_[i], height_of(matter_.groups[i]) - group_gap);
    draw_axis();
    draw_asked_days();
    for (std::size_t i = 0; i < tops_.size(); ++i) draw_group(matter_.groups[i], top + tops_[i]);
    write_furniture(svg_, diagram_, furniture_);
    return svg_.take();
  }

 private:
  /// Groups below one another, and the years anew wherever the last are far above.
  void place_groups() {
    constexpr double far = 700;
    double y = 0;
    for (const GanttGroup& group : matter_.groups) {
      if (axes_.empty() || y - axes_.back() > far) {
        axes_.push_back(y);
        y += axis_height;
      }
      tops_.push_back(y);
      y += height_of(group);
    }
    if (axes_.empty()) axes_.push_back(0);
    body_.height = std::max(y, axis_height);
  }

  /// The page with an axis so long.
  void set_axis(double length) {
    axis_ = length;
    body_.width = label_width + axis_;
    for (const GanttGroup& group : matter_.groups)
      for (const GanttRow& row : group.rows)
        body_.width = std::max(body_.width, label_width + end_of(row) + sample + 14 +
                                                note_of(row).width + beside_note);
    furniture_ = furnish(diagram_, body_);
  }

  /// The longest axis with which the drawing is no wider than that.
  void fill_width(double width) {
    constexpr int halvings = 12;
    double shorter = least_axis;
    double longer = std::max(least_axis, width - label_width);
    for (int i = 0; i < halvings; ++i) {
      const double middle = (shorter + longer) / 2;
      set_axis(middle);
      (furniture_.page.width > width ? longer : shorter) = middle;
    }
    set_axis(shorter);
  }

  /// Time takes the width of the page; where the rows need more than its height, the drawing is as
  /// wide as it will be once it is made smaller.
  void fit_into(const Size& page) {
    fill_width(std::min(page.width, widest_page));
    const double width = furniture_.page.height * page.width / page.height;
    if (width > furniture_.page.width + 1) fill_width(std::min(width, widest_page));
  }

  static double height_of(const GanttGroup& group) {
    return std::max(size_of(heading_of(group, heading_room)).height + 2,
                    row_height * static_cast<double>(group.rows.size())) +
           group_gap;
  }

  [[nodiscard]] double left() const { return furniture_.body.x + label_width; }

  /// From the axis' beginning.
  [[nodiscard]] double offset_of(Day day) const {
    const Day within = std::clamp(day, matter_.first, matter_.last);
    return axis_ * (within - matter_.first) /
           std::max(1.0, static_cast<double>(matter_.last) - matter_.first);
  }

  /// Where a row's drawing ends and its note may begin, from the axis' beginning.
  [[nodiscard]] double end_of(const GanttRow& row) const {
    if (row.reading == Reading::instant) {
      const double from = offset_of(row.bounds.start_min);
      const double to = offset_of(row.bounds.end_max);
      return std::max(to, (from + to) / 2 + half_diamond);
    }
    const double to = extent_of(row).to;
    return row.end == EndState::open ? to + arrow : to;
  }

  static bool ends_unknown(const GanttRow& row) {
    return row.end == EndState::unknown && row.bounds.end_max == day_max;
  }

  [[nodiscard]] std::set<std::string> classes() const {
    std::set<std::string> result;
    for (const GanttGroup& group : matter_.groups)
      for (const GanttRow& row : group.rows)
        result.insert(edge_style(diagram_.style, row.drawing_class).drawing_class);
    return result;
  }

  void draw_band(double y, double height) {
    svg_.empty("rect", {{"class", "band"},
                        {"x", furniture_.body.x},
                        {"y", y - 3},
                        {"width", body_.width},
                        {"height", height + 6},
                        {"rx", 3.0}});
  }

  /// A gradient to the left and one to the right for each class.
  void define_fades() {
    svg_.open("defs");
    for (const std::string& name : classes())
      for (const bool to_right : {false, true}) {
        svg_.open("linearGradient", {{"id", fade_name(name, to_right)}});
        const std::string colour = to_string(edge_style(diagram_.style, name).line);
        for (const bool end : {false, true})
          svg_.empty("stop", {{"offset", end ? "1" : "0"},
                              {"stop-color", colour},
                              {"stop-opacity", end == to_right ? "0.06" : "0.85"}});
        svg_.close();
      }
    svg_.close();
  }

  static std::string fade_name(const std::string& name, bool to_right) {
    return element_name(to_right ? "fade-out-" : "fade-in-", name);
  }

  void draw_axis() {
    const int first = to_civil(matter_.first).year;
    const int last = to_civil(matter_.last).year + 1;
    constexpr double beside_year = 40;
    const int most = std::clamp(static_cast<int>(axis_ / beside_year), 2, 14);
    constexpr std::array<int, 9> steps = {1, 2, 5, 10, 20, 50, 100, 500, 1000};
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](int each) { return (last - first) / each <= most; });
    const int every = step == steps.end() ? steps.back() : *step;
    svg_.open("g", {{"id", "axis"}});
    for (int year = first; year <= std::min(last, year_max); ++year) {
      if (year % every != 0) continue;
      const double x = left() + (year == last ? axis_ : offset_of(to_day({year, 1, 1})));
      svg_.empty("line", {{"class", "grid"},
                          {"x1", x},
                          {"x2", x},
                          {"y1", furniture_.body.y + axis_height - 6},
                          {"y2", furniture_.body.y + body_.height}});
      for (const double top : axes_) write_year(year, {x, furniture_.body.y + top + 8}, top > 0);
    }
    svg_.close();
  }

  /// Below the first axis lines run through the years, which stand on the background's colour.
  void write_year(int year, Point at, bool on_lines) {
    const TextRow row = text_row(std::to_string(year), "en", small_font, Ink::text);
    if (on_lines) {
      const Box cell = Box::around(at, {row.width + 4, row.height});
      svg_.empty("rect", {{"class", "cell"},
                          {"x", cell.left},
                          {"y", cell.top},
                          {"width", cell.width()},
                          {"height", cell.height()}});
    }
    write_centred_rows(svg_, {row}, at);
  }

  /// A thin line where a day is asked about, a pale band and its two limits for more days.
  void draw_asked_days() {
    if (!matter_.asked) return;
    const double from = left() + offset_of(matter_.asked->first);
    const double to = left() + offset_of(matter_.asked->last);
    const double top = furniture_.body.y + axis_height - 8;
    const double bottom = furniture_.body.y + body_.height;
    svg_.open("g", {{"id", "asked"}});
    if (to - from > 1)
      svg_.empty("rect", {{"x", from}, {"y", top}, {"width", to - from}, {"height", bottom - top}});
    for (const double x : {from, to})
      if (x == from || to - from > 1)
        svg_.empty("line", {{"x1", x}, {"x2", x}, {"y1", top}, {"y2", bottom}});
    svg_.close();
  }

  /// A label that the line of the day asked about would run through stands on its band's colour.
  void write_note(const GanttRow& row, double y) {
    const TextRow note = note_of(row);
    const double x = left() + end_of(row) + sample + 10;
    if (matter_.asked) {
      const double from = left() + offset_of(matter_.asked->first);
      const double to = left() + offset_of(matter_.asked->last);
      if (from < x + note.width && to > x)
        svg_.empty("rect", {{"class", "cell"},
                            {"x", x - 2},
                            {"y", y - row_height / 2 + 1},
                            {"width", note.width + 4},
                            {"height", row_height - 2}});
    }
    write_rows(svg_, {note}, {x, y - note.height / 2});
  }

  void draw_group(const GanttGroup& group, double y) {
    const NodeStyle& look = node_style(diagram_.style, group.drawing_class);
    svg_.open("g", {{"id", element_name("n_", group.id)},
                    {"class", "node " + element_name("", look.drawing_class) +
                                  (group.emphasis == Emphasis::strong ? " strong" : "")}});
    write_shape(svg_, look.shape, Box::around({furniture_.body.x + 15, y + 7}, {20, 12}));
    write_rows(svg_, heading_of(group, heading_room), {furniture_.body.x + 30, y});
    svg_.close();
    double row_y = y + row_height / 2;
    for (const GanttRow& row : group.rows) {
      draw_row(row, row_y);
      row_y += row_height;
    }
  }

  void draw_row(const GanttRow& row, double y) {
    const std::string name = edge_style(diagram_.style, row.drawing_class).drawing_class;
    svg_.open("g", {{"id", element_name("e_", row.relation)},
                    {"class", "bar " + element_name("", name) +
                                  (row.emphasis == Emphasis::strong ? " strong" : "")}});
    svg_.leaf("title", {}, row.tooltip);
    if (row.reading == Reading::instant)
      draw_act(row, y);
    else
      draw_state(row, name, y);
    draw_sample(name, left() + end_of(row) + 6, y);
    write_note(row, y);
    svg_.close();
  }

  /// The line of the type as graphs draw it: colour alone would not tell types apart.
  void draw_sample(const std::string& name, double x, double y) {
    const EdgeStyle& look = edge_style(diagram_.style, name);
    svg_.open("g", {{"class", "edge " + element_name("", name)}});
    write_line(svg_, rounded({{x, y}, {x + sample, y}}, 0),
               {.head = look.head, .scale = head_scale(look.width)});
    svg_.close();
  }

  static constexpr double half_diamond = 4.5;

  /// A diamond in the middle of the days it may be, which a line shows.
  void draw_act(const GanttRow& row, double y) {
    const double from = left() + offset_of(row.bounds.start_min);
    const double to = left() + offset_of(row.bounds.end_max);
    const double middle = (from + to) / 2;
    if (to - from > 2 * half_diamond)
      svg_.empty("line", {{"x1", from}, {"x2", to}, {"y1", y}, {"y2", y}});
    svg_.empty("polygon", {{"class", look_of(row, "")},
                           {"points", point_list({{middle, y - half_diamond},
                                                  {middle + half_diamond, y},
                                                  {middle, y + half_diamond},
                                                  {middle - half_diamond, y}})}});
  }

  /// Facts are filled, what is said or planned is outlined, what only may be so has dashes.
  static std::string look_of(const GanttRow& row, const char* of_facts) {
    if (row.certainty == Verdict::maybe) return "maybe";
    return row.mark.text.empty() ? of_facts : "outlined";
  }

  void draw_part(double from, double to, double y, const std::string& fill,
                 const std::string& element_class) {
    if (to - from < 0.2) return;
    svg_.empty("rect", {{"class", element_class},
                        {"x", left() + from},
                        {"y", y - bar_height / 2},
                        {"width", to - from},
                        {"height", bar_height},
                        {"style", fill.empty() ? "" : "fill:url(#" + fill + ")"}});
  }

  [[nodiscard]] Extent extent_of(const GanttRow& row) const {
    const Bounds& b = row.bounds;
    const auto known = [](Day day) { return is_calendar_day(day); };
    Extent extent;
    const bool open = row.end == EndState::open;
    extent.certain = b.start_max <= b.end_min && known(b.start_max) && (open || known(b.end_min));
    if (extent.certain) {
      extent.sure_from = offset_of(b.start_max);
      extent.sure_to = open ? axis_ : offset_of(b.end_min);
    } else {
      extent.sure_from = offset_of(known(b.start_min) ? b.start_min : b.end_min);
      extent.sure_to = offset_of(known(b.end_max) ? b.end_max : b.start_max);
    }
    extent.sure_to = std::max(extent.sure_to, extent.sure_from + 2);
    if (open) extent.sure_to = axis_;
    const bool begins = b.start_min != day_min;
    const bool ends = b.end_max != day_max;
    extent.from = begins ? std::min(offset_of(b.start_min), extent.sure_from)
                  : row.start == EndState::unknown ? extent.sure_from - fade
                                                   : 0;
    extent.to = open   ? extent.sure_to
                : ends ? std::max(offset_of(b.end_max), extent.sure_to)
                       : extent.sure_to + fade;
    return extent;
  }

  /// Solid where it certainly held, pale where it may have; its ends fade.
  void draw_state(const GanttRow& row, const std::string& name, double y) {
    const Extent extent = extent_of(row);
    const char* const pale = extent.certain ? "" : "pale";
    draw_part(extent.from, extent.sure_from, y, fade_name(name, false), pale);
    draw_part(extent.sure_from, extent.sure_to, y, "", look_of(row, pale));
    draw_part(extent.sure_to, extent.to, y, fade_name(name, true), pale);
    const double end = left() + extent.to;
    if (row.end == EndState::open)
      svg_.empty("polygon",
                 {{"points", point_list({{end, y - 7}, {end + arrow, y}, {end, y + 7}})}});
    if (ends_unknown(row)) write_question_mark(end - question_mark, y);
    if (row.bounds.start_min == day_min && row.start == EndState::unknown)
      write_question_mark(left() + extent.from + question_mark, y);
  }

  void write_question_mark(double x, double y) {
    write_centred_rows(svg_, {text_row("?", "en", small_font, Ink::text)}, {x, y});
  }

  const Diagram& diagram_;
  const GanttMatter& matter_;
  double axis_ = usual_axis;  ///< from its first day to its last, in points
  std::vector<double> tops_;  ///< of the groups, from the body's
  std::vector<double> axes_;  ///< tops of the rows of years
  Size body_;
  Furniture furniture_;
  SvgWriter svg_;
};

}  // namespace

std::string draw_gantt(const Diagram& diagram, const GanttMatter& matter) {
  return GanttDrawer(diagram, matter).svg();
}

}  // namespace entente
