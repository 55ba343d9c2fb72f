#pragma once

/// Who has how many ties with whom, as a table of counts: first as a value, which a program may
/// look into and change, then as SVG.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// Half a square where everybody may be tied to everybody, since both halves would be alike; a
/// rectangle where ties lead from one kind to another alone.
enum class TableForm : std::uint8_t { half, rectangle };

/// The count of two entities.
struct MatrixCell {
  std::size_t a = 0;          ///< index into Diagram::nodes
  std::size_t b = 0;          ///< likewise; not below `a`
  std::size_t relations = 0;  ///< how many there are
  CountMark mark = {};        ///< how it is drawn
  std::string tooltip = {};   ///< a sentence a line
};

/// Rows of a table that belong together.
struct RowBlock {
  std::size_t begin = 0;  ///< the first of them
  std::size_t end = 0;    ///< after the last

  /// The same rows.
  friend bool operator==(const RowBlock&, const RowBlock&) = default;
};

/// A table of counts before it is drawn.
struct MatrixChart {
  Diagram diagram = {};                   ///< the entities, the ties counted, and the page
  TableForm form = TableForm::half;       ///< which cells it has
  std::vector<std::size_t> rows = {};     ///< indices into Diagram::nodes, from top to bottom
  std::vector<std::size_t> columns = {};  ///< likewise, from the left; as the rows in half a square
  std::vector<MatrixCell> cells = {};     ///< by their ends; a pair without ties has none
  /// Of half a square, rows whose entities are tied to each other more than to others; ascending.
  std::vector<RowBlock> blocks = {};
  /// The heading of the list of those with most relations, in the corner of half a square.
  Phrase most = {};
};

/// The picture and how many entities it leaves out; its subtitle says the same.
struct MatrixPicture {
  std::string svg = {};      ///< the picture
  std::size_t entities = 0;  ///< how many are shown
  std::size_t left_out = 0;  ///< how many the limit left out
};

/// Dyads counted: the selected relations between two entities, whichever way they run. For dense
/// data. Those with many ties among them lie together. At most `max_entities`, and no more than 80,
/// are kept: the highlighted and those tied to most others; fewer where more could not be read on
/// the page asked for.
/// @throws InvalidArgument as Graph::facts, and for languages that are none.
/// Cost: O(selected relations + entities drawn squared).
[[nodiscard]] MatrixChart matrix_chart(const Graph& graph, const Selection& selection = {},
                                       const DiagramOptions& options = {});

/// The cell of a row and a column holds the number of relations between the two entities, and is
/// the stronger the more there are; a cell that only holds relations possible in the period is
/// outlined with dashes. In half a square communities have a ground of their own, and where its
/// empty corner has room those with most relations are listed there.
/// SVG as of write_svg: ids, classes, tooltips, nothing that acts; the same chart, the same bytes.
/// @throws InvalidArgument `bad-chart` for an index of no node, a node without a name, half a
/// square whose columns are not its rows, or a block of no rows.
[[nodiscard]] std::string to_svg(const MatrixChart& chart);

/// Both at once.
[[nodiscard]] MatrixPicture matrix_picture(const Graph& graph, const Selection& selection = {},
                                           const DiagramOptions& options = {});

}  // namespace entente
