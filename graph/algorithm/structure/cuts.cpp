// J. Hopcroft, R. Tarjan, Efficient algorithms for graph manipulation, Comm. ACM 16 (1973) 372: one
// depth-first search; what lies below a vertex hangs on it if nothing down there reaches further
// up.

#include <algorithm>
#include <utility>

#include <entente/algorithm/cuts.hpp>

#include "algorithm/paths/unseen.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

using kernel::unseen;

/// What the search finds, by vertex and edge.
struct Cuts {
  std::vector<EdgeIndex> bridges;
  std::vector<bool> cut;
  std::vector<std::vector<Vertex>> blocks;
};

class LowpointSearch {
 public:
  LowpointSearch(const Network& g, const RunControl& run)
      : g_(g),
        guard_(run),
        directed_(g.directedness() == Directedness::directed),
        found_(g.vertex_count(), unseen),
        low_(g.vertex_count()) {
    cuts_.cut.resize(g.vertex_count());
  }

  Cuts run() {
    for (Vertex v = 0; v < g_.vertex_count(); ++v) {
      if (found_[v] == unseen) search_from(v);
    }
    return std::move(cuts_);
  }

 private:
  struct Place {
    Vertex v;
    EdgeIndex by;         // the edge that led here
    std::size_t slot;     // the next of the out row, then of the in row
    std::uint32_t below;  // parts that hang on v
  };

  void enter(Vertex v, EdgeIndex by) {
    found_[v] = low_[v] = count_++;
    open_.push_back(v);
    places_.push_back({v, by, 0, 0});
  }

  [[nodiscard]] std::size_t degree(Vertex v) const {
    return g_.out(v).size() + (directed_ ? g_.in(v).size() : 0);
  }

  [[nodiscard]] std::pair<Vertex, EdgeIndex> at(Vertex v, std::size_t slot) const {
    const std::size_t out = g_.out(v).size();
    if (slot < out) return {g_.out(v)[slot], g_.out_edges(v)[slot]};
    return {g_.in(v)[slot - out], g_.in_edges(v)[slot - out]};
  }

  void search_from(Vertex root) {
    enter(root, EdgeIndex());
    while (!places_.empty()) {
      Place& place = places_.back();
      if (place.slot == degree(place.v)) {
        leave(root);
        continue;
      }
      guard_.work();
      const auto [w, e] = at(place.v, place.slot++);
      if (w == place.v || e == place.by) continue;
      if (found_[w] == unseen) {
        enter(w, e);
      } else {
        low_[place.v] = std::min(low_[place.v], found_[w]);
      }
    }
    open_.clear();
  }

  void leave(Vertex root) {
    const auto [v, by, slot, below] = places_.back();
    places_.pop_back();
    if (places_.empty()) return;
    Place& above = places_.back();
    low_[above.v] = std::min(low_[above.v], low_[v]);
    if (low_[v] > found_[above.v]) cuts_.bridges.push_back(by);
    if (low_[v] < found_[above.v]) return;
    if (above.v != root || above.below++ > 0) cuts_.cut[above.v] = true;
    auto& block = cuts_.blocks.emplace_back(1, above.v);
    for (Vertex w = unseen; w != v;) {
      w = open_.back();
      open_.pop_back();
      block.push_back(w);
    }
  }

  const Network& g_;
  kernel::RunGuard guard_;
  bool directed_;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> found_;  // in which order
  std::vector<std::uint32_t> low_;    // the earliest reached from here or below
  std::vector<Vertex> open_;          // not in a block yet
  std::vector<Place> places_;
  Cuts cuts_;
};

}  // namespace

std::vector<EdgeIndex> bridges(const Network& g, const RunControl& run) {
  auto found = LowpointSearch(g, run).run().bridges;
  const auto ids = [&g](EdgeIndex e) {
    const auto [from, to] = g.ends(e);
    return std::minmax({g.entity(from), g.entity(to)});
  };
  std::sort(found.begin(), found.end(),
            [&ids](EdgeIndex a, EdgeIndex b) { return ids(a) < ids(b); });
  return found;
}

std::vector<EntityId> cut_vertices(const Network& g, const RunControl& run) {
  const auto cut = LowpointSearch(g, run).run().cut;
  std::vector<EntityId> entities;
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    if (cut[v]) entities.push_back(g.entity(v));
  }
  std::sort(entities.begin(), entities.end());
  return entities;
}

Groups biconnected_components(const Network& g, const RunControl& run) {
  Groups groups;
  for (const auto& block : LowpointSearch(g, run).run().blocks) {
    auto& members = groups.emplace_back();
    for (const Vertex v : block) members.push_back(g.entity(v));
    std::sort(members.begin(), members.end());
  }
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
    return a.size() > b.size() || (a.size() == b.size() && a < b);
  });
  return groups;
}

}  // namespace entente
