#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <entente/render/legible.hpp>
#include <entente/render/timeline_chart.hpp>

#include "render/label/label.hpp"
#include "render/mark/bar_mark.hpp"
#include "render/mark/marks_of.hpp"
#include "render/svg/draw_svg.hpp"

namespace entente {
namespace {

constexpr double row_gap = 6;
constexpr std::size_t most_sentence_lines = 8;

/// Where years, dates and sentences stand, and how large they are.
struct TimelineFrame {
  double axis_x = 58;
  double date_x = 72;
  double sentence_x = 160;
  double sentence_width = 470;
  bool dates_above = false;  ///< the sentence stands below its date
  Font year{12, FontWeight::bold};
  Font date{9};
  Font sentence{10};

  [[nodiscard]] double width() const { return sentence_x + sentence_width; }
};

constexpr double smallest_of_frame = 8;  // of the frames and of what stands around them

/// For a page with that much width inside.
TimelineFrame frame_for(double width) {
  constexpr double narrow = 340;
  TimelineFrame frame{.axis_x = 40,
                      .date_x = 52,
                      .sentence_x = 140,
                      .year = {10, FontWeight::bold},
                      .date = {8},
                      .sentence = {9}};
  if (width < narrow) {
    frame.axis_x = 34;
    frame.date_x = frame.sentence_x = 46;
    frame.dates_above = true;
  }
  frame.sentence_width = width - frame.sentence_x;
  return frame;
}

/// What stands beside one mark on the line.
struct PlacedEvent {
  std::vector<TextRow> date = {};
  std::vector<TextRow> sentence = {};

  bool dates_above = false;

  [[nodiscard]] double height() const {
    const double date_height = size_of(date).height;
    const double sentence_height = size_of(sentence).height;
    return (dates_above ? date_height + sentence_height : std::max(date_height, sentence_height)) +
           row_gap;
  }
};

std::vector<TextRow> rows_of(const Phrase& phrase, const Font& font, Ink ink, double width,
                             std::size_t most_lines) {
  std::vector<TextRow> rows;
  for (const std::string& line : set_in_lines(phrase.text, font, width, most_lines))
    rows.push_back(text_row(line, phrase.language, font, ink));
  return rows;
}

PlacedEvent placed(const TimelineEvent& event, const TimelineFrame& frame) {
  const double beside = frame.sentence_x - frame.date_x - 8;
  return {
      rows_of(event.date, frame.date, Ink::secondary,
              frame.dates_above ? frame.sentence_width : beside, frame.dates_above ? 1 : 2),
      rows_of(event.sentence, frame.sentence, Ink::text, frame.sentence_width, most_sentence_lines),
      frame.dates_above};
}

class TimelineDrawer {
 public:
  explicit TimelineDrawer(const TimelineChart& chart, const TimelineFrame& frame = {})
      : page_(chart.page), events_(chart.events), frame_(frame) {
    for (const TimelineEvent& event : events_) placed_.push_back(placed(event, frame));
  }

  [[nodiscard]] Furniture furniture() const {
    double height = 0;
    for (const PlacedEvent& event : placed_) height += event.height();
    return furnish(page_, {frame_.width(), height});
  }

  std::string svg() {
    double height = 0;
    for (const PlacedEvent& event : placed_) height += event.height();
    const Furniture furniture = this->furniture();
    origin_ = furniture.body;
    UsedClasses used;
    for (const TimelineEvent& event : events_) used.add(page_.style, event.mark);
    open_page(svg_, page_, furniture, used, [](const Style& style) {
      return ".axis{stroke:" + to_string(style.grid) + ";" + stroke_width(style.widths.time_axis) +
             "}";
    });
    svg_.open("g", {{"id", "axis"}});
    svg_.empty("line", {{"class", "axis"},
                        {"x1", origin_.x + frame_.axis_x},
                        {"x2", origin_.x + frame_.axis_x},
                        {"y1", origin_.y},
                        {"y2", origin_.y + height - row_gap}});
    svg_.close();
    double y = origin_.y;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const bool begins = i == 0 || events_[i - 1].year != events_[i].year;
      draw(events_[i], placed_[i], begins, y);
      y += placed_[i].height();
    }
    write_furniture(svg_, page_, furniture);
    return svg_.take();
  }

