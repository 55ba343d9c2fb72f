#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <utility>

#include <entente/base/hardened.hpp>
#include <entente/error.hpp>
#include <entente/network/network.hpp>
#include <entente/render/layout.hpp>

#include "base/run_scope.hpp"
#include "render/layout/adjacency.hpp"
#include "render/layout/box.hpp"
#include "render/layout/overlap.hpp"
#include "render/layout/pack.hpp"
#include "render/layout/stress.hpp"

namespace entente {
namespace {

/// One connected component, with its vertices numbered from 0.
struct Part {
  std::vector<std::uint32_t> members;  ///< vertices of the whole, ascending
  std::vector<LayoutEdge> edges = {};
  std::vector<Size> sizes = {};  ///< with the gap
  std::vector<char> fixed = {};
  std::vector<Point> places = {};  ///< in points
  Box bounds = {};
};

/// Turns the drawing so that its main axis lies along the longer side that is wanted.
void turn(std::vector<Point>& places, double aspect) {
  Point mean;
  for (const Point& place : places) mean = mean + place;
  mean = mean * (1.0 / static_cast<double>(places.size()));
  double xx = 0, yy = 0, xy = 0;
  for (Point& place : places) {
    place = place - mean;
    xx += place.x * place.x;
    yy += place.y * place.y;
    xy += place.x * place.y;
  }
  const double upright = aspect < 1 ? std::numbers::pi / 2 : 0;
  const double angle = upright - 0.5 * std::atan2(2 * xy, xx - yy);
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  for (Point& place : places) place = {place.x * c - place.y * s, place.x * s + place.y * c};
}

Point scaled(Point place, const LayoutOptions& options) {
  const double side = std::sqrt(options.stretch);
  return {place.x * options.edge_length * side, place.y * options.edge_length / side};
}

Point unscaled(Point place, const LayoutOptions& options) {
  const double side = std::sqrt(options.stretch);
  return {place.x / (options.edge_length * side), place.y * side / options.edge_length};
}

/// Where to begin, and how far the whole is known already.
Start start_of(Part& part, std::span<const LayoutVertex> vertices, const LayoutOptions& options) {
  Start start{.places = {}, .fixed = part.fixed};
  const auto known = [&](std::uint32_t member) {
    return vertices[member].pinned || vertices[member].start;
  };
  if (std::none_of(part.members.begin(), part.members.end(), known)) return start;
  start.places = pivot_mds(Adjacency(part.members.size(), part.edges), options.seed);
  for (std::size_t i = 0; i < part.members.size(); ++i) {
    const LayoutVertex& vertex = vertices[part.members[i]];
    if (const auto where = vertex.pinned ? vertex.pinned : vertex.start)
      start.places[i] = unscaled(*where, options);
  }
  return start;
}

bool has_labels(const Part& part, std::span<const LayoutVertex> vertices) {
  return std::any_of(part.members.begin(), part.members.end(),
                     [&](std::uint32_t member) { return vertices[member].size.width > 0; });
}

/// How far a drawing may shrink before too many of its labels overlap; at most 1.
double tightest_scale(const Part& part, double crowding) {
  constexpr double shrinking = 0.93;
  const auto most = static_cast<std::size_t>(crowding * static_cast<double>(part.places.size()));
  double scale = 1;
  for (double tried = 1; tried > 0.15; tried *= shrinking) {
    std::vector<Point> places;
    for (const Point& place : part.places) places.push_back(place * tried);
    if (count_overlaps(places, part.sizes) > most) break;
    scale = tried;
  }
  return scale;
}

void place(Part& part, std::span<const LayoutVertex> vertices, const LayoutOptions& options) {
  const Adjacency graph(part.members.size(), part.edges);
  for (const std::uint32_t member : part.members) {
    part.fixed.push_back(vertices[member].pinned ? 1 : 0);
    const Size size = vertices[member].size;
    part.sizes.push_back({size.width + options.gap, size.height + options.gap});
  }
  const Start start = start_of(part, vertices, options);
  part.places = graph.size() <= options.all_pairs_limit ? descend_all_pairs(graph, start, options)
                                                        : majorize_by_pivots(graph, start, options);
  if (start.places.empty()) turn(part.places, options.aspect);
  for (Point& each : part.places) each = scaled(each, options);
  const bool labelled = has_labels(part, vertices);
  if (labelled && start.places.empty()) {
    const double scale = tightest_scale(part, options.crowding);
    for (Point& each : part.places) each = each * scale;
  }
  for (std::size_t i = 0; i < part.members.size(); ++i)
    if (part.fixed[i]) part.places[i] = *vertices[part.members[i]].pinned;
  separate(part.places, part.sizes, part.fixed);
  if (labelled) draw_together(part.places, part.sizes, part.fixed, part.edges);
}

void measure(Part& part) {
  part.bounds = Box::around(part.places.front(), part.sizes.front());
  for (std::size_t i = 1; i < part.places.size(); ++i)
    part.bounds = part.bounds.joined(Box::around(part.places[i], part.sizes[i]));
}

void move(Part& part, Point by) {
  for (Point& place : part.places) place = place + by;
  part.bounds = {part.bounds.left + by.x, part.bounds.top + by.y, part.bounds.right + by.x,
                 part.bounds.bottom + by.y};
}

/// Moves components to where they stand beside each other.
void pack(std::vector<Part>& parts, const LayoutOptions& options) {
  std::vector<Parcel> parcels;
  for (const Part& part : parts)
    parcels.push_back({{part.bounds.width(), part.bounds.height()}, part.members.size() == 1});
  const std::vector<Point> corners = packed(parcels, options.aspect, options.packing);
  for (std::size_t i = 0; i < parts.size(); ++i)
    move(parts[i], corners[i] - Point{parts[i].bounds.left, parts[i].bounds.top});
}

/// One edge for each two vertices, in their order, whatever order they came in.
void keep_roomiest(std::vector<LayoutEdge>& edges) {
  const auto key = [](const LayoutEdge& e) { return std::tuple(e.from, e.to, -e.room); };
  std::sort(edges.begin(), edges.end(),
            [&](const LayoutEdge& a, const LayoutEdge& b) { return key(a) < key(b); });
  const auto same = [](const LayoutEdge& a, const LayoutEdge& b) {
    return a.from == b.from && a.to == b.to;
  };
  edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
}

/// The components with their edges.
std::vector<Part> parts_of(std::size_t vertices, std::span<const LayoutEdge> edges) {
  std::vector<Part> parts;
  std::vector<std::uint32_t> part_of(vertices);
  std::vector<std::uint32_t> number(vertices);
  for (std::vector<std::uint32_t>& members : components_of(Adjacency(vertices, edges))) {
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      part_of[members[i]] = static_cast<std::uint32_t>(parts.size());
      number[members[i]] = i;
    }
    parts.push_back({.members = std::move(members)});
  }
  for (const LayoutEdge& edge : edges) {
    if (edge.from == edge.to) continue;
    const auto [first, second] = std::minmax(number[edge.from], number[edge.to]);
    parts[part_of[edge.from]].edges.push_back({first, second, edge.room});
  }
  for (Part& part : parts) keep_roomiest(part.edges);
  return parts;
}

void require_ends(std::span<const LayoutEdge> edges, std::size_t vertices, const char* call) {
  for (const LayoutEdge& edge : edges) {
    detail::check_number(call, edge.from, vertices);
    detail::check_number(call, edge.to, vertices);
  }
}

void require_layout(bool holds, const char* otherwise) {
  if (!holds) throw InvalidArgument("bad-layout", otherwise);
}

void require_numbers(std::span<const LayoutVertex> vertices, std::span<const LayoutEdge> edges,
                     const LayoutOptions& options) {
  const auto is_length = [](double value) { return std::isfinite(value) && value >= 0; };
  const auto is_above = [](double value) { return std::isfinite(value) && value > 0; };
  const auto is_place = [](const std::optional<Point>& place) {
    return !place || (std::isfinite(place->x) && std::isfinite(place->y));
  };
  require_layout(is_above(options.edge_length) && is_above(options.stretch),
                 "the length of edges and the stretch of a layout are above 0 and finite");
  require_layout(is_above(options.aspect), "the aspect of a layout is above 0 and finite");
  require_layout(is_length(options.gap) && is_length(options.crowding),
                 "the gap and the crowding of a layout are finite and not below 0");
  for (const LayoutVertex& vertex : vertices) {
    require_layout(is_length(vertex.size.width) && is_length(vertex.size.height),
                   "the size of a vertex is finite and not below 0");
    require_layout(is_place(vertex.pinned) && is_place(vertex.start),
                   "the place of a vertex is finite");
  }
  for (const LayoutEdge& edge : edges)
    require_layout(is_length(edge.room), "the room of an edge is finite and not below 0");
}

}  // namespace

