#include "render/layout/uncross.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <numbers>
#include <utility>

#include "render/layout/box.hpp"
#include "render/route/route.hpp"

namespace entente {
namespace {

constexpr double through_box = 0.8;  // beside a crossing: a way around is found
constexpr double too_short = 0.4;    // an edge whose signs hide one another
constexpr double of_length = 0.12;   // of an edge as long as the mean
constexpr double least_gain = 0.05;

class Uncrossing {
 public:
  Uncrossing(std::vector<Point>& places, std::span<const Size> sizes,
             std::span<const LayoutEdge> edges, double gap)
      : places_(places), sizes_(sizes), edges_(edges), gap_(gap), edges_of_(places.size()) {
    double sum = 0;
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
      edges_of_[edges[e].from].push_back(e);
      edges_of_[edges[e].to].push_back(e);
      sum += distance(places[edges[e].from], places[edges[e].to]);
    }
    mean_length_ = std::max(1.0, sum / static_cast<double>(edges.size()));
    extent_ = Box::around(places.front(), sizes.front());
    for (std::size_t i = 1; i < places.size(); ++i)
      extent_ = extent_.joined(Box::around(places[i], sizes[i]));
  }

  void run() {
    constexpr int rounds = 8;
    for (int round = 0; round < rounds && effort_left_ > 0; ++round)
      if (!improve_all()) return;
  }

 private:
  /// Those that cost most first; whether any moved.
  bool improve_all() {
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t v = 0; v < places_.size(); ++v)
      if (const double now = cost(v, places_[v], 1e300); crosses_something(v, now))
        order.emplace_back(-now, v);
    std::sort(order.begin(), order.end());
    bool moved = false;
    for (const auto& [unused, v] : order) {
      if (effort_left_ <= 0) break;
      moved = move_one(v) || moved;
      moved = swap_one(v) || moved;
    }
    return moved;
  }

  /// Whether more than lengths add up to the cost.
  [[nodiscard]] bool crosses_something(std::uint32_t v, double now) const {
    double lengths = 0;
    for (const std::uint32_t e : edges_of_[v]) lengths += cost_of_length(e);
    return now - lengths > too_short / 2;
  }

  bool move_one(std::uint32_t v) {
    const Point here = places_[v];
    double least = cost(v, here, 1e300) - least_gain;
    Point best = here;
    const auto consider = [&](Point at) {
      if (effort_left_ <= 0 || !is_free(v, at)) return;
      const double tried = cost(v, at, least);
      if (tried >= least) return;
      least = tried;
      best = at;
    };
    Point among;
    for (const std::uint32_t e : edges_of_[v]) among = among + places_[other_end(e, v)];
    if (!edges_of_[v].empty()) among = among * (1.0 / static_cast<double>(edges_of_[v].size()));
    constexpr std::array radii = {0.35, 0.7, 1.1, 1.6, 2.3, 3.2};
    constexpr int directions = 12;
    for (const Point around : {among, here})
      for (const double radius : radii)
        for (int i = 0; i < directions; ++i) {
          const double angle = 2 * std::numbers::pi * (i + radius) / directions;
          consider(around +
                   Point{1.25 * std::cos(angle), 0.8 * std::sin(angle)} * (radius * mean_length_));
        }
    places_[v] = best;
    return best.x != here.x || best.y != here.y;
  }

  bool swap_one(std::uint32_t v) {
    for (std::uint32_t u = 0; u < places_.size() && effort_left_ > 0; ++u) {
      if (u == v || distance(places_[u], places_[v]) > 4 * mean_length_) continue;
      const double before = cost(v, places_[v], 1e300) + cost(u, places_[u], 1e300);
      std::swap(places_[u], places_[v]);
      if (is_free(v, places_[v]) && is_free(u, places_[u])) {
        const double at_v = cost(v, places_[v], before);
        if (at_v + cost(u, places_[u], before - at_v) < before - 2 * least_gain) return true;
      }
      std::swap(places_[u], places_[v]);
    }
    return false;
  }

