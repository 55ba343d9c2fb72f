#include "render/chart/matrix/matrix_drawer.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/render/legible.hpp>

#include "render/chart/matrix/matrix_corner.hpp"
#include "render/chart/matrix/matrix_order.hpp"
#include "render/label/label.hpp"
#include "render/label/lettering.hpp"
#include "render/layout/box.hpp"
#include "render/mark/marks_of.hpp"
#include "render/mark/node_mark.hpp"
#include "render/mark/sample.hpp"
#include "render/svg/draw_svg.hpp"

namespace entente {
namespace {

constexpr double usual_cell = 19;
constexpr double least_cell = 14;
constexpr double largest_cell = 34;
constexpr double slope = 0.7071;  // of column heads, which stand at 45 degrees
constexpr double count_size = 8;  // the smallest text
constexpr Font count_font{count_size};

/// What distinguishes a node from others of the same name on one line: its name in another
/// language, its year, or else its id.
Phrase distinguishing_name(const DiagramNode& node) {
  if (node.names.size() > 1) return node.names[1];
  Phrase name = node.names.front();
  name.text = (node.year.empty() ? node.id : node.year) + " " + name.text;
  return name;
}

class MatrixDrawer {
 public:
  explicit MatrixDrawer(const MatrixChart& chart)
      : chart_(chart),
        diagram_(chart.diagram),
        row_font_{letter_sizes(diagram_.page.lettering).small},
        rows_(names_of(diagram_, chart.rows)),
        columns_(names_of(diagram_, chart.columns)),
        corner_(chart) {
    for (const MatrixCell& cell : chart.cells) {
      counts_.emplace(std::minmax(cell.a, cell.b), &cell);
      most_ = std::max(most_, cell.relations);
    }
    if (diagram_.page.size)
      fits_ = fit_into(*diagram_.page.size);
    else
      set_cell(usual_cell);
  }

  /// Whether all of it can be read on the page asked for.
  [[nodiscard]] bool fits() const { return fits_; }

  std::string svg() {
    const Furniture furniture = furnish(diagram_.page, body());
    open_page(svg_, diagram_.page, furniture, classes_of(diagram_), rules);
    origin_ = furniture.body + Point{row_room_, head_room_};
    draw_blocks();
    draw_names();
    for (std::size_t row = 0; row < chart_.rows.size(); ++row)
      for (std::size_t column = 0; column < chart_.columns.size(); ++column) draw_cell(row, column);
    draw_corner();
    write_furniture(svg_, diagram_.page, furniture);
    return svg_.take();
  }

 private:
  static constexpr double beside_name = 29;  // the sign of its kind

  [[nodiscard]] std::vector<TextRow> names_of(const Diagram& diagram,
                                              const std::vector<std::size_t>& order) const {
    constexpr double least_compact = 60;
    constexpr double most_compact = 124;
    const std::optional<Size>& page = diagram_.page.size;
    const double compact =
        page ? std::clamp(0.3 * page->width, least_compact, most_compact) : most_compact;
    const double longest_name = is_compact() ? compact : 176;
    std::map<std::string, std::size_t> bearers;
    for (const DiagramNode& node : diagram.nodes) ++bearers[node.names.front().text];
    std::vector<TextRow> names;
    for (const std::size_t at : order) {
      const DiagramNode& node = diagram.nodes[at];
      const bool alone = bearers[node.names.front().text] == 1;
      const Phrase name = alone ? node.names.front() : distinguishing_name(node);
      names.push_back(text_row(set_in_lines(name.text, row_font_, longest_name, 1).front(),
                               name.language, row_font_));
    }
    return names;
  }

  [[nodiscard]] bool is_half() const { return chart_.form == TableForm::half; }

  /// Half a square has no cells above its diagonal, where the names of its columns begin: its first
  /// row and its last column are named once.
  [[nodiscard]] bool has_row(std::size_t i) const { return !is_half() || i > 0 || lone(); }
  [[nodiscard]] bool has_column(std::size_t i) const {
    return !is_half() || i + 1 < chart_.columns.size();
  }
  [[nodiscard]] bool lone() const { return chart_.rows.size() == 1; }

