#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/render/cards.hpp>

#include "render/chart/cards/cards_drawer.hpp"
#include "render/chart/cards/cards_pages.hpp"

namespace entente {
namespace {

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

}  // namespace

std::string to_svg(const CardsChart& chart) {
  check(chart);
  return drawn_cards(chart, {});
}

std::vector<std::string> to_svg_pages(const CardsChart& chart) {
  check(chart);
  if (fits_one_page(chart)) return {drawn_cards(chart, {})};
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
