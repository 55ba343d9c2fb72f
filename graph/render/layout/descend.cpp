// Stochastic gradient descent: every pair of vertices is moved towards its distance in random
// order, by steps that shrink from "all the way" to almost nothing.

#include <algorithm>
#include <cmath>

#include "base/run_scope.hpp"
#include "render/layout/box.hpp"
#include "render/layout/random.hpp"
#include "render/layout/stress.hpp"

namespace entente {
namespace {

/// Two vertices and how far apart they should be.
struct Pair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double wanted = 1;
};

std::vector<double> distances_from(const Adjacency& graph, std::uint32_t source,
                                   EdgeLengths lengths) {
  if (lengths == EdgeLengths::by_degree) return lengths_from(graph, source);
  const auto hops = hops_from(graph, source);
  std::vector<double> result;
  for (const std::uint32_t each : hops) result.push_back(each == unreached ? -1.0 : each);
  return result;
}

std::vector<Pair> all_pairs(const Adjacency& graph, EdgeLengths lengths) {
  std::vector<Pair> pairs;
  pairs.reserve(graph.size() * (graph.size() - 1) / 2);
  for (std::uint32_t a = 0; a < graph.size(); ++a) {
    const auto distances = distances_from(graph, a, lengths);
    for (std::uint32_t b = a + 1; b < graph.size(); ++b)
      if (distances[b] > 0) pairs.push_back({a, b, distances[b]});
  }
  return pairs;
}

/// With weights 1/d², a step as large as the largest d² grants every wish at once.
std::vector<double> step_sizes(const std::vector<Pair>& pairs, std::size_t rounds, bool nearby) {
  double diameter = 1;
  for (const Pair& pair : pairs) diameter = std::max(diameter, pair.wanted);
  constexpr double last = 0.05;
  constexpr double first_nearby = 0.4;
  const double first = nearby ? first_nearby : diameter * diameter;
  const double fall = std::log(first / last) / std::max(1.0, static_cast<double>(rounds) - 1);
  std::vector<double> sizes;
  for (std::size_t i = 0; i < rounds; ++i)
    sizes.push_back(first * std::exp(-fall * static_cast<double>(i)));
  return sizes;
}

void grant(const Pair& pair, double step, std::vector<Point>& places,
           const std::vector<char>& fixed) {
  Point& a = places[pair.a];
  Point& b = places[pair.b];
  Point apart = a - b;
  double drawn = length(apart);
  if (drawn < 1e-9) {
    apart = {1e-3, pair.a % 2 == 0 ? 1e-3 : -1e-3};
    drawn = length(apart);
  }
  const double share = std::min(1.0, step / (pair.wanted * pair.wanted));
  const Point half = apart * (share * (drawn - pair.wanted) / (2 * drawn));
  if (!fixed[pair.a]) a = a - half;
  if (!fixed[pair.b]) b = b + half;
}

}  // namespace

std::vector<Point> descend_all_pairs(const Adjacency& graph, const Start& start,
                                     const LayoutOptions& options) {
  Random random(options.seed);
  std::vector<Point> places = start.places;
  if (places.empty())
    for (std::size_t i = 0; i < graph.size(); ++i) places.push_back({random.unit(), random.unit()});
  std::vector<Pair> pairs = all_pairs(graph, options.lengths);
  if (pairs.empty()) return places;
  for (const double step : step_sizes(pairs, options.rounds, !start.places.empty())) {
    check_run();
    for (std::size_t i = pairs.size(); i > 1; --i) std::swap(pairs[i - 1], pairs[random.below(i)]);
    for (const Pair& pair : pairs) grant(pair, step, places, start.fixed);
  }
  return places;
}

}  // namespace entente