  /// How far the name of a column stands below the top.
  [[nodiscard]] double begin_of_column(std::size_t i) const {
    return is_half() ? static_cast<double>(i) * cell_ : 0;
  }

  /// The table with squares so large.
  void set_cell(double size) {
    cell_ = size;
    side_ = {cell_ * static_cast<double>(chart_.columns.size()),
             cell_ * static_cast<double>(chart_.rows.size())};
    overhang_ = row_room_ = head_room_ = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (has_row(i)) row_room_ = std::max(row_room_, rows_[i].width + beside_name);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!has_column(i)) continue;
      const double sign = is_half() && has_row(i) ? 0 : beside_name;
      const double reach = (columns_[i].width + sign + row_font_.size) * slope;
      head_room_ = std::max(head_room_, reach + 8 - begin_of_column(i));
      overhang_ = std::max(overhang_, (static_cast<double>(i) + 0.5) * cell_ + reach - side_.width);
    }
  }

  [[nodiscard]] Size body() const {
    return {row_room_ + side_.width + overhang_, head_room_ + side_.height};
  }

  [[nodiscard]] bool is_compact() const { return diagram_.page.lettering == Lettering::compact; }

  /// The largest squares with which the table fits into the page without being made smaller, or as
  /// small as can be read where lettering is compact; whether there are any.
  bool fit_into(const Size& page) {
    constexpr double step = 0.5;
    const double smaller = is_compact() ? least_readable / count_size : 1;
    const auto fits = [&] {
      const Size drawn = furnish(diagram_.page, body()).size;
      return drawn.width * smaller <= page.width && drawn.height * smaller <= page.height;
    };
    for (double size = largest_cell; size >= least_cell; size -= step) {
      set_cell(size);
      if (fits()) return true;
    }
    set_cell(is_compact() ? least_cell : usual_cell);
    return false;
  }

  static std::string rules(const Style& style) {
    return ".grid{fill:none;stroke:" + to_string(style.grid) + ";" +
           stroke_width(style.widths.grid) + "}";
  }

