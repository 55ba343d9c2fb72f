#include "render/layout/on_page.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "render/layout/least_crossings.hpp"

namespace entente {
namespace {

constexpr double usual_aspect = 1.6;

/// How wide a page is by its height, with everything around a body of that size.
double furnished_aspect(const Page& page, Size body) {
  const Size all = furnish(page, body).size;
  return all.width / all.height;
}

/// The same of vertices that stand there.
double aspect_with_furniture(const Page& page, std::span<const LayoutVertex> vertices,
                             const std::vector<Point>& centres) {
  Box body = Box::around(centres.front(), vertices.front().size);
  for (std::size_t i = 1; i < centres.size(); ++i)
    body = body.joined(Box::around(centres[i], vertices[i].size));
  return furnished_aspect(page, {body.width(), body.height()});
}

}  // namespace

bool has_own_shape(const Page& page) {
  return page.size && page.height == PageHeight::given;
}

double wanted_aspect(const Page& page) {
  return has_own_shape(page) ? page.size->width / page.size->height : usual_aspect;
}

double excess_width(const Page& page, Size body) {
  return std::log(furnished_aspect(page, body) / wanted_aspect(page));
}

Box moved(const Box& box, Point by) {
  return {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
}

Point move_into_page(const Diagram& diagram, Drawing& drawing, const Box& body) {
  drawing.body = {body.width(), body.height()};
  drawing.furniture = furnish(diagram.page, drawing.body);
  const Point by = drawing.furniture.body - Point{body.left, body.top};
  for (PlacedNode& node : drawing.nodes) node.box = moved(node.box, by);
  return by;
}

std::vector<Point> places_on_page(const Page& page, double wanted,
                                  std::span<const LayoutVertex> vertices,
                                  std::span<const LayoutEdge> edges, LayoutOptions options) {
  constexpr int tries = 3;
  constexpr double near_enough = 0.08;
  options.aspect = wanted;
  if (wanted < 1) options.stretch = 1;
  std::vector<Point> best;
  double least = std::numeric_limits<double>::infinity();
  for (int tried = 0; tried < tries && least > near_enough; ++tried) {
    std::vector<Point> places = best_of_seeds(vertices, edges, options);
    const double excess = std::log(aspect_with_furniture(page, vertices, places) / wanted);
    if (std::abs(excess) < least) {
      least = std::abs(excess);
      best = std::move(places);
    }
    options.stretch = std::clamp(options.stretch * std::exp(-excess), 0.1, 4.0);
  }
  return refined(std::move(best), vertices, edges, options);
}

}  // namespace entente
