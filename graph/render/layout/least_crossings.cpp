#include "render/layout/least_crossings.hpp"

#include <cstdint>
#include <limits>
#include <utility>

#include "render/layout/box.hpp"

namespace entente {
namespace {

/// Whether two lines cross inside both.
bool lines_cross(Point a, Point b, Point c, Point d) {
  const auto side = [](Point from, Point to, Point at) { return cross(to - from, at - from); };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

}  // namespace

std::size_t straight_crossings(std::span<const Point> places, std::span<const LayoutEdge> edges) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < edges.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const LayoutEdge& one = edges[i];
      const LayoutEdge& other = edges[k];
      if (one.from == other.from || one.from == other.to || one.to == other.from ||
          one.to == other.to)
        continue;
      if (lines_cross(places[one.from], places[one.to], places[other.from], places[other.to]))
        ++count;
    }
  return count;
}

std::vector<Point> least_crossings(std::span<const LayoutVertex> vertices,
                                   std::span<const LayoutEdge> edges, LayoutOptions options) {
  constexpr std::uint64_t seeds = 8;
  constexpr std::size_t few = 60;
  constexpr std::size_t many = 300;
  if (edges.size() < few || edges.size() > many) return layout(vertices, edges, options);
  std::vector<Point> best;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (std::uint64_t seed = 0; seed < seeds && least > 0; ++seed) {
    LayoutOptions tried = options;
    tried.seed += seed;
    std::vector<Point> places = layout(vertices, edges, tried);
    const std::size_t crossings = straight_crossings(places, edges);
    if (crossings >= least) continue;
    least = crossings;
    best = std::move(places);
  }
  return best;
}

}  // namespace entente
