#include <algorithm>
#include <iterator>
#include <utility>

#include <entente/render/cards.hpp>
#include <entente/render/legible.hpp>

#include "render/chart/cards/cards_layout.hpp"
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
  CardsDrawer(const CardsContent& content, const Page& page, const CardsFrame& frame)
      : content_(content),
        diagram_(content.diagram),
        page_(page),
        layout_(lay_out(content, frame)) {}

  std::string svg() {
    const Furniture furniture = furnish(page_, layout_.body);
    open_page(svg_, page_, furniture, classes_of(diagram_), rules);
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
    write_furniture(svg_, page_, furniture);
    return svg_.take();
  }

 private:
  static std::string rules(const Style& style) {
    const std::string grid = to_string(style.grid);
    return ".axis{stroke:" + grid + ";stroke-width:2}.grid{stroke:" + grid +
           ";stroke-width:1}.chip{stroke-width:1}";
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

  void draw_chip(const Chip& chip, const PlacedChip& placed) {
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

  const CardsContent& content_;
  const Diagram& diagram_;
  Page page_;
  CardsLayout layout_;
  SvgWriter svg_;
};

/// The page around cards.
Size whole_size(const CardsContent& content, const Page& page, const CardsFrame& frame) {
  return furnish(page, lay_out(content, frame).body).size;
}

/// The cards from `first` to before `last`, and the successions among them.
CardsContent some_of(const CardsContent& content, std::size_t first, std::size_t last) {
  CardsContent some = content;
  some.cards.assign(content.cards.begin() + static_cast<std::ptrdiff_t>(first),
                    content.cards.begin() + static_cast<std::ptrdiff_t>(last));
  some.lines.clear();
  for (CardLine line : content.lines) {
    if (std::min(line.newer, line.older) < first || std::max(line.newer, line.older) >= last)
      continue;
    line.newer -= first;
    line.older -= first;
    some.lines.push_back(line);
  }
  return some;
}

/// What stands on each page of that size.
std::vector<CardsContent> sheets_of(const CardsContent& content, const Page& page,
                                    const CardsFrame& frame, double height) {
  std::vector<CardsContent> sheets;
  for (std::size_t first = 0; first < content.cards.size();) {
    std::size_t fits = first + 1;
    std::size_t too_many = content.cards.size() + 1;
    while (fits + 1 < too_many) {
      const std::size_t last = (fits + too_many) / 2;
      const bool fit = whole_size(some_of(content, first, last), page, frame).height <= height;
      (fit ? fits : too_many) = last;
    }
    sheets.push_back(some_of(content, first, fits));
    first = fits;
  }
  return sheets;
}

/// One page, or several where one of the size asked for is too small to be read.
std::vector<std::string> pages_of(const CardsContent& content) {
  const Page& page = content.diagram.page;
  if (!page.size || content.cards.empty()) return {CardsDrawer(content, page, {}).svg()};
  const Size whole = whole_size(content, page, {});
  const double scale = std::min(page.size->width / whole.width, page.size->height / whole.height);
  if (scale * CardsFrame{}.smallest() >= least_readable)
    return {CardsDrawer(content, page, {}).svg()};
  Page compact = page;
  compact.lettering = Lettering::compact;
  const double enough = least_readable / frame_for(page.size->width).smallest();
  const Size sheet{page.size->width / enough, page.size->height / enough};
  CardsFrame frame = frame_for(inner_width_of(compact, sheet.width));
  // Lines beside the cards take room as well.
  for (int i = 0; i < 3; ++i)
    if (const double excess = whole_size(content, compact, frame).width - sheet.width; excess > 0)
      frame.card_width -= excess / static_cast<double>(frame.most_lanes);
  const std::vector<CardsContent> sheets = sheets_of(content, compact, frame, sheet.height);
  std::vector<std::string> svgs;
  for (const CardsContent& each : sheets)
    svgs.push_back(
        CardsDrawer(each, page_of_several(compact, svgs.size() + 1, sheets.size()), frame).svg());
  return svgs;
}

}  // namespace

CardsPicture cards_picture(const Graph& graph, const Selection& selection,
                           const DiagramOptions& options) {
  const CardsContent content = cards_content(graph, selection, options);
  std::vector<std::string> pages = pages_of(content);
  CardsPicture picture{.svg = std::move(pages.front()),
                       .cards = content.cards.size(),
                       .undated = content.undated,
                       .left_out = content.left_out};
  picture.further_pages.assign(std::make_move_iterator(pages.begin() + 1),
                               std::make_move_iterator(pages.end()));
  return picture;
}

}  // namespace entente
