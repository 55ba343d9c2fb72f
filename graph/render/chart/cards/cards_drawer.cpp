#include "render/chart/cards/cards_drawer.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "render/label/label.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/marks_of.hpp"
#include "render/mark/node_mark.hpp"
#include "render/route/route.hpp"
#include "render/svg/draw_svg.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr Font year_font{12, FontWeight::bold};
constexpr Font caption_font{11, FontWeight::bold};
constexpr double axis_x = 22;
constexpr double year_height = 22;

Word caption_word(CardColumn column) {
  switch (column) {
    case CardColumn::agreements:
      return Word::agreements;
    case CardColumn::organisations:
      return Word::organisations;
    case CardColumn::events:
      break;
  }
  return Word::events;
}

class CardsDrawer {
 public:
  CardsDrawer(const CardsChart& content, const CardsFrame& frame)
      : content_(content), diagram_(content.diagram), layout_(lay_out(content, frame)) {}

  std::string svg() {
    const Furniture furniture = furnish(diagram_.page, layout_.body);
    open_page(svg_, diagram_.page, furniture, classes_of(diagram_), rules);
    svg_.open("g", {{"id", "cards"},
                    {"transform", "translate(" + coordinate(furniture.body.x) + " " +
                                      coordinate(furniture.body.y) + ")"}});
    draw_captions();
    draw_axis();
    for (std::size_t i = 0; i < content_.lines.size(); ++i)
      draw_succession(content_.lines[i], layout_.lines[i]);
    for (std::size_t i = 0; i < content_.cards.size(); ++i)
      draw_card(content_.cards[i], layout_.cards[i]);
    svg_.close();
    write_furniture(svg_, diagram_.page, furniture);
    return svg_.take();
  }

 private:
  static std::string rules(const Style& style) {
    const std::string grid = to_string(style.grid);
    return ".axis{stroke:" + grid + ";" + stroke_width(style.widths.time_axis) +
           "}.grid{stroke:" + grid + ";" + stroke_width(style.widths.year) + "}.chip{" +
           stroke_width(style.widths.frame) + "}";
  }

  void draw_captions() {
    const LanguagePreference languages = LanguagePreference::parse(diagram_.page.languages);
    for (const ColumnCaption& caption : layout_.captions)
      write_centred_rows(
          svg_,
          {text_row(word(caption_word(caption.column), languages), caption_font, Ink::secondary)},
          {(caption.left + caption.right) / 2, 8});
  }

  /// The years, each at its first card, and the time between them.
  void draw_axis() {
    svg_.open("g", {{"id", "axis"}});
    for (std::size_t i = 0; i < layout_.years.size(); ++i) {
      const YearBand& band = layout_.years[i];
      const double y = band.top + year_height / 2;
      write_centred_rows(svg_,
                         {text_row({std::to_string(band.year), "en"}, year_font, Ink::secondary)},
                         {axis_x, y});
      if (band.first_card > 0)
        svg_.empty("line", {{"class", "grid"},
                            {"x1", axis_x + 24},
                            {"x2", band.first_card - 2},
                            {"y1", y},
                            {"y2", y}});
      if (i + 1 < layout_.years.size())
        svg_.empty("line", {{"class", "axis"},
                            {"x1", axis_x},
                            {"x2", axis_x},
                            {"y1", band.top + year_height},
                            {"y2", layout_.years[i + 1].top}});
    }
    svg_.close();
  }

  void draw_succession(const CardLine& line, const std::vector<Point>& way) {
    const DiagramEdge& edge = diagram_.edges[line.edge];
    svg_.open("g", {{"id", element_name("e_", edge.relations.front())},
                    {"class", "edge " + classes_of(mark_of(edge), diagram_.page.style)}});
    svg_.leaf("title", {}, edge.tooltip);
    draw_line(svg_, mark_of(edge), rounded(way, 6), diagram_.page.style,
              element_name("f_", edge.relations.front()));
    svg_.close();
  }

  void draw_card(const Card& card, const PlacedCard& placed) {
    const DiagramNode& node = diagram_.nodes[card.node];
    const NodeStyle& look = node_style(diagram_.page.style, node.drawing_class);
    if (!node.url.empty()) svg_.open("a", {{"href", node.url}});
    svg_.open("g", {{"id", element_name("n_", node.id)},
                    {"class", "node " + classes_of(card.mark, diagram_.page.style) +
                                  (node.emphasis == Emphasis::strong ? " strong" : "")}});
    svg_.leaf("title", {}, node.tooltip);
    draw_shape(svg_, look.shape, placed.box);
    write_rows(svg_, placed.rows, placed.text_at);
    svg_.close();
    if (!node.url.empty()) svg_.close();
    for (std::size_t i = 0; i < placed.chips.size(); ++i) draw_chip(card.chips[i], placed.chips[i]);
    if (!placed.more.spans.empty()) write_rows(svg_, {placed.more}, placed.more_at);
  }

  void draw_chip(const CardChip& chip, const PlacedChip& placed) {
    const DiagramNode& node = diagram_.nodes[chip.node];
    const NodeStyle& look = node_style(diagram_.page.style, node.drawing_class);
    std::string tooltip;
    for (const std::size_t edge : chip.edges)
      tooltip += (tooltip.empty() ? "" : "\n") + diagram_.edges[edge].tooltip;
    const DiagramEdge& first = diagram_.edges[chip.edges.front()];
    svg_.open("g", {{"id", element_name("e_", first.relations.front())},
                    {"class", "node chip " + classes_of(chip.mark, diagram_.page.style) +
                                  (node.emphasis == Emphasis::strong ? " strong" : "")}});
    svg_.leaf("title", {}, tooltip);
    const double radius = look.shape == Shape::ellipse       ? placed.box.height() / 2
                          : look.shape == Shape::rounded_box ? 4
                                                             : 0;
    svg_.empty("rect", {{"x", placed.box.left},
                        {"y", placed.box.top},
                        {"width", placed.box.width()},
                        {"height", placed.box.height()},
                        {"rx", radius}});
    write_centred_rows(svg_, {placed.row}, placed.box.centre());
    svg_.close();
  }

  const CardsChart& content_;
  const Diagram& diagram_;
  CardsLayout layout_;
  SvgWriter svg_;
};

}  // namespace

std::string drawn_cards(const CardsChart& chart, const CardsFrame& frame) {
  return CardsDrawer(chart, frame).svg();
}

}  // namespace entente