  void draw_names() {
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
      open_name(chart_.rows[i]);
      if (has_row(i)) draw_row_name(chart_.rows[i], i);
      if (is_half() && has_column(i)) draw_column_name(chart_.columns[i], i);
      svg_.close();
    }
    for (std::size_t i = 0; !is_half() && i < chart_.columns.size(); ++i) {
      open_name(chart_.columns[i]);
      draw_column_name(chart_.columns[i], i);
      svg_.close();
    }
  }

  void open_name(std::size_t index) {
    const DiagramNode& node = diagram_.nodes[index];
    svg_.open("g", {{"id", element_name("n_", node.id)},
                    {"class", "node " + classes_of(mark_of(node), diagram_.page.style) +
                                  (node.emphasis == Emphasis::strong ? " strong" : "")}});
    svg_.leaf("title", {}, node.tooltip);
  }

  void draw_kind(std::size_t index, Point at) {
    const DiagramNode& node = diagram_.nodes[index];
    draw_shape(svg_, node_style(diagram_.page.style, node.drawing_class).shape,
               Box::around(at, {20, 12}));
  }

  /// Beside its row, with the sign of its kind.
  void draw_row_name(std::size_t index, std::size_t i) {
    const TextRow& text = rows_[i];
    const double middle = (static_cast<double>(i) + 0.5) * cell_;
    draw_kind(index, {origin_.x - 13, origin_.y + middle});
    write_rows(svg_, {text}, {origin_.x - 27 - text.width, origin_.y + middle - text.height / 2});
  }

  /// Slanting away from its column; with the sign of its kind where no row has it.
  void draw_column_name(std::size_t index, std::size_t i) {
    const TextRow& text = columns_[i];
    const double middle = (static_cast<double>(i) + 0.5) * cell_;
    svg_.open(
        "g", {{"transform", "translate(" + coordinate(origin_.x + middle) + " " +
                                coordinate(origin_.y + begin_of_column(i) - 5) + ") rotate(-45)"}});
    const double sign = is_half() && has_row(i) ? 0 : beside_name;
    if (sign > 0) draw_kind(index, {12, 0});
    write_rows(svg_, {text}, {sign, -text.height / 2});
    svg_.close();
  }

  void draw_cell(std::size_t row, std::size_t column) {
    const auto found = counts_.find(std::minmax(chart_.rows[row], chart_.columns[column]));
    const bool counted = found != counts_.end();
    if (is_half() && (column > row || (column == row && !counted))) return;
    const Box box = {origin_.x + static_cast<double>(column) * cell_,
                     origin_.y + static_cast<double>(row) * cell_,
                     origin_.x + static_cast<double>(column + 1) * cell_,
                     origin_.y + static_cast<double>(row + 1) * cell_};
    draw_square(box, "grid");
    if (!counted) return;
    const MatrixCell& count = *found->second;
    svg_.open("g", {{"class", classes_of(count.mark, count.relations, most_)}});
    svg_.leaf("title", {}, count.tooltip);
    draw_square(box.grown(-1), "");
    if (count.relations > 1)
      write_centred_rows(svg_, {text_row({std::to_string(count.relations), "en"}, count_font)},
                         box.centre());
    svg_.close();
  }

  void draw_square(const Box& box, std::string_view element_class) {
    svg_.empty("rect", {{"class", element_class},
                        {"x", box.left},
                        {"y", box.top},
                        {"width", box.width()},
                        {"height", box.height()}});
  }

  /// The grounds of communities, in steps along the diagonal.
  void draw_blocks() {
    for (const RowBlock& block : chart_.blocks) {
      std::vector<Point> corners;
      const auto add = [&](std::size_t column, std::size_t row) {
        corners.push_back(
            origin_ + Point{cell_ * static_cast<double>(column), cell_ * static_cast<double>(row)});
      };
      for (std::size_t i = block.begin; i + 1 < block.end; ++i) {
        add(i, i + 1);
        add(i + 1, i + 1);
      }
      add(block.end - 1, block.end);
      add(block.begin, block.end);
      svg_.open("g", {{"class", "region"}});
      svg_.empty("polygon", {{"points", point_list(corners)}});
      svg_.close();
    }
  }

  /// The pairs with most relations, as many as have room above the names on the diagonal.
  void draw_corner() {
    constexpr std::size_t fewest = 3;
    if (corner_.pairs() < fewest) return;
    double reach = 0;  // of names, to the right of the diagonal and upwards
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (has_column(i)) reach = std::max(reach, (columns_[i].width + beside_name) * 2 * slope);
    reach += cell_ + 2 * row_font_.size;
    const double right = side_.width + overhang_;
    for (std::size_t pairs = corner_.pairs(); pairs >= fewest; --pairs) {
      const Size size = corner_.size(pairs);
      if (right - size.width + head_room_ - size.height < reach) continue;
      corner_.draw(svg_, origin_ + Point{right - size.width, -head_room_}, pairs, most_);
      return;
    }
  }

  const MatrixChart& chart_;
  const Diagram& diagram_;
  std::map<Dyad, const MatrixCell*> counts_;
  Font row_font_;
  std::vector<TextRow> rows_;     ///< names, in order
  std::vector<TextRow> columns_;  ///< likewise
  MatrixCorner corner_;
  double cell_ = usual_cell;
  Size side_ = {};
  double row_room_ = 0;   ///< beside the rows
  double head_room_ = 0;  ///< above the columns
  double overhang_ = 0;   ///< of the last columns' names, at the right
  std::size_t most_ = 0;
  Point origin_ = {};
  bool fits_ = true;
  SvgWriter svg_;
};

}  // namespace

bool fits_its_page(const MatrixChart& chart) {
  return MatrixDrawer(chart).fits();
}

std::string drawn_matrix(const MatrixChart& chart) {
  return MatrixDrawer(chart).svg();
}

}  // namespace entente
