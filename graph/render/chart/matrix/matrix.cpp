#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/render/matrix.hpp>

#include "render/chart/matrix/matrix_drawer.hpp"
#include "render/chart/matrix/matrix_order.hpp"
#include "render/chart/matrix/matrix_table.hpp"
#include "render/diagram/limits.hpp"

namespace entente {
namespace {

void check(const MatrixChart& chart) {
  const std::vector<DiagramNode>& nodes = chart.diagram.nodes;
  const auto is_none = [&](std::size_t node) { return node >= nodes.size(); };
  if (std::ranges::any_of(chart.rows, is_none) || std::ranges::any_of(chart.columns, is_none) ||
      std::ranges::any_of(
          chart.cells, [&](const MatrixCell& cell) { return is_none(cell.a) || is_none(cell.b); }))
    throw InvalidArgument("bad-chart", "a row, a column or a cell is of an entity beyond the last");
  if (std::ranges::any_of(nodes, [](const DiagramNode& node) { return node.names.empty(); }))
    throw InvalidArgument("bad-chart", "an entity of the table has no name");
  if (chart.form == TableForm::half && chart.columns != chart.rows)
    throw InvalidArgument("bad-chart", "half a square has other columns than rows");
  if (std::ranges::any_of(chart.blocks, [&](const RowBlock& block) {
        return block.begin >= block.end || block.end > chart.rows.size();
      }))
    throw InvalidArgument("bad-chart", "a block of the table has no rows");
}

}  // namespace

MatrixChart matrix_chart(const Graph& graph, const Selection& selection,
                         const DiagramOptions& options) {
  constexpr std::size_t fewest = 2;
  DiagramOptions limited = options;
  limited.folding = Folding::none;
  limited.max_entities = std::min(options.max_entities, most_matrix_entities);
  const auto try_with = [&](std::size_t most, Lettering lettering) {
    limited.max_entities = most;
    limited.lettering = lettering;
    MatrixChart chart = table_of(graph, selection, limited);
    const bool fits = fits_its_page(chart);
    return std::pair(fits, std::move(chart));
  };
  const std::size_t all = limited.max_entities;
  for (const Lettering lettering : {Lettering::usual, Lettering::compact})
    if (auto [fits, chart] = try_with(all, lettering); fits) return std::move(chart);
  MatrixChart best = try_with(fewest, Lettering::compact).second;
  std::size_t few = fewest;
  std::size_t too_many = all;
  while (few + 1 < too_many) {
    const std::size_t most = (few + too_many) / 2;
    auto [fits, chart] = try_with(most, Lettering::compact);
    (fits ? few : too_many) = most;
    if (fits) best = std::move(chart);
  }
  return best;
}

std::string to_svg(const MatrixChart& chart) {
  check(chart);
  return drawn_matrix(chart);
}

MatrixPicture matrix_picture(const Graph& graph, const Selection& selection,
                             const DiagramOptions& options) {
  const MatrixChart chart = matrix_chart(graph, selection, options);
  return {.svg = to_svg(chart),
          .entities = chart.diagram.nodes.size(),
          .left_out = chart.diagram.left_out};
}

}  // namespace entente
