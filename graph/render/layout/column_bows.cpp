#include "render/layout/column_bows.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente {
namespace {

constexpr double first_track = 22;  // from a column's side
constexpr double first_track_compact = 14;
constexpr double bow_radius = 8;

}  // namespace

ColumnBows::ColumnBows(std::span<const DiagramEdge> edges, std::vector<ColumnPlace> places,
                       std::size_t columns, Lettering lettering)
    : edges_(edges),
      places_(std::move(places)),
      columns_(columns),
      compact_(lettering == Lettering::compact),
      tracks_(columns, 0) {
  for (std::size_t i = 0; i < edges.size(); ++i)
    if (places_[edges[i].from].column == places_[edges[i].to].column) bows_.push_back({.edge = i});
  const auto reach = [&](const Bow& bow) {
    return std::abs(places_[edges_[bow.edge].from].y - places_[edges_[bow.edge].to].y);
  };
  std::stable_sort(bows_.begin(), bows_.end(),
                   [&](const Bow& a, const Bow& b) { return reach(a) < reach(b); });
  for (Bow& bow : bows_) {
    bow.from_y = port(edges_[bow.edge].from, bow);
    bow.to_y = port(edges_[bow.edge].to, bow);
  }
  for (std::size_t i = 0; i < bows_.size(); ++i) {
    while (is_taken(i)) ++bows_[i].track;
    std::size_t& tracks = tracks_[column_of(bows_[i])];
    tracks = std::max(tracks, bows_[i].track + 1);
  }
}

/// From one track to the next: where they are few their labels find room between them.
double ColumnBows::gap(std::size_t column) const {
  constexpr double labelled = 110;
  const double widest = compact_ ? 12 : 26;
  return std::clamp(labelled / std::max(1.0, static_cast<double>(tracks_[column])), 9.0, widest);
}

double ColumnBows::room(std::size_t column) const {
  return gap(column) * static_cast<double>(tracks_[column]);
}

/// Whether an earlier bow has the track of a bow beside it.
bool ColumnBows::is_taken(std::size_t i) const {
  constexpr double apart = 3;
  const Bow& bow = bows_[i];
  const auto [top, bottom] = std::minmax(bow.from_y, bow.to_y);
  return std::any_of(bows_.begin(), bows_.begin() + static_cast<std::ptrdiff_t>(i),
                     [&, top = top, bottom = bottom](const Bow& other) {
                       const auto [high, low] = std::minmax(other.from_y, other.to_y);
                       return column_of(other) == column_of(bow) && other.track == bow.track &&
                              high < bottom + apart && top < low + apart;
                     });
}

/// Where on a node's side a bow ends: those that lead upwards above those that lead downwards.
double ColumnBows::port(std::size_t node, const Bow& bow) const {
  std::vector<std::pair<double, std::size_t>> ends;
  for (const Bow& each : bows_) {
    const DiagramEdge& edge = edges_[each.edge];
    if (edge.from == node || edge.to == node) {
      // Nested: of two that lead down the longer begins above the shorter.
      const double leads = places_[edge.from == node ? edge.to : edge.from].y - places_[node].y;
      ends.emplace_back(leads < 0 ? -1 / std::min(leads, -1e-3) - 1e6 : -leads, each.edge);
    }
  }
  std::sort(ends.begin(), ends.end());
  const auto place = std::find_if(ends.begin(), ends.end(),
                                  [&](const auto& end) { return end.second == bow.edge; });
  const auto count = static_cast<double>(ends.size());
  const double room = std::min(8 * (count - 1), places_[node].height * 0.7);
  const double share =
      count > 1 ? static_cast<double>(place - ends.begin()) / (count - 1) - 0.5 : 0;
  return places_[node].y + room * share;
}

Spline ColumnBows::spline(std::size_t edge, double middle, double width) const {
  const Bow& bow =
      *std::find_if(bows_.begin(), bows_.end(), [&](const Bow& each) { return each.edge == edge; });
  const std::size_t column = column_of(bow);
  const double side = is_left_of(column) ? -1 : 1;
  const double first = compact_ ? first_track_compact : first_track;
  const double x =
      middle + side * (width / 2 + first + gap(column) * static_cast<double>(bow.track));
  if (edges_[edge].from == edges_[edge].to) {
    const double y = places_[edges_[edge].from].y;
    return rounded({{middle, y - 4}, {x, y - 4}, {x, y + 4}, {middle, y + 4}}, bow_radius);
  }
  return rounded({{middle, bow.from_y}, {x, bow.from_y}, {x, bow.to_y}, {middle, bow.to_y}},
                 bow_radius);
}

}  // namespace entente
