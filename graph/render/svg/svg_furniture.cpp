#include <algorithm>

#include "render/label/label.hpp"
#include "render/mark/bar_mark.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/node_mark.hpp"
#include "render/mark/sample.hpp"
#include "render/svg/draw_svg.hpp"

namespace entente {
namespace {

void write_block(SvgWriter& svg, const TextBlock& block) {
  if (!block.link.empty()) svg.open("a", {{"href", block.link}});
  write_rows(svg, block.rows, block.top_left);
  if (!block.link.empty()) svg.close();
}

/// How large a page is, and what part of the drawing's plane it shows.
struct Sheet {
  Size size = {};
  Box seen = {};
};

/// A drawing of that size in the middle of the page asked for.
Sheet sheet_of(const Page& page, Size drawing) {
  if (!page.size) return {drawing, {0, 0, drawing.width, drawing.height}};
  const Size size = *page.size;
  const double scale = std::min(size.width / drawing.width, size.height / drawing.height);
  return {size, Box::around({drawing.width / 2, drawing.height / 2},
                            {size.width / scale, size.height / scale})};
}

/// Rules for everything that drawing and legend hold.
std::string rules_of(const Page& page, UsedClasses used) {
  bool along_time = false;
  bool counts = false;
  for (const LegendEntry& entry : page.legend) {
    used.add(page.style, entry.mark);
    along_time = along_time || std::holds_alternative<BarMark>(entry.mark) ||
                 std::holds_alternative<MomentMark>(entry.mark);
    counts = counts || std::holds_alternative<CountMark>(entry.mark) ||
             std::holds_alternative<ValueMark>(entry.mark) ||
             std::holds_alternative<DayMark>(entry.mark);
  }
  return text_rules(page.style) + ".cell{fill:" + to_string(page.style.background) +
         "}.caption text{fill:currentColor}" + node_rules(page.style, used) +
         line_rules(page.style, used) + (along_time ? bar_rules(page.style, used) : "") +
         (counts ? chart_rules(page.style) : "") + doubt_rules(page.style);
}

}  // namespace

void open_page(SvgWriter& svg, const Page& page, const Furniture& furniture, UsedClasses used,
               const std::string& more_rules) {
  const Sheet sheet = sheet_of(page, furniture.size);
  svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  svg.open("svg",
           {{"xmlns", "http://www.w3.org/2000/svg"},
            {"width", coordinate(sheet.size.width) + "pt"},
            {"height", coordinate(sheet.size.height) + "pt"},
            {"viewBox", coordinate(sheet.seen.left) + " " + coordinate(sheet.seen.top) + " " +
                            coordinate(sheet.seen.width()) + " " + coordinate(sheet.seen.height())},
            {"role", "img"},
            {"aria-labelledby", "title desc"},
            {"xml:lang", page.title.language}});
  svg.leaf("title", {{"id", "title"}}, page.title.text.empty() ? "entente" : page.title.text);
  svg.leaf("desc", {{"id", "desc"}},
           page.subtitle.text.empty() ? page.title.text : page.subtitle.text);
  svg.open("style");
  svg.raw(rules_of(page, std::move(used)) + more_rules);
  svg.close();
  svg.empty("rect", {{"class", "cell"},
                     {"x", sheet.seen.left == 0 ? "" : coordinate(sheet.seen.left)},
                     {"y", sheet.seen.top == 0 ? "" : coordinate(sheet.seen.top)},
                     {"width", sheet.seen.width()},
                     {"height", sheet.seen.height()}});
}

void write_furniture(SvgWriter& svg, const Page& page, const Furniture& furniture) {
  svg.open("g", {{"id", "heading"}});
  write_block(svg, furniture.title);
  svg.open("g", {{"class", "second"}});
  write_block(svg, furniture.subtitle);
  svg.close();
  svg.close();
  svg.open("g", {{"id", "legend"}});
  for (std::size_t i = 0; i < furniture.legend.size(); ++i) {
    draw(svg, page.legend[i].mark, furniture.legend[i].swatch, page.style);
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
