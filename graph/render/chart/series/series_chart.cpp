#include <algorithm>
#include <cmath>

#include <entente/render/series_chart.hpp>

#include "render/chart/series/line_mark.hpp"
#include "render/chart/series/series_lines.hpp"
#include "render/chart/series/series_names.hpp"
#include "render/chart/series/series_scale.hpp"
#include "render/chart/series/series_style.hpp"
#include "render/label/label.hpp"
#include "render/svg/draw_svg.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

constexpr double left_room = 52;  // for the numbers of the upright axis
constexpr double head_room = 24;  // for its name
constexpr Size usual_plot{640, 330};
constexpr Size least_plot{220, 140};
constexpr Size least_plot_of_column{110, 110};
constexpr double column = 320;        // points: on a narrower page lettering is compact
constexpr double widest_page = 1500;  // on a larger one everything is drawn larger
constexpr double foot_room = 36;
constexpr double most_name_room = 150;  // for names at the lines' ends
constexpr double most_name_in_column = 84;
constexpr double beside_name = 24;
constexpr std::size_t most_marks = 70;
constexpr std::size_t most_tooltips = 4000;

constexpr Font axis_font{9};
constexpr Font heading_font{10, FontWeight::bold};
constexpr Font line_font{9.5, FontWeight::bold};

class ChartDrawer {
 public:
  explicit ChartDrawer(const LineChart& content)
      : content_(content),
        languages_(LanguagePreference::parse(content.page.languages)),
        has_bands_(has_bands(content)) {
    bool whole = true;
    for (const ChartLine& line : content.lines)
      for (const auto& value : line.values) {
        if (!value) continue;
        highest_ = std::max({highest_, value->certain, value->possible});
        whole = whole && value->possible == std::round(value->possible);
      }
    if (highest_ <= 0) highest_ = 1;
    tick_ = tick_of(highest_, whole);
    top_ = tick_ * std::ceil(highest_ / tick_ - 1e-9);
    named_ = content.lines.size() > 1;
    if (!named_) return;
    for (const ChartLine& line : content.lines) {
      const Size name = size_of(name_of(line));
      name_room_ = std::max(name_room_, beside_name + name.width);
      names_height_ += name.height + 1;
    }
    plot_.height = std::max(plot_.height, names_height_);
  }

  std::string svg() {
    if (content_.page.size) fit_into(*content_.page.size);
    const Furniture furniture = furnish(content_.page, body());
    origin_ = furniture.body + Point{left_room, head_room};
    open_page(svg_, content_.page, furniture, {},
              [this](const Style& style) { return series_rules(style, content_.lines.size()); });
    draw_axes();
    for (std::size_t i = 0; i < content_.lines.size(); ++i) draw_line(i);
    if (named_) draw_names();
    write_furniture(svg_, content_.page, furniture);
    return svg_.take();
  }

 private:
  [[nodiscard]] std::vector<TextRow> name_of(const ChartLine& line) const {
    constexpr std::size_t most_lines = 4;
    const bool compact = content_.page.lettering == Lettering::compact;
    const double most = compact ? most_name_in_column : most_name_room - beside_name;
    std::vector<TextRow> rows;
    for (const std::string& text : set_in_lines(line.name.text, line_font, most, most_lines))
      rows.push_back(text_row(text, line.name.language, line_font, Ink::text));
    return rows;
  }

  [[nodiscard]] Size body() const {
    return {left_room + plot_.width + name_room_, head_room + plot_.height + foot_room};
  }

  /// The plot takes what title, legend and names leave of the page.
  void fit_into(const Size& page) {
    const double width = std::min(page.width, widest_page);
    const double height = width * page.height / page.width;
    const Size least = page.width < column ? least_plot_of_column : least_plot;
    for (int i = 0; i < 6; ++i) {  // the furniture grows with the width
      const Size drawn = furnish(content_.page, body()).size;
      plot_.width = std::max(least.width, plot_.width + width - drawn.width);
      plot_.height = std::max({least.height, names_height_, plot_.height + height - drawn.height});
    }
  }

  [[nodiscard]] double x_of(std::size_t period) const {
    const auto count = static_cast<double>(content_.periods.size());
    return origin_.x + plot_.width * (static_cast<double>(period) + 0.5) / count;
  }
  [[nodiscard]] double y_of(double value) const {
    return origin_.y + plot_.height * (1 - value / top_);
  }

