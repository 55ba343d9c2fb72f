// Labels of edges, what the picture is about first, then short edges: each takes the place along
// its edge that is free of nodes and other labels and hides the fewest edges. Where none is free
// less is written, at last only signs; the tooltip says it all.

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "render/diagram/drawing.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"
#include "render/mark/line_mark.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/mark/marks_of.hpp"
#include "render/route/arrow.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr double page_rim = 12;

double length_of(const Spline& spline) {
  double length = 0;
  for (std::size_t i = 0; i + 1 < spline.size(); ++i) length += distance(spline[i], spline[i + 1]);
  return length;
}

/// Whether an edge is what the picture is about, or what it is tied to.
enum class Ground : std::uint8_t { front, back };

Ground ground_of(const DiagramEdge& edge) {
  return edge.emphasis == Emphasis::faded ? Ground::back : Ground::front;
}

/// Pieces of the edges of one ground, for counting what a label would hide.
class EdgePieces {
 public:
  EdgePieces(const Diagram& diagram, const std::vector<PlacedEdge>& edges, Ground ground) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (ground_of(diagram.edges[i]) != ground) continue;
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
  [[nodiscard]] std::size_t crossing(const Box& box, std::size_t own) const {
    std::vector<std::size_t> found;
    for (const std::size_t index : index_->overlapped(box)) {
      const Piece& piece = pieces_[index];
      if (piece.edge != own && crosses(piece.a, piece.b, box)) found.push_back(piece.edge);
    }
    std::sort(found.begin(), found.end());
    return static_cast<std::size_t>(std::unique(found.begin(), found.end()) - found.begin());
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
  /// With room at both sides, so that two labels beside one another do not read as one.
  void add(const Box& box) {
    constexpr double beside = 3;
    boxes_.push_back({box.left - beside, box.top, box.right + beside, box.bottom});
  }
  [[nodiscard]] bool overlaps(const Box& box) const {
    return std::any_of(boxes_.begin(), boxes_.end(),
                       [&](const Box& other) { return other.overlaps(box); });
  }

 private:
  std::vector<Box> boxes_;
};

/// Where along an edge a label may stand, the middle first.
std::vector<double> shares() {
  std::vector<double> result = {0.5};
  for (int step = 1; step <= 18; ++step)
    for (const double side : {-0.02, 0.02}) result.push_back(0.5 + side * step);
  return result;
}

/// How many lines in front a label may interrupt: none in a dense picture, where they would be
/// lost, but for what the picture is about.
std::size_t most_crossed(const Diagram& diagram, const DiagramEdge& edge) {
  constexpr std::size_t sparse = 90;  // edges
  const bool labelled = !edge.label.empty() || edge.emphasis == Emphasis::strong;
  return (diagram.edges.size() <= sparse ? 1 : 0) + (labelled ? 1 : 0);
}

class LabelPlacer {
 public:
  LabelPlacer(const Diagram& diagram, Drawing& drawing)
      : diagram_(diagram),
        drawing_(drawing),
        pieces_(diagram, drawing.edges, Ground::front),
        behind_(diagram, drawing.edges, Ground::back) {
    std::vector<Box> kept_free;
    for (const PlacedNode& node : drawing.nodes) kept_free.push_back(node.box.grown(1));
    for (std::size_t i = 0; i < diagram.edges.size(); ++i)
      if (ground_of(diagram.edges[i]) == Ground::front)
        for (const Box& head : heads_of(diagram, i)) kept_free.push_back(head);
    kept_free_.emplace(kept_free);
    const Furniture& around = drawing.furniture;
    bottom_ = around.size.height - page_rim;
    for (const PlacedLegend& entry : around.legend)
      bottom_ = std::min(bottom_, entry.swatch.top - 1);
    for (const TextBlock* block : {&around.sources, &around.credit})
      if (!block->rows.empty()) bottom_ = std::min(bottom_, block->top_left.y - 1);
    for (const auto* blocks : {&around.list, &around.notes})
      for (const TextBlock& block : *blocks) bottom_ = std::min(bottom_, block.top_left.y - 1);
    top_ = around.subtitle.top_left.y + size_of(around.subtitle.rows).height;
  }

