// Breadth-first search level by level, with the edges that reach each entity.

#include <algorithm>
#include <unordered_map>

#include <entente/algorithm/neighborhood.hpp>

#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

/// Entities found so far with their distances; small parts of large networks stay small.
class Surroundings {
 public:
  Surroundings(const Network& g, std::span<const EntityId> from, const RunControl& run)
      : g_(g), guard_(run) {
    for (const EntityId entity : from) {
      if (const auto v = g.vertex(entity); v && places_.try_emplace(*v, found_.size()).second) {
        found_.push_back({.entity = entity, .distance = 0, .edges = {}});
        vertices_.push_back(*v);
      }
    }
    last_level_ = 0;
  }

  std::vector<Reached> grow(std::uint32_t depth) {
    for (std::uint32_t distance = 1; distance <= depth && last_level_ < found_.size(); ++distance) {
      const std::size_t end = found_.size();
      for (std::size_t i = last_level_; i < end; ++i) reach_from(vertices_[i], distance);
      last_level_ = end;
      if (distance == any_depth) break;
    }
    for (Reached& each : found_) std::sort(each.edges.begin(), each.edges.end());
    std::sort(found_.begin(), found_.end(), [](const Reached& a, const Reached& b) {
      return a.distance < b.distance || (a.distance == b.distance && a.entity < b.entity);
    });
    return std::move(found_);
  }

 private:
  void reach_from(Vertex v, std::uint32_t distance) {
    const auto row = g_.out(v);
    const auto edges = g_.out_edges(v);
    guard_.work(row.size());
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      const auto [place, fresh] = places_.try_emplace(row[slot], found_.size());
      if (fresh) {
        found_.push_back({.entity = g_.entity(row[slot]), .distance = distance, .edges = {}});
        vertices_.push_back(row[slot]);
      }
      Reached& reached = found_[place->second];
      if (reached.distance == distance) reached.edges.push_back(edges[slot]);
    }
  }

  const Network& g_;
  kernel::RunGuard guard_;
  std::unordered_map<Vertex, std::size_t> places_;
  std::vector<Reached> found_;
  std::vector<Vertex> vertices_;
  std::size_t last_level_ = 0;
};

}  // namespace

std::vector<Reached> distances(const Network& g, std::span<const EntityId> from,
                               std::uint32_t depth, const RunControl& run) {
  return Surroundings(g, from, run).grow(depth);
}

std::vector<Reached> neighbors_within(const Network& g, EntityId from, std::uint32_t depth,
                                      const RunControl& run) {
  auto reached = distances(g, std::span(&from, 1), depth, run);
  if (!reached.empty()) reached.erase(reached.begin());
  return reached;
}

}  // namespace entente
