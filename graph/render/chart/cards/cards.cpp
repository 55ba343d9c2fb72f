#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/error.hpp>
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
#include "words/wording.hpp"

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

void require(bool holds, const char* otherwise) {
  if (!holds) throw InvalidArgument("bad-chart", otherwise);
}

void check(const CardsChart& chart) {
  const std::vector<DiagramNode>& nodes = chart.diagram.nodes;
  const std::vector<DiagramEdge>& edges = chart.diagram.edges;
  const auto has_name = [&](std::size_t node) {
    return node < nodes.size() && !nodes[node].names.empty();
  };
  const auto is_tie = [&](std::size_t edge) {
    return edge < edges.size() && !edges[edge].relations.empty();
  };
  for (const Card& card : chart.cards) {
    require(has_name(card.node), "a card is of no entity that has a name");
    for (const CardChip& chip : card.chips) {
      require(has_name(chip.node), "a chip is of no entity that has a name");
      require(!chip.edges.empty() && std::ranges::all_of(chip.edges, is_tie),
              "a chip is there without a tie");
    }
  }
  for (const CardLine& line : chart.lines)
    require(line.newer < chart.cards.size() && line.older < chart.cards.size() && is_tie(line.edge),
            "a line of succession leads from or to no card");
}

/// The page around cards.
Size whole_size(const CardsChart& chart, const CardsFrame& frame) {
  return furnish(chart.diagram.page, lay_out(chart, frame).body).size;
}

/// The cards from `first` to before `last`, and the successions among them.
CardsChart some_of(const CardsChart& chart, std::size_t first, std::size_t last) {
  CardsChart some = chart;
  some.cards.assign(chart.cards.begin() + static_cast<std::ptrdiff_t>(first),
                    chart.cards.begin() + static_cast<std::ptrdiff_t>(last));
  some.lines.clear();
  for (CardLine line : chart.lines) {
    if (std::min(line.newer, line.older) < first || std::max(line.newer, line.older) >= last)
      continue;
    line.newer -= first;
    line.older -= first;
    some.lines.push_back(line);
  }
  return some;
}

using Pair = std::pair<std::size_t, std::size_t>;

/// The successions that no page shows, by their cards.
std::set<Pair> torn(const CardsChart& chart, const std::vector<CardsChart>& sheets) {
  std::set<Pair> result;
  std::vector<std::size_t> page;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    page.insert(page.end(), sheets[i].cards.size(), i + 1);
  for (const CardLine& line : chart.lines)
    if (page[line.newer] != page[line.older]) result.emplace(line.newer, line.older);
  return result;
}

/// Words for them on both cards; `page_of` tells on which page a card is.
template <typename PageOf>
CardsChart with_words(CardsChart chart, const std::set<Pair>& torn, const PageOf& page_of) {
  constexpr Wording on_page = {"{} page {}: {}", "{} {}ページ：{}", "{} 第{}页：{}",
                               "{} 第{}頁：{}"};
  const LanguagePreference languages = LanguagePreference::parse(chart.diagram.page.languages);
  const Phrase words = phrase_of(on_page, languages);
  const auto say = [&](std::size_t card, std::size_t other, std::string_view arrow) {
    const Phrase& name = chart.diagram.nodes[chart.cards[other].node].names.front();
    chart.cards[card].elsewhere.push_back(
        {filled_in(words.text, {arrow, std::to_string(page_of(other)), name.text}), name.language});
  };
  for (const auto& [newer, older] : torn) {
    say(newer, older, "\u2192");
    say(older, newer, "\u2190");
  }
  return chart;
}

/// The legend of what is on a page.
void explain_only_what_is_there(CardsChart& sheet) {
  std::set<std::string> classes;
  std::set<Why> doubts;
  std::set<Modality> modalities;
  const auto add = [&](const NodeMark& mark) {
    classes.insert(mark.drawing_class);
    doubts.insert(mark.doubt);
    modalities.insert(mark.modality);
  };
  for (const Card& card : sheet.cards) {
    add(card.mark);
    for (const CardChip& chip : card.chips) add(chip.mark);
  }
  std::erase_if(sheet.diagram.page.legend, [&](const LegendEntry& entry) {
    if (std::holds_alternative<LineMark>(entry.mark)) return sheet.lines.empty();
    const NodeMark* mark = std::get_if<NodeMark>(&entry.mark);
    if (mark == nullptr) return false;
    if (!mark->drawing_class.empty()) return !classes.contains(mark->drawing_class);
    return mark->doubt != Why::none ? !doubts.contains(mark->doubt)
                                    : !modalities.contains(mark->modality);
  });
}

