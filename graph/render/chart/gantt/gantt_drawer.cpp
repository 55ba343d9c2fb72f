#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/render/gantt.hpp>
#include <entente/render/legible.hpp>

#include "render/chart/gantt/gantt_place.hpp"
#include "render/chart/gantt/gantt_text.hpp"
#include "render/label/label.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/node_mark.hpp"
#include "render/svg/draw_svg.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

constexpr double gantt_smallest_text = 8;
constexpr Font year_font{gantt_smallest_text};

class GanttDrawer {
 public:
  GanttDrawer(const GanttChart& chart, GanttPlaces places)
      : page_(chart.page),
        content_(chart),
        places_(std::move(places)),
        body_(places_.furniture().body) {}

  std::string svg() {
    open_page(svg_, page_, places_.furniture(), used(), gantt_rules);
    const std::vector<double>& tops = places_.tops();
    for (std::size_t i = 0; i < tops.size(); ++i)
      draw_band(body_.y + tops[i], places_.height_of(content_.groups[i]) - gantt_group_gap);
    draw_axis();
    draw_asked_days();
    for (std::size_t i = 0; i < tops.size(); ++i) draw_group(content_.groups[i], body_.y + tops[i]);
    write_furniture(svg_, page_, places_.furniture());
    return svg_.take();
  }

 private:
  [[nodiscard]] UsedClasses used() const {
    UsedClasses classes;
    for (const GanttGroup& group : content_.groups) {
      classes.add(page_.style, group.mark);
      for (const GanttRow& row : group.rows) classes.add(page_.style, row.line);
    }
    return classes;
  }

  void draw_band(double y, double height) {
    svg_.empty("rect", {{"class", "stripe"},
                        {"x", body_.x},
                        {"y", y - 3},
                        {"width", places_.body().width},
                        {"height", height + 6},
                        {"rx", 3.0}});
  }