  void draw_grid_line(Point from, Point to, const char* element_class) {
    svg_.empty(
        "line",
        {{"class", element_class}, {"x1", from.x}, {"x2", to.x}, {"y1", from.y}, {"y2", to.y}});
  }

  void draw_axes() {
    svg_.open("g", {{"id", "axis"}});
    for (int i = 0; i * tick_ <= top_ * (1 + 1e-9); ++i) {
      const double y = y_of(i * tick_);
      draw_grid_line({origin_.x, y}, {origin_.x + plot_.width, y}, i == 0 ? "axis" : "grid");
      const TextRow number =
          text_row(number_text(i * tick_, languages_), "en", axis_font, Ink::secondary);
      write_rows(svg_, {number}, {origin_.x - 6 - number.width, y - number.height / 2});
    }
    draw_periods();
    write_rows(
        svg_, {text_row(content_.measure.text, content_.measure.language, heading_font, Ink::text)},
        {origin_.x - left_room + 4, origin_.y - head_room});
    const TextRow step =
        text_row(content_.step.text, content_.step.language, heading_font, Ink::text);
    write_rows(svg_, {step},
               {origin_.x + plot_.width - step.width, origin_.y + plot_.height + foot_room - 15});
    svg_.close();
  }

  void draw_periods() {
    double widest = 0;
    for (const std::string& label : content_.periods)
      widest = std::max(widest, text_width(period_name(label, languages_), axis_font));
    const std::vector<std::size_t> named = named_periods(content_.periods, plot_.width, widest);
    const bool years_only = named.size() < content_.periods.size();
    for (const std::size_t i : named) {
      const std::string& label = content_.periods[i];
      const std::string text =
          years_only ? label.substr(0, label.find('-', 1)) : period_name(label, languages_);
      const double y = origin_.y + plot_.height;
      draw_grid_line({x_of(i), y}, {x_of(i), y + 4}, "axis");
      write_centred_rows(
          svg_,
          {text_row(text, std::string(language_of_dates(languages_)), axis_font, Ink::secondary)},
          {x_of(i), y + 12});
    }
  }

  void draw_line(std::size_t index) {
    const ChartLine& line = content_.lines[index];
    svg_.open("g", {{"id", element_name("n_", line.id.empty() ? "whole" : line.id)},
                    {"class", "line l" + std::to_string(index + 1) +
                                  (line.emphasis == Emphasis::strong ? " strong" : "")}});
    svg_.leaf("title", {}, line.name.text.empty() ? content_.measure.text : line.name.text);
    for (const auto& [begin, end] : runs_of(line)) draw_run(line, begin, end);
    if (content_.periods.size() * content_.lines.size() <= most_tooltips)
      for (std::size_t i = 0; i < line.values.size(); ++i)
        if (line.values[i]) draw_value(index, i);
    svg_.close();
  }

  void draw_run(const ChartLine& line, std::size_t begin, std::size_t end) {
    std::vector<Point> certain;
    std::vector<Point> possible;
    for (std::size_t i = begin; i < end; ++i) {
      certain.push_back({x_of(i), y_of(line.values[i]->certain)});
      possible.push_back({x_of(i), y_of(line.values[i]->possible)});
    }
    if (certain != possible) {
      if (has_bands_) draw_band(certain, possible);
      svg_.empty("polyline", {{"class", "possible"}, {"points", point_list(possible)}});
    }
    svg_.empty("polyline", {{"points", point_list(certain)}});
  }

  void draw_band(const std::vector<Point>& certain, std::vector<Point> corners) {
    corners.insert(corners.end(), certain.rbegin(), certain.rend());
    svg_.empty("polygon", {{"class", "band"}, {"points", point_list(corners)}});
  }

