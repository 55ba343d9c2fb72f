#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include <entente/render/matrix.hpp>

#include "render/diagram/build_diagram.hpp"
#include "render/diagram/limits.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/mark/legend.hpp"
#include "render/mark/marks_of.hpp"
#include "render/mark/node_mark.hpp"
#include "render/mark/sample.hpp"
#include "render/svg/draw_svg.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr double usual_cell = 19;
constexpr double least_cell = 14;
constexpr double largest_cell = 34;
constexpr double longest_name = 176;
constexpr double slope = 0.7071;  // of column heads, which stand at 45 degrees
constexpr Font row_font{9};
constexpr Font count_font{8};

/// Two entities; indices into Diagram::nodes, the smaller first.
using Dyad = std::pair<std::size_t, std::size_t>;

struct Count {
  std::size_t relations = 0;
  CountMark mark = {};
  std::string tooltip = {};
};

std::map<Dyad, Count> counted(const Diagram& diagram) {
  std::map<Dyad, Count> counts;
  for (const DiagramEdge& edge : diagram.edges) {
    Count& count = counts[std::minmax(edge.from, edge.to)];
    count.relations += edge.relations.size();
    if (count.relations == edge.relations.size() || edge.doubt == Why::none)
      count.mark.doubt = edge.doubt;
    count.tooltip += (count.tooltip.empty() ? "" : "\n") + edge.tooltip;
  }
  return counts;
}

/// Nodes by the vocabulary's order of kinds, then by their relations, most first, then by id.
std::vector<std::size_t> order_of(const Diagram& diagram, const Vocabulary& vocabulary,
                                  const std::map<Dyad, Count>& counts) {
  std::map<std::string, std::size_t, std::less<>> rank;
  for (const Kind& kind : vocabulary.kinds()) rank.emplace(kind.id, rank.size());
  std::vector<std::ptrdiff_t> ties(diagram.nodes.size(), 0);
  for (const auto& [dyad, count] : counts)
    for (const std::size_t node : {dyad.first, dyad.second})
      ties[node] += static_cast<std::ptrdiff_t>(count.relations);
  std::vector<std::size_t> order(diagram.nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t node) {
      const auto kind = rank.find(diagram.nodes[node].kind);
      return std::tuple(kind == rank.end() ? rank.size() : kind->second, -ties[node], node);
    };
    return key(a) < key(b);
  });
  return order;
}

/// What tells a node from others of the same name on one line: its name in another language, its
/// year, or else its id.
Phrase told_apart(const DiagramNode& node) {
  if (node.names.size() > 1) return node.names[1];
  Phrase name = node.names.front();
  name.text = (node.year.empty() ? node.id : node.year) + " " + name.text;
  return name;
}

std::vector<LegendEntry> legend_of_table(const Diagram& diagram, const Vocabulary& vocabulary,
                                         const LanguagePreference& languages) {
  Legend legend(vocabulary, diagram.page.style, languages);
  for (const DiagramNode& node : diagram.nodes) legend.add_entity(node.kind, mark_of(node));
  for (const auto& [dyad, count] : counted(diagram)) legend.add(count.mark);
  return legend.entries();
}

class MatrixDrawer {
 public:
  MatrixDrawer(const Diagram& diagram, const Vocabulary& vocabulary)
      : diagram_(diagram),
        counts_(counted(diagram)),
        order_(order_of(diagram, vocabulary, counts_)),
        names_(names_of(diagram, order_)) {
    for (const auto& [dyad, count] : counts_) most_ = std::max(most_, count.relations);
    if (diagram.page.size)
      fit_into(*diagram.page.size);
    else
      set_cell(usual_cell);
  }

  std::string svg() {
    const Furniture furniture = furnish(diagram_.page, body());
    open_page(svg_, diagram_.page, furniture, classes_of(diagram_), rules());
    origin_ = furniture.body + Point{row_room_, head_room_};
    for (std::size_t i = 0; i < order_.size(); ++i) draw_names(i);
    for (std::size_t row = 0; row < order_.size(); ++row)
      for (std::size_t column = 0; column < order_.size(); ++column) draw_cell(row, column);
    write_furniture(svg_, diagram_.page, furniture);
    return svg_.take();
  }

 private:
  static constexpr double beside_name = 29;  // the sign of its kind

  static std::vector<TextRow> names_of(const Diagram& diagram,
                                       const std::vector<std::size_t>& order) {
    std::map<std::string, std::size_t> bearers;
    for (const std::size_t node : order) ++bearers[diagram.nodes[node].names.front().text];
    std::vector<TextRow> names;
    for (const std::size_t at : order) {
      const DiagramNode& node = diagram.nodes[at];
      const bool alone = bearers[node.names.front().text] == 1;
      const Phrase name = alone ? node.names.front() : told_apart(node);
      names.push_back(text_row(set_in_lines(name.text, row_font, longest_name, 1).front(),
                               name.language, row_font));
    }
    return names;
  }

