#include "render/layout/beside_route.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "render/layout/box.hpp"
#include "render/layout/on_page.hpp"

namespace entente {
namespace {

constexpr double lane = 13;                                  // of the lines between two of a route
constexpr double beside_lanes = 14;                          // for labels at their rim
constexpr std::array airs = {20.0, 26.0, 34.0, 44.0, 56.0};  // between rows

/// The pinned nodes from left to right, if all are stressed and stand in a row.
std::vector<std::size_t> route_of(const Diagram& diagram) {
  std::vector<std::size_t> route;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    if (diagram.nodes[i].pinned) route.push_back(i);
  const auto in_row = [&](std::size_t i) {
    return diagram.nodes[i].emphasis == Emphasis::strong &&
           diagram.nodes[i].pinned->y == diagram.nodes[route.front()].pinned->y;
  };
  if (route.size() < 2 || !std::ranges::all_of(route, in_row)) return {};
  std::ranges::sort(route, {}, [&](std::size_t i) { return diagram.nodes[i].pinned->x; });
  return route;
}

/// To which places of the route each other node is tied.
std::map<std::size_t, std::set<std::size_t>> steps_of(const Diagram& diagram,
                                                      const std::vector<std::size_t>& route) {
  std::map<std::size_t, std::size_t> step;
  for (std::size_t k = 0; k < route.size(); ++k) step.emplace(route[k], k);
  std::map<std::size_t, std::set<std::size_t>> steps;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
    if (!step.contains(i)) steps[i];
  for (const DiagramEdge& edge : diagram.edges)
    for (const auto& [own, other] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
      if (step.contains(other) && !step.contains(own)) steps[own].insert(step.at(other));
  return steps;
}

/// From the first to the last of the route that a node is tied to.
using Reach = std::pair<std::size_t, std::size_t>;

/// What stands beside a route and how far its stacks have come.
class Stacks {
 public:
  Stacks(const Diagram& diagram, const std::vector<Size>& sizes, std::vector<std::size_t> route)
      : diagram_(diagram), sizes_(sizes), route_(std::move(route)) {
    for (const auto& [node, steps] : steps_of(diagram, route_)) {
      is_whole_ = is_whole_ && !steps.empty();
      if (!steps.empty()) order_.push_back({{*steps.begin(), *steps.rbegin()}, node, steps});
    }
    std::ranges::sort(order_, {}, [&](const Beside& each) {
      const std::size_t span = each.reach.second - each.reach.first;
      return std::tuple(span, each.steps.size(), each.reach, sizes_[each.node].width, each.node);
    });
  }

  /// Whether everything is tied to the route.
  [[nodiscard]] bool is_whole() const { return is_whole_; }

  [[nodiscard]] std::vector<Point> places(double air) {
    above_.clear();
    for (std::size_t k = 0; k + 1 < route_.size(); ++k) above_.push_back(half_of_lanes(k));
    below_ = above_;
    std::vector<Point> places(diagram_.nodes.size());
    for (const std::size_t node : route_) places[node] = *diagram_.nodes[node].pinned;
    for (const Beside& each : order_) places[each.node] = next_place(each, air);
    return places;
  }

 private:
  struct Beside {
    Reach reach = {};
    std::size_t node = 0;
    std::set<std::size_t> steps = {};
  };

  [[nodiscard]] const Point& at(std::size_t step) const {
    return *diagram_.nodes[route_[step]].pinned;
  }

  [[nodiscard]] double half_of_lanes(std::size_t step) const {
    const auto is_between = [&](const DiagramEdge& edge) {
      return std::minmax(edge.from, edge.to) == std::minmax(route_[step], route_[step + 1]);
    };
    const auto lines = std::ranges::count_if(diagram_.edges, is_between);
    return lane * static_cast<double>(lines) / 2 + beside_lanes;
  }

  /// In the middle between the boxes that it is tied to.
  [[nodiscard]] double across(const Beside& each) const {
    if (each.steps.size() == 2) {
      const double left = at(each.reach.first).x + sizes_[route_[each.reach.first]].width / 2;
      const double right = at(each.reach.second).x - sizes_[route_[each.reach.second]].width / 2;
      return (left + right) / 2;
    }
    double sum = 0;
    for (const std::size_t step : each.steps) sum += at(step).x;
    return sum / static_cast<double>(each.steps.size());
  }

  /// The bays of the route over which it stands; of one that is tied to a single entity those at
  /// both its sides.
  [[nodiscard]] Reach bays_of(const Beside& each) const {
    const auto [first, last] = each.reach;
    if (first < last) return {first, last - 1};
    return {first == 0 ? 0 : first - 1, std::min(first, above_.size() - 1)};
  }

  Point next_place(const Beside& each, double air) {
    const auto [first, last] = bays_of(each);
    const auto farthest = [first = first, last = last](const std::vector<double>& side) {
      return *std::max_element(side.begin() + static_cast<std::ptrdiff_t>(first),
                               side.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    };
    const bool goes_up = farthest(above_) <= farthest(below_);
    std::vector<double>& side = goes_up ? above_ : below_;
    const double height = sizes_[each.node].height;
    const double middle = farthest(side) + air + height / 2;
    for (std::size_t bay = first; bay <= last; ++bay) side[bay] = middle + height / 2;
    return {across(each), at(0).y + (goes_up ? -middle : middle)};
  }

  const Diagram& diagram_;
  const std::vector<Size>& sizes_;
  std::vector<std::size_t> route_;
  std::vector<Beside> order_ = {};  // the nearest to the route first
  bool is_whole_ = true;
  std::vector<double> above_ = {};  // by bay between two of the route
  std::vector<double> below_ = {};
};

}  // namespace

double widest_between(const Diagram& diagram, const std::vector<Size>& sizes, std::size_t one,
                      std::size_t other) {
  std::map<std::size_t, std::set<std::size_t>> tied;
  for (const DiagramEdge& edge : diagram.edges)
    for (const auto& [own, end] : {std::pair(edge.from, edge.to), std::pair(edge.to, edge.from)})
      if (diagram.nodes[end].emphasis == Emphasis::strong) tied[own].insert(end);
  const std::set<std::size_t> both = {one, other};
  double widest = 0;
  for (const auto& [node, ends] : tied)
    if (ends == both) widest = std::max(widest, sizes[node].width);
  return widest;
}

std::optional<std::vector<Point>> places_beside_route(const Diagram& diagram,
                                                      const std::vector<Size>& sizes) {
  const std::vector<std::size_t> route = route_of(diagram);
  if (route.empty()) return std::nullopt;
  Stacks stacks(diagram, sizes, route);
  if (!stacks.is_whole()) return std::nullopt;
  std::vector<Point> best = stacks.places(airs.front());
  if (!has_own_shape(diagram.page)) return best;
  double least = std::numeric_limits<double>::infinity();
  for (const double air : airs) {
    std::vector<Point> places = stacks.places(air);
    const Box body = extent_of_boxes(places, sizes);
    const double excess = excess_width(diagram.page, {body.width(), body.height()});
    if (std::abs(excess) >= least) continue;
    least = std::abs(excess);
    best = std::move(places);
  }
  return best;
}

}  // namespace entente
