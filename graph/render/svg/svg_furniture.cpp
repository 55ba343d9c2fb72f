#include <array>

#include "render/diagram/colour.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/mark/date_marks.hpp"
#include "render/route/arrow.hpp"
#include "render/svg/draw_svg.hpp"

namespace entente {
namespace {

void write_block(SvgWriter& svg, const TextBlock& block) {
  if (!block.link.empty()) svg.open("a", {{"href", block.link}});
  write_rows(svg, block.rows, block.top_left);
  if (!block.link.empty()) svg.close();
}

Spline straight(const Box& box) {
  const double y = box.centre().y;
  return rounded({{box.left, y}, {box.right, y}}, 0);
}

/// A mark on a cell in the middle of a line.
void write_mark(SvgWriter& svg, const std::string& mark, const Box& box) {
  const double scale = box.height() / 13;
  const Box cell = Box::around(box.centre(), {8 * scale, 10 * scale});
  svg.empty("rect", {{"class", "cell"},
                     {"x", cell.left},
                     {"y", cell.top},
                     {"width", cell.width()},
                     {"height", cell.height()}});
  TextRow row;
  const Font font{8 * scale};
  row.spans.push_back({mark, "en", font, Ink::text});
  row.width = text_width(mark, font);
  row.height = line_height(font);
  write_centred_rows(svg, {row}, cell.centre());
}

/// A bar or a diamond in the manner of the entry.
void write_bar_sample(SvgWriter& svg, LegendKind kind, const Box& box) {
  const double y = box.centre().y;
  const auto bar = [&](double from, double to, const char* opacity) {
    svg.empty("rect", {{"x", from},
                       {"y", y - 4},
                       {"width", to - from},
                       {"height", 8},
                       {"fill", "currentColor"},
                       {"fill-opacity", opacity}});
  };
  const double middle = box.centre().x;
  if (kind == LegendKind::act) {
    svg.empty(
        "polygon",
        {{"class", "h"},
         {"points",
          point_list(
              {{middle, y - 4.5}, {middle + 4.5, y}, {middle, y + 4.5}, {middle - 4.5, y}})}});
    return;
  }
  if (kind == LegendKind::outlined_bar || kind == LegendKind::possible_bar) {
    svg.empty("rect", {{"x", box.left},
                       {"y", y - 4},
                       {"width", box.width()},
                       {"height", 8},
                       {"fill", "none"},
                       {"stroke", "currentColor"},
                       {"stroke-dasharray", kind == LegendKind::possible_bar ? "3 2" : ""}});
    if (kind == LegendKind::possible_bar) write_mark(svg, "?", box);
    return;
  }
  bar(box.left, kind == LegendKind::state || kind == LegendKind::bar ? box.right : middle, "");
  if (kind == LegendKind::fading || kind == LegendKind::unknown_end) {
    bar(middle, middle + 6, "0.6");
    bar(middle + 6, middle + 12, "0.25");
  }
  if (kind == LegendKind::unknown_end)
    write_mark(svg, "?", {middle + 12, box.top, box.right + 2, box.bottom});
  if (kind == LegendKind::open_end)
    svg.empty("polygon",
              {{"class", "h"},
               {"points", point_list({{middle, y - 6}, {middle + 8, y}, {middle, y + 6}})}});
}

/// Squares as of a table, the darker the more.
void write_count_sample(SvgWriter& svg, const Diagram& diagram, const Box& box) {
  constexpr std::array shares = {0.15, 0.4, 0.7};
  const double side = box.width() / shares.size();
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const Colour fill =
        mixed(diagram.style.background, edge_style(diagram.style, "cooperation").line, shares[i]);
    svg.empty("rect", {{"style", "fill:" + to_string(fill)},
                       {"x", box.left + static_cast<double>(i) * side + 0.5},
                       {"y", box.top + 1},
                       {"width", side - 1},
                       {"height", box.height() - 2}});
  }
}

/// A mark on the line of a chart, as the first line has it.
void write_value_mark(SvgWriter& svg, Point at, const char* look) {
  svg.empty("circle", {{"class", look},
                       {"cx", at.x},
                       {"cy", at.y},
                       {"r", 3.2},
                       {"stroke", "currentColor"},
                       {"stroke-width", 1.1},
                       {"stroke-dasharray", "none"}});
}

void write_swatch(SvgWriter& svg, const Diagram& diagram, const LegendEntry& entry,
                  const Box& box) {
  const EdgeStyle& edge = edge_style(diagram.style, entry.drawing_class);
  const std::string edge_class = "edge " + element_name("", edge.drawing_class);
  switch (entry.kind) {
    case LegendKind::node: {
      const NodeStyle& look = node_style(diagram.style, entry.drawing_class);
      svg.open("g", {{"class", "node " + element_name("", look.drawing_class)}});
      write_shape(svg, look.shape, box);
      break;
    }
    case LegendKind::edge:
      svg.open("g", {{"class", edge_class}});
      write_line(svg, straight(box),
                 {.head = edge.head,
                  .tail = entry.ends == Ends::both_ways ? edge.head : Head::none,
                  .scale = head_scale(edge.width)});
      break;
    case LegendKind::possible:
      svg.open("g", {{"class", "edge note possible"}});
      write_line(svg, straight(box));
      write_mark(svg, "?", box);
      break;
    case LegendKind::modality:
      svg.open("g", {{"class", "edge note"}});
      write_line(svg, straight(box), {.mark = modality_mark_of(entry.modality)});
      break;
    case LegendKind::bar:
      svg.open("g", {{"class", edge_class}, {"color", to_string(edge.line)}});
      write_bar_sample(svg, entry.kind,
                       {box.left, box.top, box.left + box.width() * 0.4, box.bottom});
      write_line(svg, straight({box.left + box.width() * 0.5, box.top, box.right, box.bottom}),
                 {.head = edge.head, .scale = head_scale(edge.width)});
      break;
    case LegendKind::hue:
      svg.open("g", {{"class", "edge note"}, {"style", "color:" + to_string(edge.line)}});
      write_bar_sample(svg, LegendKind::state, box);
      break;
    case LegendKind::count:
      svg.open("g", {{"class", "count"}});
      write_count_sample(svg, diagram, box);
      break;
    case LegendKind::state:
    case LegendKind::outlined_bar:
    case LegendKind::possible_bar:
    case LegendKind::act:
    case LegendKind::fading:
    case LegendKind::open_end:
    case LegendKind::unknown_end:
      svg.open("g", {{"class", "edge note"}});
      write_bar_sample(svg, entry.kind, box);
      break;
    case LegendKind::asked_day:
      svg.open("g", {{"style", "color:" + to_string(diagram.style.accent)}});
      svg.empty("rect", {{"class", "h"},
                         {"x", box.centre().x - 0.5},
                         {"y", box.top},
                         {"width", 1.0},
                         {"height", box.height()}});
      break;
    case LegendKind::approximate_date:
    case LegendKind::doubtful_date:
    case LegendKind::unknown_date:
    case LegendKind::earliest_date:
    case LegendKind::latest_date:
      svg.open("g", {{"class", "second"}});
      write_centred_rows(
          svg,
          {text_row(std::string(sign_of(entry.kind)), "en", Font{box.height() * 0.85}, Ink::text)},
          box.centre());
      break;
    case LegendKind::uncertain_date:
      svg.open("g", {{"class", "edge note possible"}});
      write_line(svg, rounded({{box.left, box.top},
                               {box.right, box.top},
                               {box.right, box.bottom},
                               {box.left, box.bottom},
                               {box.left, box.top}},
                              0));
      break;
    case LegendKind::certain_value:
      svg.open("g", {{"class", "edge note strong"}});
      write_line(svg, straight(box));
      write_value_mark(svg, box.centre(), "h");
      break;
    case LegendKind::possible_line:
      svg.open("g", {{"class", "edge note possible"}});
      write_line(svg, straight(box));
      write_value_mark(svg, box.centre(), "o");
      break;
    case LegendKind::possible_value:
      svg.open("g", {{"class", "edge note possible"}});
      svg.empty("rect", {{"x", box.left},
                         {"y", box.top + 2},
                         {"width", box.width()},
                         {"height", box.height() - 2},
                         {"stroke", "none"},
                         {"fill", "currentColor"},
                         {"fill-opacity", "0.16"}});
      write_line(svg, straight({box.left, box.top, box.right, box.top + 4}));
      write_value_mark(svg, {box.centre().x, box.top + 2}, "o");
      break;
    case LegendKind::change:
      svg.open("g", {{"class", "edge note" + change_class(entry.change)}});
      write_line(svg, straight(box));
      if (entry.change != Change::persisted)
        write_mark(svg, entry.change == Change::appeared ? "+" : "\u2212", box);
      break;
  }
  svg.close();
}

}  // namespace

void write_furniture(SvgWriter& svg, const Diagram& diagram, const Furniture& furniture) {
  svg.open("g", {{"id", "heading"}});
  write_block(svg, furniture.title);
  svg.open("g", {{"class", "second"}});
  write_block(svg, furniture.subtitle);
  svg.close();
  svg.close();
  svg.open("g", {{"id", "legend"}});
  for (std::size_t i = 0; i < furniture.legend.size(); ++i) {
    write_swatch(svg, diagram, diagram.legend[i], furniture.legend[i].swatch);
    write_rows(svg, {furniture.legend[i].label}, furniture.legend[i].label_at);
  }
  svg.close();
  if (!furniture.notes.empty()) {
    svg.open("g", {{"id", "sources"}});
    for (const TextBlock& note : furniture.notes) write_block(svg, note);
    svg.close();
  }
  if (furniture.credit.rows.empty()) return;
  svg.open("g", {{"id", "credit"}});
  write_block(svg, furniture.credit);
  svg.close();
}

}  // namespace entente