  /// The table with squares so large.
  void set_cell(double size) {
    cell_ = size;
    side_ = cell_ * static_cast<double>(order_.size());
    overhang_ = 0;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      row_room_ = std::max(row_room_, names_[i].width + beside_name);
      const double reach = (names_[i].width + row_font.size) * slope;
      head_room_ = std::max(head_room_, reach + 8);
      overhang_ = std::max(overhang_, (static_cast<double>(i) + 0.5) * cell_ + reach - side_);
    }
  }

  [[nodiscard]] Size body() const { return {row_room_ + side_ + overhang_, head_room_ + side_}; }

  /// The largest squares with which the table fits into the page without being made smaller; the
  /// usual ones if there are none.
  void fit_into(const Size& page) {
    constexpr double step = 0.5;
    const auto fits = [&] {
      const Size drawn = furnish(diagram_.page, body()).size;
      return drawn.width <= page.width && drawn.height <= page.height;
    };
    for (double size = largest_cell; size >= least_cell; size -= step) {
      set_cell(size);
      if (fits()) return;
    }
    set_cell(usual_cell);
  }

  [[nodiscard]] std::string rules() const {
    return ".grid{fill:none;stroke:" + to_string(diagram_.page.style.grid) + ";stroke-width:.6}";
  }

  /// Beside its row, and slanting away from its column; a square in the colour of its kind.
  void draw_names(std::size_t i) {
    const DiagramNode& node = diagram_.nodes[order_[i]];
    const NodeStyle& look = node_style(diagram_.page.style, node.drawing_class);
    const TextRow& text = names_[i];
    const double middle = (static_cast<double>(i) + 0.5) * cell_;
    svg_.open("g", {{"id", element_name("n_", node.id)},
                    {"class", "node " + classes_of(mark_of(node), diagram_.page.style) +
                                  (node.emphasis == Emphasis::strong ? " strong" : "")}});
    svg_.leaf("title", {}, node.tooltip);
    draw_shape(svg_, look.shape, Box::around({origin_.x - 13, origin_.y + middle}, {20, 12}));
    write_rows(svg_, {text}, {origin_.x - 27 - text.width, origin_.y + middle - text.height / 2});
    svg_.open("g", {{"transform", "translate(" + coordinate(origin_.x + middle) + " " +
                                      coordinate(origin_.y - 5) + ") rotate(-45)"}});
    write_rows(svg_, {text}, {0, -text.height / 2});
    svg_.close();
    svg_.close();
  }

  void draw_cell(std::size_t row, std::size_t column) {
    const Box box = {origin_.x + static_cast<double>(column) * cell_,
                     origin_.y + static_cast<double>(row) * cell_,
                     origin_.x + static_cast<double>(column + 1) * cell_,
                     origin_.y + static_cast<double>(row + 1) * cell_};
    draw_square(box, "grid", "");
    const auto found = counts_.find(std::minmax(order_[row], order_[column]));
    if (found == counts_.end()) return;
    const Count& count = found->second;
    svg_.open("g", {{"class", classes_of(count.mark)}});
    svg_.leaf("title", {}, count.tooltip);
    draw_square(box.grown(-1.5), "",
                "fill:" + to_string(count_colour(diagram_.page.style, count.relations, most_)));
    write_centred_rows(svg_, {text_row({std::to_string(count.relations), "en"}, count_font)},
                       box.centre());
    svg_.close();
  }

  void draw_square(const Box& box, const char* element_class, const std::string& look) {
    svg_.empty("rect", {{"class", element_class},
                        {"style", look},
                        {"x", box.left},
                        {"y", box.top},
                        {"width", box.width()},
                        {"height", box.height()}});
  }

  const Diagram& diagram_;
  std::map<Dyad, Count> counts_;
  std::vector<std::size_t> order_;
  std::vector<TextRow> names_;  ///< in this order
  double cell_ = usual_cell;
  double side_ = 0;
  double row_room_ = 0;   ///< beside the rows
  double head_room_ = 0;  ///< above the columns
  double overhang_ = 0;   ///< of the last columns' names, at the right
  std::size_t most_ = 0;
  Point origin_ = {};
  SvgWriter svg_;
};

}  // namespace

MatrixPicture matrix_picture(const Graph& graph, const Selection& selection,
                             const DiagramOptions& options) {
  DiagramOptions limited = options;
  limited.max_entities = std::min(options.max_entities, most_matrix_entities);
  Diagram diagram = build_diagram(graph, graph.facts(selection), selection, limited, {});
  diagram.page.legend =
      legend_of_table(diagram, graph.vocabulary(), LanguagePreference::parse(options.languages));
  return {.svg = MatrixDrawer(diagram, graph.vocabulary()).svg(),
          .entities = diagram.nodes.size(),
          .left_out = diagram.left_out};
}

}  // namespace entente