  void place(std::size_t i) {
    PlacedEdge& edge = drawing_.edges[i];
    std::vector<TextRow> rows = edge_label_rows(diagram_.edges[i]);
    const std::size_t crossed = most_crossed(diagram_, diagram_.edges[i]);
    for (const std::size_t most : {crossed, std::numeric_limits<std::size_t>::max()}) {
      for (TextRow& row : rows) {
        edge.label_box = room_for(row, i, most);
        if (!edge.label_box) continue;
        edge.label = std::move(row);
        taken_.add(*edge.label_box);
        return;
      }
      // What a line stands for has its name there or nowhere.
      if (diagram_.edges[i].entities.empty()) return;
    }
  }

 private:
  /// Around the heads and marks of an edge: a line without its head says something else.
  [[nodiscard]] std::vector<Box> heads_of(const Diagram& diagram, std::size_t i) const {
    const DiagramEdge& edge = diagram.edges[i];
    const EdgeStyle& look = edge_style(diagram.page.style, edge.drawing_class);
    const double scale = head_scale_of(mark_of(edge), diagram.page.style);
    const double head = head_length(look.head, scale);
    const double mark = head_length(modality_mark_of(edge.modality), scale);
    const double length = length_of(drawing_.edges[i].spline);
    std::vector<Box> boxes;
    const auto add = [&](double from_end, double size) {
      if (size <= 0 || length <= 0) return;
      const Point at =
          point_at(drawing_.edges[i].spline, std::clamp(from_end / length, 0.0, 1.0)).at;
      boxes.push_back(Box::around(at, {size, size}));
    };
    add(length - head / 2, head);
    constexpr double tick = 8;
    if (edge.doubt == Why::witness) add(length / 2, tick);
    const double stop = edge.doubt == Why::inferred ? head_length(Head::open_tee, scale) : 0;
    add(length - head - stop / 2, stop > 0 ? std::max(stop, 10 * scale) : 0);
    const double tail = edge.ends == Ends::both_ways ? head : 0;
    add(tail / 2, tail);
    add(tail + mark / 2, mark);
    return boxes;
  }

  [[nodiscard]] std::optional<Box> room_for(const TextRow& row, std::size_t i,
                                            std::size_t most) const {
    static const std::vector<double> all_shares = shares();
    std::optional<Box> best;
    double least = std::numeric_limits<double>::infinity();
    for (const double share : all_shares) {
      const double off_middle = 8 * std::abs(share - 0.5);
      if (off_middle >= least) break;
      const SplinePoint on_line = point_at(drawing_.edges[i].spline, share);
      for (const double side : sides_of(diagram_.edges[i])) {
        const Point across{-on_line.direction.y, on_line.direction.x};
        const double reach = row.width / 2 * std::abs(across.x) + row.height / 2 + 1;
        const Box box =
            Box::around(on_line.at + across * (side * reach), {row.width + 4, row.height});
        if (!is_free(box)) continue;
        const std::size_t crossed = pieces_.crossing(box, i);
        const double cost = 10 * static_cast<double>(crossed) +
                            0.2 * static_cast<double>(behind_.crossing(box, i)) + off_middle +
                            5 * std::abs(side);
        if (crossed > most || cost >= least) continue;
        least = cost;
        best = box;
      }
    }
    return best;
  }

  /// On the line; of what the picture is about, or has its name there alone, beside it as well.
  static std::vector<double> sides_of(const DiagramEdge& edge) {
    if (edge.emphasis == Emphasis::strong || !edge.entities.empty()) return {0, -1, 1};
    return {0};
  }

  [[nodiscard]] bool is_free(const Box& box) const {
    return box.left >= page_rim && box.right <= drawing_.furniture.size.width - page_rim &&
           box.top >= top_ && box.bottom <= bottom_ && kept_free_->overlapped(box).empty() &&
           !taken_.overlaps(box);
  }

  const Diagram& diagram_;
  Drawing& drawing_;
  EdgePieces pieces_;
  EdgePieces behind_;
  std::optional<BoxIndex> kept_free_;
  Taken taken_;
  double top_ = 0;  // of what is between the title and the legend
  double bottom_ = 0;
};

}  // namespace

void label_edges(const Diagram& diagram, Drawing& drawing) {
  std::vector<std::size_t> order(diagram.edges.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) {
      const DiagramEdge& edge = diagram.edges[i];
      return std::tuple(!has_name(edge), edge.label.empty(), length_of(drawing.edges[i].spline));
    };
    return key(a) < key(b);
  });
  LabelPlacer labels(diagram, drawing);
  for (const std::size_t i : order)
    if (ground_of(diagram.edges[i]) == Ground::front) labels.place(i);
}

}  // namespace entente
