// Labels of edges, short edges first: each takes the place along its edge that is free of nodes and
// other labels and hides the fewest edges; where none is free it is left to the tooltip.

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "render/drawing.hpp"

namespace entente {
namespace {

constexpr Font label_font{8};
constexpr double widest = 150;

/// Words, marks, dates and source numbers.
std::string label_text(const DiagramEdge& edge) {
  std::string text;
  if (edge.change == Change::appeared) text = "+";
  if (edge.change == Change::ended) text = "\u2212";
  if (edge.certainty == Verdict::maybe) text += text.empty() ? "?" : " ?";
  const auto add = [&](const std::string& part, std::string_view before) {
    if (!part.empty()) text += (text.empty() ? "" : std::string(before)) + part;
  };
  if (edge.label.empty()) add(edge.mark.text, " ");
  add(edge.label, " ");
  add(edge.dates, " ");
  if (!edge.label.empty()) add(edge.mark.text, ", ");
  for (const std::size_t note : edge.notes)
    text += (note == edge.notes.front() ? " [" : ",") + std::to_string(note);
  return edge.notes.empty() ? text : text + "]";
}

double length_of(const Spline& spline) {
  double length = 0;
  for (std::size_t i = 0; i + 1 < spline.size(); ++i) length += distance(spline[i], spline[i + 1]);
  return length;
}

/// Pieces of all edges, for counting what a label would hide.
class EdgePieces {
 public:
  explicit EdgePieces(const std::vector<PlacedEdge>& edges) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const std::vector<Point> points = flattened(edges[i].spline, 4);
      for (std::size_t k = 0; k + 1 < points.size(); ++k) {
        const Point a = points[k];
        const Point b = points[k + 1];
        boxes_.push_back({std::min(a.x, b.x) - 0.1, std::min(a.y, b.y) - 0.1,
                          std::max(a.x, b.x) + 0.1, std::max(a.y, b.y) + 0.1});
        pieces_.push_back({a, b, i});
      }
    }
    index_.emplace(boxes_);
  }

  /// How many edges but `own` run through the box.
  [[nodiscard]] int crossing(const Box& box, std::size_t own) const {
    int count = 0;
    std::size_t last = own;
    for (const std::size_t found : index_->overlapped(box)) {
      const Piece& piece = pieces_[found];
      if (piece.edge == own || piece.edge == last || !crosses(piece.a, piece.b, box)) continue;
      last = piece.edge;
      ++count;
    }
    return count;
  }

 private:
  struct Piece {
    Point a;
    Point b;
    std::size_t edge;
  };
  std::vector<Box> boxes_;
  std::vector<Piece> pieces_;
  std::optional<BoxIndex> index_;
};

/// What has been placed already; few labels lie near one another, so a list is enough.
class Taken {
 public:
  void add(const Box& box) { boxes_.push_back(box); }
  [[nodiscard]] bool overlaps(const Box& box) const {
    return std::any_of(boxes_.begin(), boxes_.end(),
                       [&](const Box& other) { return other.overlaps(box); });
  }

 private:
  std::vector<Box> boxes_;
};

constexpr std::array shares = {0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8};

}  // namespace

TextRow edge_label_row(const DiagramEdge& edge) {
  TextRow row;
  const std::string text = set_in_lines(label_text(edge), label_font, widest, 1).front();
  if (text.empty()) return row;
  row.width = text_width(text, label_font);
  row.height = line_height(label_font);
  row.spans.push_back({text, edge.mark.language, label_font, Ink::text});
  return row;
}

void label_edges(const Diagram& diagram, Drawing& drawing) {
  std::vector<Box> nodes;
  for (const PlacedNode& node : drawing.nodes) nodes.push_back(node.box.grown(1));
  const BoxIndex obstacles(nodes);
  const EdgePieces pieces(drawing.edges);
  std::vector<std::size_t> order(diagram.edges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return length_of(drawing.edges[a].spline) < length_of(drawing.edges[b].spline);
  });
  Taken taken;
  for (const std::size_t i : order) {
    PlacedEdge& edge = drawing.edges[i];
    edge.label = edge_label_row(diagram.edges[i]);
    if (edge.label.spans.empty() || diagram.edges[i].emphasis == Emphasis::faded) continue;
    double least = std::numeric_limits<double>::infinity();
    for (const double share : shares) {
      const Box box =
          Box::around(point_at(edge.spline, share).at, {edge.label.width + 4, edge.label.height});
      if (!obstacles.overlapped(box).empty() || taken.overlaps(box)) continue;
      const double cost = pieces.crossing(box, i) + 4 * std::abs(share - 0.5);
      if (cost >= least) continue;
      least = cost;
      edge.label_box = box;
    }
    if (edge.label_box) taken.add(*edge.label_box);
  }
}

}  // namespace entente
