#include "render/layout/least_crossings.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "render/layout/box.hpp"
#include "render/layout/uncross.hpp"

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

namespace {

constexpr std::size_t few = 10;
constexpr std::size_t many = 300;

/// Whether crossings are counted at all, and everything may be moved.
bool is_worth_it(std::span<const LayoutVertex> vertices, std::span<const LayoutEdge> edges) {
  return edges.size() >= few && edges.size() <= many &&
         std::none_of(vertices.begin(), vertices.end(), [](const LayoutVertex& v) {
           return v.pinned.has_value() || v.start.has_value();
         });
}

struct Drawn {
  std::size_t crossings = 0;
  std::vector<Point> places = {};
};

/// The layouts from several seeds, those with the fewest crossings first.
std::vector<Drawn> from_seeds(std::span<const LayoutVertex> vertices,
                              std::span<const LayoutEdge> edges, const LayoutOptions& options) {
  constexpr std::size_t some = 60;
  constexpr std::uint64_t seeds = 8;
  std::vector<Drawn> drawings;
  for (std::uint64_t seed = 0; seed < (edges.size() < some ? 1 : seeds); ++seed) {
    LayoutOptions tried = options;
    tried.seed += seed;
    std::vector<Point> places = layout(vertices, edges, tried);
    drawings.push_back({straight_crossings(places, edges), std::move(places)});
  }
  std::stable_sort(drawings.begin(), drawings.end(),
                   [](const Drawn& a, const Drawn& b) { return a.crossings < b.crossings; });
  return drawings;
}

}  // namespace

std::vector<Point> best_of_seeds(std::span<const LayoutVertex> vertices,
                                 std::span<const LayoutEdge> edges, const LayoutOptions& options) {
  if (!is_worth_it(vertices, edges)) return layout(vertices, edges, options);
  return std::move(from_seeds(vertices, edges, options).front().places);
}

std::vector<Point> refined(std::vector<Point> places, std::span<const LayoutVertex> vertices,
                           std::span<const LayoutEdge> edges, const LayoutOptions& options) {
  if (!is_worth_it(vertices, edges)) return places;
  std::vector<Size> sizes;
  for (const LayoutVertex& vertex : vertices) sizes.push_back(vertex.size);
  std::vector<Point> better = places;
  uncross(better, sizes, edges, options.gap);
  return straight_crossings(better, edges) <= straight_crossings(places, edges) ? better : places;
}

std::vector<Point> least_crossings(std::span<const LayoutVertex> vertices,
                                   std::span<const LayoutEdge> edges,
                                   const LayoutOptions& options) {
  constexpr std::size_t most_refined = 3;
  if (!is_worth_it(vertices, edges)) return layout(vertices, edges, options);
  std::vector<Drawn> drawings = from_seeds(vertices, edges, options);
  drawings.resize(std::min(drawings.size(), most_refined));
  for (Drawn& drawing : drawings) {
    drawing.places = refined(std::move(drawing.places), vertices, edges, options);
    drawing.crossings = straight_crossings(drawing.places, edges);
  }
  return std::move(
      std::min_element(drawings.begin(), drawings.end(), [](const Drawn& a, const Drawn& b) {
        return a.crossings < b.crossings;
      })->places);
}

}  // namespace entente