  void draw_axis() {
    if (content_.first == content_.last) return;
    const int first = to_civil(content_.first).year;
    const int last = to_civil(content_.last).year + 1;
    constexpr double beside_year = 40;
    const int most = std::clamp(static_cast<int>(places_.length() / beside_year), 2, 14);
    constexpr std::array<int, 9> steps = {1, 2, 5, 10, 20, 50, 100, 500, 1000};
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](int each) { return (last - first) / each <= most; });
    const int every = step == steps.end() ? steps.back() : *step;
    svg_.open("g", {{"id", "axis"}});
    for (int year = first; year <= std::min(last, year_max); ++year)
      if (year % every == 0) draw_year(year, year == last);
    svg_.close();
  }

  void draw_year(int year, bool is_end) {
    const double x =
        places_.left() + (is_end ? places_.length() : places_.offset_of(to_day({year, 1, 1})));
    svg_.empty("line", {{"class", "grid"},
                        {"x1", x},
                        {"x2", x},
                        {"y1", body_.y + gantt_axis_height - 6},
                        {"y2", body_.y + places_.body().height}});
    for (const double top : places_.years()) write_year(year, {x, body_.y + top + 8}, top > 0);
  }

  /// Years before our era as such: 0 is 1 BC.
  [[nodiscard]] std::string in_words(int year) const {
    constexpr std::size_t month_and_day = 6;
    if (year > 0) return std::to_string(year);
    const std::string day = format_day(to_day({year, 1, 1}));
    return short_date_of(day.substr(0, day.size() - month_and_day),
                         LanguagePreference::parse(page_.languages));
  }

  /// Below the first axis lines run through the years, which stand on the background's colour.
  void write_year(int year, Point at, bool on_lines) {
    const TextRow row = text_row(in_words(year), "en", year_font, Ink::text);
    if (on_lines) write_cell(Box::around(at, {row.width + 4, row.height}));
    write_centred_rows(svg_, {row}, at);
  }

  void write_cell(const Box& box) {
    svg_.empty("rect", {{"class", "cell"},
                        {"x", box.left},
                        {"y", box.top},
                        {"width", box.width()},
                        {"height", box.height()}});
  }

  /// A thin line where a day is asked about, a pale band and its two limits for more days.
  void draw_asked_days() {
    if (!content_.asked) return;
    const double from = places_.left() + places_.offset_of(content_.asked->first);
    const double to = places_.left() + places_.offset_of(content_.asked->last);
    const double top = body_.y + gantt_axis_height - 8;
    const double bottom = body_.y + places_.body().height;
    svg_.open("g", {{"id", "asked"}, {"class", "asked"}});
    if (to - from > 1)
      svg_.empty("rect", {{"x", from}, {"y", top}, {"width", to - from}, {"height", bottom - top}});
    for (const double x : {from, to})
      if (x == from || to - from > 1)
        svg_.empty("line", {{"x1", x}, {"x2", x}, {"y1", top}, {"y2", bottom}});
    svg_.close();
  }

  void draw_group(const GanttGroup& group, double y) {
    svg_.open("g", {{"id", element_name("n_", group.id)},
                    {"class", "node " + classes_of(group.mark, page_.style) +
                                  (group.emphasis == Emphasis::strong ? " strong" : "")}});
    draw_shape(svg_, node_style(page_.style, group.mark.drawing_class).shape,
               Box::around({body_.x + 15, y + 7}, {20, 12}));
    write_rows(svg_, heading_of(group, places_.heading_room()), {body_.x + 30, y});
    svg_.close();
    double row_y = y + places_.above_bars(group) + gantt_row_height / 2;
    for (const GanttRow& row : group.rows) {
      draw_row(group, row, row_y);
      row_y += gantt_row_height;
    }
  }

  /// Lifespans are named by their entity.
  static std::string id_of(const GanttGroup& group, const GanttRow& row) {
    return row.relation.empty() ? element_name("w_", group.id) : element_name("e_", row.relation);
  }

  void draw_row(const GanttGroup& group, const GanttRow& row, double y) {
    const std::string classes =
        std::visit([&](const auto& mark) { return classes_of(mark, page_.style); }, row.mark);
    svg_.open("g",
              {{"id", id_of(group, row)},
               {"class", "bar " + classes + (row.emphasis == Emphasis::strong ? " strong" : "")}});
    svg_.leaf("title", {}, row.tooltip);
    if (const BarMark* bar = state_of(row))
      draw_state(row, *bar, y, "f" + id_of(group, row));
    else
      draw_act(row, std::get<MomentMark>(row.mark), y);
    if (!row.type.empty()) draw_type(row, places_.left() + places_.line_of(row), y);
    write_note(row, y);
    svg_.close();
  }

  void draw_state(const GanttRow& row, const BarMark& bar, double y, const std::string& name) {
    BarPlace place = places_.place_of(row, bar);
    for (double* x : {&place.from, &place.sure_from, &place.sure_to, &place.to})
      *x += places_.left();
    place.y = y;
    for (AxisPart& part : place.attested) {
      part.from += places_.left();
      part.to += places_.left();
    }
    draw_bar(svg_, bar, place, name);
  }

  void draw_act(const GanttRow& row, const MomentMark& mark, double y) {
    if (row.attested.empty())
      draw_act_within({row.bounds.start_min, row.bounds.end_max}, mark, y);
    else
      for (const AttestedDays& days : row.attested) draw_act_within(days, mark, y);
  }

  /// A diamond in the middle of the days it may be, which a line shows.
  void draw_act_within(const AttestedDays& days, const MomentMark& mark, double y) {
    const double from = places_.left() + places_.offset_of(days.first);
    const double to = places_.left() + places_.offset_of(days.last);
    if (to - from > 2 * half_diamond)
      svg_.empty("line", {{"x1", from}, {"x2", to}, {"y1", y}, {"y2", y}});
    draw_moment(svg_, mark, {(from + to) / 2, y});
  }

  /// The line of the type as graphs draw it: colour alone would not tell types apart. It leads from
  /// the one that the note names to the group's entity, at the left.
  void draw_type(const GanttRow& row, double x, double y) {
    svg_.open("g", {{"class", "edge " + classes_of(row.line, page_.style)}});
    draw_line(svg_, row.line, rounded({{x + gantt_line_sample, y}, {x, y}}, 0), page_.style, "");
    svg_.close();
  }

  /// A label that the line of the day asked about would run through stands on its band's colour.
  void write_note(const GanttRow& row, double y) {
    const TextRow note = note_of(row, places_.widths());
    const double x = places_.left() + places_.note_of_row(row);
    if (content_.asked) {
      const double from = places_.left() + places_.offset_of(content_.asked->first);
      const double to = places_.left() + places_.offset_of(content_.asked->last);
      if (from < x + note.width && to > x)
        write_cell({x - 2, y - gantt_row_height / 2 + 1, x + note.width + 2,
                    y + gantt_row_height / 2 - 1});
    }
    write_rows(svg_, {note}, {x, y - note.height / 2});
  }

  const Page& page_;
  const GanttChart& content_;
  GanttPlaces places_;
  Point body_;
  SvgWriter svg_;
};