std::vector<Point> layout(std::span<const LayoutVertex> vertices, std::span<const LayoutEdge> edges,
                          const LayoutOptions& options) {
  require_ends(edges, vertices.size(), "layout");
  require_numbers(vertices, edges, options);
  if (vertices.empty()) return {};
  std::vector<Part> parts = parts_of(vertices.size(), edges);
  std::size_t placed = 0;
  for (Part& part : parts) {
    place(part, vertices, options);
    measure(part);
    placed += part.members.size();
    report_progress(static_cast<double>(placed) / static_cast<double>(vertices.size()));
  }
  const bool anchored = std::any_of(vertices.begin(), vertices.end(), [](const LayoutVertex& v) {
    return v.pinned.has_value() || v.start.has_value();
  });
  if (!anchored) pack(parts, options);
  std::vector<Point> places(vertices.size());
  for (const Part& part : parts)
    for (std::size_t i = 0; i < part.members.size(); ++i) places[part.members[i]] = part.places[i];
  return places;
}

std::vector<Point> layout(const Network& network, Size size, const LayoutOptions& options) {
  const std::vector<LayoutVertex> vertices(network.vertex_count(), LayoutVertex{.size = size});
  std::vector<LayoutEdge> edges;
  for (const EdgeIndex e : network.edges()) edges.push_back({network.from(e), network.to(e)});
  return layout(vertices, edges, options);
}

double stress(std::span<const Point> places, std::span<const LayoutEdge> edges) {
  require_ends(edges, places.size(), "stress");
  const Adjacency graph(places.size(), edges);
  // With r = drawn / hops, Σ (s r − 1)² is least for s = Σ r / Σ r².
  double count = 0, sum = 0, squares = 0;
  for (std::uint32_t a = 0; a < graph.size(); ++a) {
    const auto hops = hops_from(graph, a);
    for (std::uint32_t b = a + 1; b < graph.size(); ++b) {
      if (hops[b] == unreached) continue;
      const double ratio = distance(places[a], places[b]) / hops[b];
      count += 1;
      sum += ratio;
      squares += ratio * ratio;
    }
  }
  if (squares == 0) return 0;
  return 1 - sum * sum / (squares * count);
}

}  // namespace entente
