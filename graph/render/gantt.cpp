#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <entente/error.hpp>
#include <entente/render/gantt.hpp>

#include "render/build_diagram.hpp"
#include "render/draw_svg.hpp"
#include "render/gantt_rows.hpp"
#include "render/label.hpp"
#include "render/wording.hpp"
#include "render/words.hpp"

namespace entente {
namespace {

constexpr double label_width = 176;
constexpr double axis_width = 620;
constexpr double axis_height = 22;
constexpr double row_height = 14;
constexpr double bar_height = 9;
constexpr double group_gap = 8;
constexpr double fade = 26;  // of an end of which no limit is known
constexpr std::size_t most_rows = 800;

constexpr Font name_font{10, FontWeight::bold};
constexpr Font small_font{8};

class GanttDrawer {
 public:
  GanttDrawer(const Diagram& diagram, const GanttMatter& matter)
      : diagram_(diagram), matter_(matter) {
    double height = axis_height;
    for (const GanttGroup& group : matter.groups) height += height_of(group);
    body_ = {label_width + axis_width + 90, height};
    furniture_ = furnish(diagram, body_);
  }

  std::string svg() {
    open_page(svg_, diagram_, furniture_, rules());
    define_fades();
    double y = furniture_.body.y + axis_height;
    draw_axis();
    for (const GanttGroup& group : matter_.groups) {
      draw_group(group, y);
      y += height_of(group);
    }
    write_furniture(svg_, diagram_, furniture_);
    return svg_.take();
  }

 private:
  static double height_of(const GanttGroup& group) {
    const double names = group.names.size() > 1 ? 26 : 14;
    return std::max(names, row_height * static_cast<double>(group.rows.size())) + group_gap;
  }

  [[nodiscard]] double left() const { return furniture_.body.x + label_width; }

  [[nodiscard]] double x_of(Day day) const {
    const Day within = std::clamp(day, matter_.first, matter_.last);
    return left() + axis_width * (within - matter_.first) /
                        std::max(1.0, static_cast<double>(matter_.last) - matter_.first);
  }

  [[nodiscard]] std::set<std::string> classes() const {
    std::set<std::string> result;
    for (const GanttGroup& group : matter_.groups)
      for (const GanttRow& row : group.rows)
        result.insert(edge_style(diagram_.style, row.drawing_class).drawing_class);
    return result;
  }

  [[nodiscard]] std::string rules() const {
    std::string text = ".grid{stroke:" + to_string(diagram_.style.grid) + ";stroke-width:.6}";
    for (const std::string& name : classes()) {
      const std::string colour = to_string(edge_style(diagram_.style, name).line);
      text += ".bar." + element_name("", name) + "{color:" + colour + "}";
    }
    return text +
           ".bar rect,.bar polygon{fill:currentColor}.bar .outlined{fill:none;stroke:"
           "currentColor;stroke-width:1;stroke-dasharray:3 2}.bar .pale{fill-opacity:.4}.bar "
           "line{stroke:currentColor}";
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
    constexpr std::array<int, 9> steps = {1, 2, 5, 10, 20, 50, 100, 500, 1000};
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](int each) { return (last - first) / each <= 14; });
    const int every = step == steps.end() ? steps.back() : *step;
    svg_.open("g", {{"id", "axis"}});
    for (int year = first; year <= std::min(last, year_max); ++year) {
      if (year % every != 0) continue;
      const double x = year == last ? left() + axis_width : x_of(to_day({year, 1, 1}));
      svg_.empty("line", {{"class", "grid"},
                          {"x1", x},
                          {"x2", x},
                          {"y1", furniture_.body.y + axis_height - 4},
                          {"y2", furniture_.body.y + body_.height}});
      write_text(std::to_string(year), "en", small_font, {x, furniture_.body.y + 8}, "m");
    }
    svg_.close();
  }

