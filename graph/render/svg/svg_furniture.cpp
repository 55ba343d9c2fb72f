#include <algorithm>

#include "render/label/label.hpp"
#include "render/mark/bar_mark.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/node_mark.hpp"
#include "render/mark/region_mark.hpp"
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

/// A drawing of that size at the top of the page asked for, in the middle of its width.
Sheet sheet_of(const Page& page, Size drawing) {
  if (!page.size) return {drawing, {0, 0, drawing.width, drawing.height}};
  Size size = *page.size;
  if (page.height == PageHeight::at_most) {
    const double as_it_is = std::min(drawing.height, page.highest);
    size.height =
        std::min(std::max(size.height, as_it_is), drawing.height * size.width / drawing.width);
  }
  const double scale = std::min(size.width / drawing.width, size.height / drawing.height);
  const Size seen{size.width / scale, size.height / scale};
  return {size, Box::around({drawing.width / 2, seen.height / 2}, seen)};
}

/// Rules for everything that drawing and legend hold, in a look.
std::string rules_of(const Page& page, const Style& style, UsedClasses used) {
  bool along_time = false;
  bool counts = false;
  bool grounds = false;
  for (const LegendEntry& entry : page.legend) {
    used.add(style, entry.mark);
    along_time = along_time || std::holds_alternative<BarMark>(entry.mark) ||
                 std::holds_alternative<MomentMark>(entry.mark);
    counts = counts || std::holds_alternative<CountMark>(entry.mark) ||
             std::holds_alternative<ValueMark>(entry.mark) ||
             std::holds_alternative<DayMark>(entry.mark);
    grounds = grounds || std::holds_alternative<RegionMark>(entry.mark);
  }
  return text_rules(style) + ".cell{fill:" + to_string(style.background) + "}" +
         node_rules(style, used) + line_rules(style, used) +
         (along_time ? bar_rules(style, used) : "") + (counts ? chart_rules(style) : "") +
         (grounds ? region_rules(style) : "") + doubt_rules(style);
}

/// As large as its page, where that is given; else as wide as there is room, up to its own width.
void open_document(SvgWriter& svg, const Page& page, const Sheet& sheet) {
  const bool given = page.size.has_value();
  const std::string width = coordinate(sheet.size.width) + "pt";
  svg.begin_document(
      {{"xmlns", "http://www.w3.org/2000/svg"},
       {"xmlns:inkscape", "http://www.inkscape.org/namespaces/inkscape"},
       {"width", given ? width : "100%"},
       {"height", given ? coordinate(sheet.size.height) + "pt" : ""},
       {"style", given ? "" : "max-width:" + width},
       {"viewBox", coordinate(sheet.seen.left) + " " + coordinate(sheet.seen.top) + " " +
                       coordinate(sheet.seen.width()) + " " + coordinate(sheet.seen.height())},
       {"role", "graphics-document document"},
       {"aria-labelledby", "title desc"},
       {"xml:lang", page.title.language}});
}

/// The author, for programs that file pictures.
void write_metadata(SvgWriter& svg, const Page& page) {
  if (page.credit.text.empty()) return;
  svg.open("metadata");
  svg.open("rdf:RDF", {{"xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                       {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  svg.open("rdf:Description", {{"rdf:about", "#"}});
  svg.leaf("dc:creator", {}, page.credit.text);
  svg.close();
  svg.close();
  svg.close();
}

}  // namespace

void open_page(SvgWriter& svg, const Page& page, const Furniture& furniture,
               const UsedClasses& used, const RulesOfLook& more_rules) {
  const Sheet sheet = sheet_of(page, furniture.size);
  const auto rules_in = [&](const Style& style) {
    return rules_of(page, style, used) + (more_rules ? more_rules(style) : std::string());
  };
  svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  open_document(svg, page, sheet);
  const std::string title = whole_title(page).text;
  const std::string subtitle = whole_subtitle(page).text;
  svg.leaf("title", {{"id", "title"}}, title.empty() ? "entente" : title);
  svg.leaf("desc", {{"id", "desc"}}, subtitle.empty() ? title : subtitle);
  write_metadata(svg, page);
  svg.open("style");
  svg.rules(rules_in(page.style));
  if (page.dark) {
    svg.raw("@media (prefers-color-scheme:dark){");
    svg.rules(rules_in(*page.dark));
    svg.raw("}");
  }
  svg.close();
  svg.empty("rect", {{"class", "cell"},
                     {"x", sheet.seen.left == 0 ? "" : coordinate(sheet.seen.left)},
                     {"y", sheet.seen.top == 0 ? "" : coordinate(sheet.seen.top)},
                     {"width", sheet.seen.width()},
                     {"height", sheet.seen.height()}});
}

void open_layer(SvgWriter& svg, const std::string& id, std::string_view name,
                std::string_view role) {
  svg.open("g",
           {{"id", id}, {"role", role}, {"inkscape:groupmode", "layer"}, {"inkscape:label", name}});
}

void write_furniture(SvgWriter& svg, const Page& page, const Furniture& furniture) {
  open_layer(svg, "heading", "Title");
  write_block(svg, furniture.title);
  svg.open("g", {{"class", "second"}});
  write_block(svg, furniture.subtitle);
  svg.close();
  svg.close();
  open_layer(svg, "legend", "Legend");
  for (std::size_t i = 0; i < furniture.legend.size(); ++i) {
    draw(svg, page.legend[i].mark, furniture.legend[i].swatch, page.style);
    write_rows(svg, {furniture.legend[i].label}, furniture.legend[i].label_at);
  }
  svg.close();
  if (!furniture.list.empty()) {
    open_layer(svg, "list", "List");
    for (const TextBlock& line : furniture.list) write_block(svg, line);
    svg.close();
  }
  if (!furniture.notes.empty()) {
    open_layer(svg, "sources", "Sources");
    for (const TextBlock& note : furniture.notes) write_block(svg, note);
    svg.close();
  }
  if (!furniture.sources.rows.empty()) {
    open_layer(svg, "sources", "Sources");
    write_block(svg, furniture.sources);
    svg.close();
  }
  if (furniture.credit.rows.empty()) return;
  open_layer(svg, "credit", "Credit");
  write_block(svg, furniture.credit);
  svg.close();
}

}  // namespace entente
