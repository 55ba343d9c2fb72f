#include "render/layout/bundle_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "render/label/lettering.hpp"
#include "render/layout/box.hpp"
#include "render/route/route.hpp"

namespace entente {
namespace {

/// Of two boxes, how much of the page both take.
double shared_area(const Box& a, const Box& b) {
  const double width = std::min(a.right, b.right) - std::max(a.left, b.left);
  const double height = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/// Where along its way a number hides least of other numbers, then of grounds: on the line or close
/// beside it, near the middle.
Box least_hidden(const Drawing& frame, std::size_t bundle) {
  const PlacedEdge& edge = frame.edges[bundle];
  constexpr double of_numbers = 100;
  constexpr double off_middle = 4;
  constexpr double off_line = 3;
  constexpr int steps = 46;
  constexpr double apart = 1.5;
  Box best;
  double least = std::numeric_limits<double>::infinity();
  for (int step = -steps; step <= steps; ++step) {
    const double share = 0.5 + 0.5 * step / (steps + 2.0);
    const SplinePoint on_line = point_at(edge.spline, share);
    const Point across{-on_line.direction.y, on_line.direction.x};
    const double reach =
        edge.label.width / 2 * std::abs(across.x) + edge.label.height / 2 * std::abs(across.y) + 3;
    for (const double side : {0.0, -1.0, 1.0}) {
      const Box box = Box::around(on_line.at + across * (side * reach),
                                  {edge.label.width + 4, edge.label.height});
      double cost = off_middle * std::abs(share - 0.5) + off_line * std::abs(side);
      for (const PlacedEdge& other : frame.edges)
        if (&other != &edge && other.label_box)
          cost += of_numbers * shared_area(box.grown(apart), *other.label_box);
      for (const PlacedNode& ground : frame.nodes) cost += shared_area(box, ground.box);
      if (cost >= least) continue;
      least = cost;
      best = box;
    }
  }
  return best;
}

}  // namespace

void number_bundles(const Diagram& outline, Drawing& frame) {
  label_edges(outline, frame);
  for (std::size_t i = 0; i < frame.edges.size(); ++i) {
    PlacedEdge& edge = frame.edges[i];
    if (edge.label_box) continue;
    edge.label = edge_label_row(outline.edges[i]);
    edge.label_box = least_hidden(frame, i);
  }
}

}  // namespace entente