  void write_text(const std::string& text, const std::string& language, const Font& font, Point at,
                  const char* anchor) {
    TextRow row;
    row.spans.push_back({text, language, font, Ink::text});
    row.width = text_width(text, font);
    row.height = line_height(font);
    if (*anchor == 'm')
      write_centred_rows(svg_, {row}, at);
    else
      write_rows(svg_, {row}, {at.x, at.y - row.height / 2});
  }

  void draw_group(const GanttGroup& group, double y) {
    const NodeStyle& look = node_style(diagram_.style, group.drawing_class);
    svg_.open("g", {{"id", element_name("n_", group.id)},
                    {"class", "node " + element_name("", look.drawing_class)}});
    svg_.empty("rect", {{"x", furniture_.body.x},
                        {"y", y},
                        {"width", 3},
                        {"height", height_of(group) - group_gap},
                        {"fill", to_string(look.line)}});
    for (std::size_t i = 0; i < std::min<std::size_t>(group.names.size(), 2); ++i) {
      const Font& font = i == 0 ? name_font : small_font;
      const std::string line = set_in_lines(group.names[i].text, font, label_width - 18, 1).front();
      write_text(line, group.names[i].language, font,
                 {furniture_.body.x + 9, y + 7 + 12 * static_cast<double>(i)}, "");
    }
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
                    {"class", "bar " + element_name("", name)}});
    svg_.leaf("title", {}, row.tooltip);
    const double end =
        row.reading == Reading::instant ? draw_act(row, y) : draw_state(row, name, y);
    std::string text = row.certainty == Verdict::maybe ? "? " : "";
    text += row.who.text + (row.dates.empty() ? "" : " " + row.dates);
    if (!row.mark.text.empty()) text += ", " + row.mark.text;
    const double room = furniture_.body.x + body_.width - end - 4;
    const double width = text_width(text, small_font);
    const bool after = width <= room;
    const std::string shown = after ? text : set_in_lines(text, small_font, 150, 1).front();
    const double x =
        after ? end + 4 : furniture_.body.x + body_.width - text_width(shown, small_font);
    if (!after)
      svg_.empty("rect", {{"class", "cell"},
                          {"style", "fill:" + to_string(diagram_.style.background)},
                          {"x", x - 2},
                          {"y", y - 5},
                          {"width", text_width(shown, small_font) + 4},
                          {"height", 10}});
    write_text(shown, row.who.language, small_font, {x, y}, "");
    svg_.close();
  }

  /// A diamond in the middle of the days it may be, which a line shows; returns where it ends.
  double draw_act(const GanttRow& row, double y) {
    const double from = x_of(row.bounds.start_min);
    const double to = x_of(row.bounds.end_max);
    const double middle = (from + to) / 2;
    constexpr double half = 4.5;
    if (to - from > 2 * half) svg_.empty("line", {{"x1", from}, {"x2", to}, {"y1", y}, {"y2", y}});
    svg_.empty(
        "polygon",
        {{"class", row.mark.text.empty() ? "" : "outlined"},
         {"points",
          point_list(
              {{middle, y - half}, {middle + half, y}, {middle, y + half}, {middle - half, y}})}});
    return std::max(to, middle + half);
  }

  void draw_part(double from, double to, double y, const std::string& fill,
                 const std::string& element_class) {
    if (to - from < 0.2) return;
    svg_.empty("rect", {{"class", element_class},
                        {"x", from},
                        {"y", y - bar_height / 2},
                        {"width", to - from},
                        {"height", bar_height},
                        {"style", fill.empty() ? "" : "fill:url(#" + fill + ")"}});
  }

  /// The days it certainly held, else those in which it held at some time.
  struct Core {
    double from = 0;
    double to = 0;
    bool certain = true;
  };

  [[nodiscard]] Core core_of(const Bounds& b) const {
    const auto known = [](Day day) { return is_calendar_day(day); };
    Core core;
    core.certain = b.start_max <= b.end_min && known(b.start_max) && known(b.end_min);
    if (core.certain) {
      core.from = x_of(b.start_max);
      core.to = x_of(b.end_min);
    } else {
      core.from = x_of(known(b.start_min) ? b.start_min : b.end_min);
      core.to = x_of(known(b.end_max) ? b.end_max : b.start_max);
    }
    core.to = std::max(core.to, core.from + 2);
    return core;
  }

  /// Solid where it certainly held, pale where it may have; its ends fade. Returns where it ends.
  double draw_state(const GanttRow& row, const std::string& name, double y) {
    const Bounds& b = row.bounds;
    Core core = core_of(b);
    if (row.end == EndState::open) core.to = left() + axis_width;
    const bool begins = b.start_min != day_min;
    const bool ends = b.end_max != day_max;
    const double from = !begins && row.start == EndState::unknown ? core.from - fade
                        : begins ? std::min(x_of(b.start_min), core.from)
                                 : left();
    double to = row.end == EndState::open ? core.to
                : ends                    ? std::max(x_of(b.end_max), core.to)
                                          : core.to + fade;
    const char* const ends_look = core.certain ? "" : "pale";
    draw_part(from, core.from, y, fade_name(name, false), ends_look);
    draw_part(core.from, core.to, y, "", row.mark.text.empty() ? ends_look : "outlined");
    draw_part(core.to, to, y, fade_name(name, true), ends_look);
    if (row.end == EndState::open) {
      svg_.empty("polygon", {{"points", point_list({{to, y - 7}, {to + 8, y}, {to, y + 7}})}});
      to += 8;
    }
    if (!ends && row.end == EndState::unknown) {
      write_text("?", "en", small_font, {to + 1, y}, "");
      to += 5;
    }
    if (!begins && row.start == EndState::unknown)
      write_text("?", "en", small_font, {from - 3, y}, "m");
    return to;
  }

  const Diagram& diagram_;
  const GanttMatter& matter_;
  Size body_;
  Furniture furniture_;
  SvgWriter svg_;
};