 private:
  void draw(const TimelineEvent& event, const PlacedEvent& place, bool begins_year, double y) {
    svg_.open("g", {{"id", element_name("e_", event.relation)},
                    {"class", "bar " + classes_of(event.mark, page_.style)}});
    svg_.leaf("title", {}, event.tooltip);
    const double middle = y + line_height(frame_.dates_above ? frame_.date : frame_.sentence) / 2;
    if (begins_year && !event.year.empty()) {
      const TextRow year = text_row(event.year, "en", frame_.year, Ink::text);
      write_rows(svg_, {year},
                 {origin_.x + frame_.axis_x - 12 - year.width, middle - year.height / 2});
    }
    draw_moment(svg_, event.mark, {origin_.x + frame_.axis_x, middle});
    write_rows(svg_, place.date,
               {origin_.x + frame_.date_x, middle - line_height(frame_.date) / 2});
    const double below = frame_.dates_above ? size_of(place.date).height : 0;
    write_rows(svg_, place.sentence, {origin_.x + frame_.sentence_x, y + below});
    svg_.close();
  }

  const Page& page_;
  const std::vector<TimelineEvent>& events_;
  TimelineFrame frame_;
  std::vector<PlacedEvent> placed_ = {};  ///< beside the events
  Point origin_ = {};
  SvgWriter svg_;
};

}  // namespace

std::string to_svg(const TimelineChart& chart) {
  return TimelineDrawer(chart).svg();
}

namespace {

/// The legend of the classes that are on a page.
void explain_only_what_is_there(TimelineChart& sheet) {
  const Style& style = sheet.page.style;
  std::erase_if(sheet.page.legend, [&](const LegendEntry& entry) {
    const MomentMark* mark = std::get_if<MomentMark>(&entry.mark);
    if (mark == nullptr || mark->drawing_class.empty()) return false;
    return std::ranges::none_of(sheet.events, [&](const TimelineEvent& event) {
      return edge_style(style, event.mark.drawing_class).line ==
             edge_style(style, mark->drawing_class).line;
    });
  });
}

/// As many events a page as its height allows, at least one; the closing remarks on the last.
std::vector<TimelineChart> sheets_of(const TimelineChart& chart, const TimelineFrame& frame,
                                     double height) {
  std::vector<TimelineChart> sheets;
  for (std::size_t first = 0; first < chart.events.size();) {
    const auto some = [&](std::size_t last) {
      TimelineChart sheet{chart.page,
                          {chart.events.begin() + static_cast<std::ptrdiff_t>(first),
                           chart.events.begin() + static_cast<std::ptrdiff_t>(last)}};
      if (last < chart.events.size()) sheet.page.list.clear();
      return sheet;
    };
    std::size_t fits = first + 1;
    std::size_t too_many = chart.events.size() + 1;
    while (fits + 1 < too_many) {
      const std::size_t last = (fits + too_many) / 2;
      const TimelineChart tried = some(last);
      const bool fit = TimelineDrawer(tried, frame).furniture().size.height <= height;
      (fit ? fits : too_many) = last;
    }
    sheets.push_back(some(fits));
    explain_only_what_is_there(sheets.back());
    first = fits;
  }
  return sheets;
}

}  // namespace

std::vector<std::string> to_svg_pages(const TimelineChart& chart) {
  const std::optional<Size>& size = chart.page.size;
  if (!size || chart.events.empty()) return {to_svg(chart)};
  const double enough = least_readable / smallest_of_frame;
  const Size whole = TimelineDrawer(chart).furniture().size;
  if (std::min(size->width / whole.width, size->height / whole.height) >= enough)
    return {to_svg(chart)};
  TimelineChart compact = chart;
  compact.page.lettering = Lettering::compact;
  const Size sheet{size->width / enough, size->height / enough};
  const TimelineFrame frame = frame_for(inner_width_of(compact.page, sheet.width));
  std::vector<TimelineChart> sheets = sheets_of(compact, frame, sheet.height);
  std::vector<std::string> svgs;
  for (TimelineChart& each : sheets) {
    each.page = page_of_several(each.page, svgs.size() + 1, sheets.size());
    svgs.push_back(TimelineDrawer(each, frame).svg());
  }
  return svgs;
}

std::string timeline_svg(const Graph& graph, std::span<const SelectedRelation> rows,
                         std::span<const EntityId> entities, const Selection& selection,
                         const DiagramOptions& options) {
  return to_svg(timeline_chart(graph, rows, entities, selection, options));
}

}  // namespace entente