  [[nodiscard]] std::uint32_t other_end(std::uint32_t e, std::uint32_t v) const {
    return edges_[e].from == v ? edges_[e].to : edges_[e].from;
  }

  [[nodiscard]] Box box_of(std::uint32_t v) const {
    return Box::around(places_[v], {sizes_[v].width, sizes_[v].height});
  }

  [[nodiscard]] bool is_free(std::uint32_t v, Point at) {
    const Box box = Box::around(at, sizes_[v]);
    effort_left_ -= static_cast<double>(places_.size()) / 8;
    if (box.left < extent_.left || box.right > extent_.right || box.top < extent_.top ||
        box.bottom > extent_.bottom)
      return false;
    const Box apart = box.grown(gap_);
    for (std::uint32_t u = 0; u < places_.size(); ++u)
      if (u != v && apart.overlaps(box_of(u))) return false;
    return true;
  }

  [[nodiscard]] double cost_of_length(std::uint32_t e) const {
    const Point apart = places_[edges_[e].to] - places_[edges_[e].from];
    return of_length * length(apart) / mean_length_;
  }

  /// Whether too little of an edge is seen between its boxes.
  [[nodiscard]] bool is_short(std::uint32_t e) const {
    constexpr double least = 13;
    const Box a = box_of(edges_[e].from);
    const Box b = box_of(edges_[e].to);
    return std::max({a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom}) <
           least;
  }

  /// What is wrong with a vertex there, as far as it is less than `most`: crossings of its edges
  /// and boxes on their ways, edges of others through its box.
  double cost(std::uint32_t v, Point at, double most) {
    const Point before = places_[v];
    places_[v] = at;
    const double sum = cost_here(v, most);
    places_[v] = before;
    return sum;
  }

  double cost_here(std::uint32_t v, double most) {
    double sum = 0;
    for (const std::uint32_t e : edges_of_[v])
      sum += cost_of_length(e) + (is_short(e) ? too_short : 0);
    effort_left_ -= static_cast<double>((edges_of_[v].size() + 1) * edges_.size());
    const Box own = box_of(v).grown(2);
    for (const LayoutEdge& edge : edges_)
      if (edge.from != v && edge.to != v && crosses(places_[edge.from], places_[edge.to], own))
        sum += through_box;
    for (const std::uint32_t e : edges_of_[v]) {
      if (sum >= most) return sum;
      const std::uint32_t other = other_end(e, v);
      const Point a = places_[v];
      const Point b = places_[other];
      for (const LayoutEdge& edge : edges_)
        if (edge.from != v && edge.to != v && edge.from != other && edge.to != other &&
            lines_cross(a, b, places_[edge.from], places_[edge.to]))
          sum += 1;
      for (std::uint32_t u = 0; u < places_.size(); ++u)
        if (u != v && u != other && crosses(a, b, box_of(u).grown(2))) sum += through_box;
    }
    return sum;
  }

  static bool lines_cross(Point a, Point b, Point c, Point d) {
    const auto side = [](Point from, Point to, Point at) { return cross(to - from, at - from); };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  std::vector<Point>& places_;
  std::span<const Size> sizes_;
  std::span<const LayoutEdge> edges_;
  double gap_;
  std::vector<std::vector<std::uint32_t>> edges_of_;
  double mean_length_ = 1;
  Box extent_ = {};
  double effort_left_ = 2e7;
};

}  // namespace

void uncross(std::vector<Point>& places, std::span<const Size> sizes,
             std::span<const LayoutEdge> edges, double gap) {
  std::vector<LayoutEdge> proper;
  std::copy_if(edges.begin(), edges.end(), std::back_inserter(proper),
               [](const LayoutEdge& edge) { return edge.from != edge.to; });
  if (proper.empty()) return;
  Uncrossing(places, sizes, proper, gap).run();
}

}  // namespace entente