/// What the marks of the picture mean, as far as they occur.
std::vector<LegendEntry> legend_of(const GanttMatter& matter, const LanguagePreference& languages) {
  std::array<bool, 5> occurs{};
  for (const GanttGroup& group : matter.groups)
    for (const GanttRow& row : group.rows) {
      const bool act = row.reading == Reading::instant;
      const Bounds& b = row.bounds;
      occurs[0] = occurs[0] || !act;
      occurs[1] = occurs[1] || act;
      occurs[2] = occurs[2] || (!act && (b.start_min < b.start_max || b.end_min < b.end_max));
      occurs[3] = occurs[3] || (!act && row.end == EndState::open);
      occurs[4] = occurs[4] || (!act && row.end == EndState::unknown && b.end_max == day_max);
    }
  constexpr std::array words = {Word::state, Word::act, Word::fading, Word::open_end,
                                Word::unknown_end};
  constexpr std::array kinds = {LegendKind::state, LegendKind::act, LegendKind::fading,
                                LegendKind::open_end, LegendKind::unknown_end};
  std::vector<LegendEntry> legend;
  for (std::size_t i = 0; i < occurs.size(); ++i)
    if (occurs[i]) legend.push_back({.kind = kinds[i], .label = word(words[i], languages)});
  return legend;
}

}  // namespace

std::string gantt_svg(const Graph& graph, const Selection& selection,
                      const DiagramOptions& options) {
  const SelectedFacts facts = graph.facts(selection);
  if (facts.relations.size() > most_rows)
    throw LimitReached("too-many-rows",
                       "a picture of " + std::to_string(facts.relations.size()) +
                           " bars would be unreadable (the limit is 800); select less (--type, "
                           "--kind, --during)");
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  const GanttMatter matter = gantt_matter(graph, facts, selection, languages);
  Diagram diagram = build_diagram(graph, facts, selection, options, {});
  diagram.legend = legend_of(matter, languages);
  if (matter.undated > 0)
    diagram.subtitle.text +=
        " \u00B7 " + worded(Word::undated, languages, std::to_string(matter.undated));
  return GanttDrawer(diagram, matter).svg();
}

}  // namespace entente
