#include "render/chart/matrix/matrix_table.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "render/chart/matrix/matrix_order.hpp"
#include "render/diagram/build_diagram.hpp"
#include "render/diagram/untied.hpp"
#include "render/mark/legend.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

std::map<Dyad, MatrixCell> counted(const Diagram& diagram) {
  std::map<Dyad, MatrixCell> counts;
  for (const DiagramEdge& edge : diagram.edges) {
    const Dyad dyad = std::minmax(edge.from, edge.to);
    MatrixCell& count = counts[dyad];
    count.a = dyad.first;
    count.b = dyad.second;
    count.relations += edge.relations.size();
    if (count.relations == edge.relations.size() || edge.doubt == Why::none)
      count.mark.doubt = edge.doubt;
    count.tooltip += (count.tooltip.empty() ? "" : "\n") + edge.tooltip;
  }
  return counts;
}

std::map<Dyad, std::size_t> numbers_in(const std::map<Dyad, MatrixCell>& counts) {
  std::map<Dyad, std::size_t> numbers;
  for (const auto& [dyad, count] : counts) numbers.emplace(dyad, count.relations);
  return numbers;
}

/// Whether communities are seen as blocks.
enum class Blocks : std::uint8_t { none, some };

std::vector<LegendEntry> legend_of_table(const Diagram& diagram,
                                         const std::vector<MatrixCell>& cells, Blocks blocks,
                                         const Vocabulary& vocabulary,
                                         const LanguagePreference& languages) {
  Legend legend(vocabulary, diagram.page.style, languages);
  for (const DiagramNode& node : diagram.nodes) legend.add_entity(node.kind, mark_of(node));
  for (const MatrixCell& cell : cells) legend.add(cell.mark);
  if (blocks == Blocks::some) legend.add(RegionMark{});
  return legend.entries();
}

/// Whether somebody asked for what a table of main kinds leaves out.
bool asks_for_all(const Selection& selection) {
  return !selection.kinds.empty() || !selection.types.empty() ||
         selection.isolated == Isolated::always;
}

}  // namespace

MatrixChart table_of(const Graph& graph, const Selection& selection,
                     const DiagramOptions& options) {
  const bool all = asks_for_all(selection);
  const Accent accent{.kinds = all ? DrawnKinds::all : DrawnKinds::main};
  MatrixChart chart{.diagram =
                        build_diagram(graph, graph.facts(selection), selection, options, accent)};
  if (selection.isolated != Isolated::always && !chart.diagram.edges.empty())
    drop_untied(chart.diagram);
  const std::map<Dyad, MatrixCell> counts = counted(chart.diagram);
  TableOrder order = order_of_table(chart.diagram, numbers_in(counts));
  chart.form = order.form;
  chart.rows = std::move(order.rows);
  chart.columns = std::move(order.columns);
  for (const auto& [dyad, cell] : counts) chart.cells.push_back(cell);
  chart.blocks = std::move(order.blocks);
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  chart.most = word(Word::tied_most, languages);
  chart.diagram.page.legend = legend_of_table(chart.diagram, chart.cells,
                                              chart.blocks.empty() ? Blocks::none : Blocks::some,
                                              graph.vocabulary(), languages);
  return chart;
}

}  // namespace entente
