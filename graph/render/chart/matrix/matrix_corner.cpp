#include "render/chart/matrix/matrix_corner.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "render/label/label.hpp"
#include "render/label/lettering.hpp"
#include "render/mark/sample.hpp"
#include "render/svg/svg_text.hpp"

namespace entente {
namespace {

constexpr Size square{20, 14};
constexpr double line = 18;
constexpr double beside_square = 7;
constexpr double below_heading = 5;

TextRow names_of(const Diagram& diagram, const MatrixCell& cell) {
  constexpr double longest = 130;  // of either name
  const Font font{letter_sizes(diagram.page.lettering).small};
  std::vector<TextSpan> spans;
  for (const std::size_t node : {cell.a, cell.b}) {
    const Phrase& name = diagram.nodes[node].names.front();
    if (!spans.empty()) spans.push_back({" \u2013 ", "en", font, Ink::secondary});
    spans.push_back(
        {set_in_lines(name.text, font, longest, 1).front(), name.language, font, Ink::text});
  }
  return text_row(std::move(spans));
}

}  // namespace

MatrixCorner::MatrixCorner(const MatrixChart& chart) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t most = 12;
  constexpr std::size_t least_count = 2;
  if (chart.form != TableForm::half || chart.most.text.empty()) return;
  std::vector<const MatrixCell*> cells;
  for (const MatrixCell& cell : chart.cells)
    if (cell.relations >= least_count && cell.a != cell.b) cells.push_back(&cell);
  if (cells.size() < fewest) return;
  std::stable_sort(cells.begin(), cells.end(), [](const MatrixCell* a, const MatrixCell* b) {
    return a->relations > b->relations;
  });
  cells.resize(std::min(cells.size(), most));
  heading_ = text_row(chart.most,
                      {letter_sizes(chart.diagram.page.lettering).small + 1, FontWeight::bold});
  for (const MatrixCell* cell : cells) lines_.push_back({cell, names_of(chart.diagram, *cell)});
}

Size MatrixCorner::size(std::size_t pairs) const {
  Size all{heading_.width, heading_.height + below_heading + line * static_cast<double>(pairs)};
  for (std::size_t i = 0; i < pairs; ++i)
    all.width = std::max(all.width, square.width + beside_square + lines_[i].names.width);
  return all;
}

void MatrixCorner::draw(SvgWriter& svg, Point top_left, std::size_t pairs, std::size_t most) const {
  constexpr Font count_font{8};
  svg.open("g", {{"id", "most"}});
  write_rows(svg, {heading_}, top_left);
  double middle = top_left.y + heading_.height + below_heading + line / 2;
  for (std::size_t i = 0; i < pairs; ++i, middle += line) {
    const MatrixCell& cell = *lines_[i].cell;
    const Box box = Box::around({top_left.x + square.width / 2, middle}, square);
    svg.open("g", {{"class", classes_of(cell.mark, cell.relations, most)}});
    svg.empty("rect",
              {{"x", box.left}, {"y", box.top}, {"width", box.width()}, {"height", box.height()}});
    write_centred_rows(svg, {text_row({std::to_string(cell.relations), "en"}, count_font)},
                       box.centre());
    svg.close();
    write_rows(svg, {lines_[i].names},
               {box.right + beside_square, middle - lines_[i].names.height / 2});
  }
  svg.close();
}

}  // namespace entente