/// What stands on each page so high.
std::vector<CardsChart> sheets_of(const CardsChart& chart, const CardsFrame& frame, double height) {
  std::vector<CardsChart> sheets;
  for (std::size_t first = 0; first < chart.cards.size();) {
    std::size_t fits = first + 1;
    std::size_t too_many = chart.cards.size() + 1;
    while (fits + 1 < too_many) {
      const std::size_t last = (fits + too_many) / 2;
      const bool fit = whole_size(some_of(chart, first, last), frame).height <= height;
      (fit ? fits : too_many) = last;
    }
    sheets.push_back(some_of(chart, first, fits));
    first = fits;
  }
  return sheets;
}

/// The same with what leads from page to page in words; where these need room, a page holds less,
/// so that more may lead to another.
std::vector<CardsChart> told_sheets_of(const CardsChart& chart, const CardsFrame& frame,
                                       double height) {
  constexpr int rounds = 4;
  std::vector<CardsChart> sheets = sheets_of(chart, frame, height);
  std::set<Pair> in_words;
  for (int i = 0; i < rounds; ++i) {
    const std::set<Pair> more = torn(chart, sheets);
    if (std::ranges::includes(in_words, more)) break;
    in_words.insert(more.begin(), more.end());
    sheets = sheets_of(with_words(chart, in_words, [](std::size_t) { return 0; }), frame, height);
  }
  std::vector<std::size_t> page;
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    first.push_back(page.size());
    page.insert(page.end(), sheets[i].cards.size(), i + 1);
  }
  const CardsChart told =
      with_words(chart, torn(chart, sheets), [&](std::size_t card) { return page[card]; });
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    sheets[i] = some_of(told, first[i], first[i] + sheets[i].cards.size());
    explain_only_what_is_there(sheets[i]);
  }
  return sheets;
}

/// Whether one page of the size asked for is large enough for all cards to be read.
bool fits_one_page(const CardsChart& chart) {
  const Page& page = chart.diagram.page;
  if (!page.size || chart.cards.empty()) return true;
  const Size whole = whole_size(chart, {});
  const double scale = std::min(page.size->width / whole.width, page.size->height / whole.height);
  return scale * CardsFrame{}.smallest() >= least_readable;
}

/// @pre `chart` has a page.
std::vector<std::string> several_pages_of(const CardsChart& chart) {
  CardsChart compact = chart;
  Page& page = compact.diagram.page;
  page.lettering = Lettering::compact;
  const double enough = least_readable / frame_for(page.size->width).smallest();
  const Size sheet{page.size->width / enough, page.size->height / enough};
  CardsFrame frame = frame_for(inner_width_of(page, sheet.width));
  // Lines beside the cards take room as well.
  for (int i = 0; i < 3; ++i)
    if (const double excess = whole_size(compact, frame).width - sheet.width; excess > 0)
      frame.card_width -= excess / static_cast<double>(frame.most_lanes);
  std::vector<CardsChart> sheets = told_sheets_of(compact, frame, sheet.height);
  std::vector<std::string> svgs;
  for (CardsChart& each : sheets) {
    std::vector<LegendEntry> legend = std::move(each.diagram.page.legend);
    each.diagram.page = page_of_several(page, svgs.size() + 1, sheets.size());
    if (!each.diagram.page.legend.empty()) each.diagram.page.legend = std::move(legend);
    svgs.push_back(CardsDrawer(each, frame).svg());
  }
  return svgs;
}

}  // namespace

std::string to_svg(const CardsChart& chart) {
  check(chart);
  return CardsDrawer(chart, {}).svg();
}

std::vector<std::string> to_svg_pages(const CardsChart& chart) {
  check(chart);
  if (fits_one_page(chart)) return {CardsDrawer(chart, {}).svg()};
  return several_pages_of(chart);
}

CardsPicture cards_picture(const Graph& graph, const Selection& selection,
                           const DiagramOptions& options) {
  const CardsChart chart = cards_chart(graph, selection, options);
  std::vector<std::string> pages = to_svg_pages(chart);
  CardsPicture picture{.svg = std::move(pages.front()),
                       .cards = chart.cards.size(),
                       .undated = chart.undated,
                       .left_out = chart.left_out};
  picture.further_pages.assign(std::make_move_iterator(pages.begin() + 1),
                               std::make_move_iterator(pages.end()));
  return picture;
}

}  // namespace entente