  /// A mark where there is room for them or nothing on either side, and words for whoever points.
  void draw_value(std::size_t index, std::size_t period) {
    const ChartLine& line = content_.lines[index];
    const ChartValue& value = *line.values[period];
    const auto missing = [&](std::size_t i) { return i >= line.values.size() || !line.values[i]; };
    const Point at{x_of(period), y_of(value.certain)};
    svg_.open("g");
    std::string words = short_date_of(content_.periods[period], languages_) + ": " +
                        number_text(value.certain, languages_);
    if (value.certain != value.possible)
      words += "\u2013" + number_text(value.possible, languages_);
    if (!line.name.text.empty()) words = line.name.text + ", " + words;
    svg_.leaf("title", {}, words);
    const bool alone = missing(period - 1) && missing(period + 1);
    if (alone || is_marked(index, period)) draw_marks(index, at, {at.x, y_of(value.possible)});
    if (alone && value.certain != value.possible)
      draw_grid_line(at, {at.x, y_of(value.possible)}, "leader");
    svg_.empty("circle", {{"class", "reach"}, {"cx", at.x}, {"cy", at.y}, {"r", 5}});
    svg_.close();
  }

  /// Whether a value has a mark: all have where they are few, else some, not all of one period.
  [[nodiscard]] bool is_marked(std::size_t line, std::size_t period) const {
    const std::size_t every = (content_.periods.size() + most_marks - 1) / most_marks;
    return every == 1 || (period + 3 * line) % (8 * every) == 0;
  }

  /// Full where a value is certain, hollow where it is no more than possible.
  void draw_marks(std::size_t index, Point certain, Point possible) {
    if (!(certain == possible))
      svg_.empty("polygon",
                 {{"class", "mark hollow"}, {"points", point_list(mark_at(index, possible))}});
    svg_.empty("polygon", {{"class", "mark"}, {"points", point_list(mark_at(index, certain))}});
  }

  struct End {
    std::size_t line = 0;
    Point at = {};
  };

  /// Where the lines end, the highest first.
  [[nodiscard]] std::vector<End> ends() const {
    std::vector<End> list;
    for (std::size_t i = 0; i < content_.lines.size(); ++i) {
      const auto& values = content_.lines[i].values;
      for (std::size_t period = values.size(); period-- > 0;) {
        if (!values[period]) continue;
        list.push_back(
            {i, {x_of(period), y_of(std::max(values[period]->certain, values[period]->possible))}});
        break;
      }
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const End& a, const End& b) { return a.at.y < b.at.y; });
    return list;
  }

  /// Each line's name beside its end, with its mark; names keep apart.
  void draw_names() {
    const std::vector<End> order = ends();
    std::vector<NameWish> wishes;
    for (const End& end : order)
      wishes.push_back({end.at.y, size_of(name_of(content_.lines[end.line])).height + 1});
    const std::vector<double> heights =
        heights_of_names(wishes, origin_.y + plot_.height + foot_room);
    const double x = origin_.x + plot_.width + 14;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const ChartLine& line = content_.lines[order[i].line];
      svg_.open("g", {{"class", "line l" + std::to_string(order[i].line + 1)}});
      draw_grid_line(order[i].at + Point{5, 0}, {x - 6, heights[i]}, "leader");
      svg_.empty("polygon", {{"class", "mark"},
                             {"points", point_list(mark_at(order[i].line, {x, heights[i]}))}});
      const std::vector<TextRow> name = name_of(line);
      write_rows(svg_, name, {x + 8, heights[i] - size_of(name).height / 2});
      svg_.close();
    }
  }

  const LineChart& content_;
  LanguagePreference languages_;
  Size plot_ = usual_plot;
  double name_room_ = 16;    ///< right of the plot
  double names_height_ = 0;  ///< of all names below one another
  const bool has_bands_;
  double highest_ = 0;
  double tick_ = 1;
  double top_ = 1;
  bool named_ = false;
  Point origin_ = {};
  SvgWriter svg_;
};

}  // namespace

std::string to_svg(const LineChart& chart) {
  check_values(chart);
  if (!chart.page.size || chart.page.size->width >= column) return ChartDrawer(chart).svg();
  LineChart compact = chart;
  compact.page.lettering = Lettering::compact;
  return ChartDrawer(compact).svg();
}

SeriesChart series_chart(const Graph& graph, std::span<const Period> periods,
                         std::span<const SeriesPoint> points, const SeriesAxes& axes,
                         const Selection& selection, const DiagramOptions& options) {
  const LineChart chart = line_chart(graph, periods, points, axes, selection, options);
  if (chart.lines.empty()) return {};
  return {.svg = to_svg(chart), .lines = chart.lines.size(), .left_out = chart.left_out};
}

}  // namespace entente