/// Points of the page for one of the drawing.
double scale_of(const Size& page, const Size& drawing) {
  return std::min(page.width / drawing.width, page.height / drawing.height);
}

/// What is left of a chart from a row of a group on, as far as it stands on one page; both then
/// name the first row of the next.
class GanttSheets {
 public:
  GanttSheets(const GanttChart& chart, Size sheet) : content_(chart), sheet_(sheet) {}

  /// The charts of the pages, one behind the other.
  [[nodiscard]] std::vector<GanttChart> split() {
    std::vector<GanttChart> sheets;
    while (group_ < content_.groups.size()) sheets.push_back(next());
    return sheets;
  }

 private:
  [[nodiscard]] bool fits(const GanttChart& some) const {
    constexpr double rounding = 1;
    return GanttPlaces::height_on(some, sheet_.width) <= sheet_.height + rounding;
  }

  /// Groups as a whole while they fit; one that is too high for any page is divided.
  GanttChart next() {
    GanttChart sheet = content_;
    sheet.groups.clear();
    for (; group_ < content_.groups.size(); ++group_, row_ = 0) {
      GanttGroup group = content_.groups[group_];
      group.rows.erase(group.rows.begin(), group.rows.begin() + static_cast<std::ptrdiff_t>(row_));
      sheet.groups.push_back(group);
      if (fits(sheet)) continue;
      if (sheet.groups.size() > 1) {
        sheet.groups.pop_back();
        return sheet;
      }
      std::vector<GanttRow>& rows = sheet.groups.back().rows;
      while (rows.size() > 1 && !fits(sheet)) rows.pop_back();
      row_ += rows.size();
      if (row_ >= content_.groups[group_].rows.size()) ++group_, row_ = 0;
      return sheet;
    }
    return sheet;
  }

  const GanttChart& content_;
  Size sheet_;
  std::size_t group_ = 0;
  std::size_t row_ = 0;
};

void check(const GanttChart& chart) {
  if (chart.first > chart.last)
    throw InvalidArgument("bad-chart", "the axis ends before it begins");
  if (chart.first != chart.last && !(is_calendar_day(chart.first) && is_calendar_day(chart.last)))
    throw InvalidArgument("bad-chart", "an axis needs a first and a last day of the calendar");
}

}  // namespace

std::string to_svg(const GanttChart& chart) {
  check(chart);
  return GanttDrawer(chart, GanttPlaces(chart)).svg();
}

std::vector<std::string> to_svg_pages(const GanttChart& chart) {
  check(chart);
  GanttPlaces places(chart);
  const double enough = least_readable / gantt_smallest_text;
  const std::optional<Size>& size = chart.page.size;
  if (!size || chart.groups.empty() || scale_of(*size, places.furniture().size) >= enough)
    return {GanttDrawer(chart, std::move(places)).svg()};
  GanttChart compact = chart;
  compact.page.lettering = Lettering::compact;
  const Size sheet{size->width / enough, size->height / enough};
  std::vector<GanttChart> sheets = GanttSheets(compact, sheet).split();
  std::vector<std::string> svgs;
  for (GanttChart& each : sheets) {
    each.page = page_of_several(compact.page, svgs.size() + 1, sheets.size());
    svgs.push_back(GanttDrawer(each, GanttPlaces(each, sheet.width)).svg());
  }
  return svgs;
}

}  // namespace entente
