// Weak components after M. Sutton, T. Ben-Nun, A. Barak, Optimizing parallel graph connectivity
// computation via subgraph sampling, IPDPS 2018: two edges a vertex nearly always join what belongs
// together, and the edges inside the largest component need not be looked at. Strong ones by one
// depth-first search (R. Tarjan, SIAM J. Comput. 1 (1972) 146) with a stack of its own.

#include <algorithm>
#include <numeric>
#include <utility>

#include <entente/algorithm/components.hpp>

#include "algorithm/groups/label_groups.hpp"
#include "algorithm/paths/unseen.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

using kernel::unseen;

/// Trees of vertices whose roots are their smallest members.
class Forest {
 public:
  explicit Forest(Vertex n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }

  void join(Vertex u, Vertex v) {
    Vertex a = parent_[u];
    Vertex b = parent_[v];
    while (a != b) {
      if (a < b) std::swap(a, b);
      if (parent_[a] == a) {
        parent_[a] = b;
        return;
      }
      a = std::exchange(parent_[a], b);
    }
  }
  [[nodiscard]] Vertex root(Vertex v) {
    while (parent_[v] != parent_[parent_[v]]) parent_[v] = parent_[parent_[v]];
    return parent_[v];
  }
  /// Points everyone at their root.
  void flatten() {
    for (Vertex v = 0; v < parent_.size(); ++v) parent_[v] = parent_[parent_[v]];
  }
  [[nodiscard]] std::vector<std::uint32_t> take() { return std::move(parent_); }

 private:
  std::vector<std::uint32_t> parent_;
};

/// The root that most of a sample of vertices share.
Vertex common_root(Forest& forest, Vertex n) {
  constexpr Vertex sample = 1024;
  std::vector<Vertex> roots;
  for (Vertex i = 0; i < std::min(sample, n); ++i) {
    roots.push_back(forest.root(static_cast<Vertex>(std::uint64_t{i} * n / std::min(sample, n))));
  }
  std::sort(roots.begin(), roots.end());
  Vertex best = 0;
  std::ptrdiff_t most = 0;
  for (auto first = roots.begin(); first != roots.end();) {
    const auto last = std::upper_bound(first, roots.end(), *first);
    if (last - first > most) best = *first;
    most = std::max(most, last - first);
    first = last;
  }
  return best;
}

std::vector<std::uint32_t> weak_labels(const Network& g, kernel::RunGuard& guard) {
  constexpr std::size_t first_slots = 2;
  const Vertex n = g.vertex_count();
  if (n == 0) return {};
  Forest forest(n);
  for (Vertex v = 0; v < n; ++v) {
    const auto row = g.out(v);
    for (std::size_t slot = 0; slot < std::min(first_slots, row.size()); ++slot) {
      forest.join(v, row[slot]);
    }
  }
  guard.work(2 * std::uint64_t{n});
  // Nearly all vertices are one component by now. Edges that touch the others decide.
  const Vertex large = common_root(forest, n);
  const bool directed = g.directedness() == Directedness::directed;
  for (Vertex v = 0; v < n; ++v) {
    if (forest.root(v) == large) continue;
    guard.work(g.out(v).size() + 1);
    for (const Vertex w : g.out(v)) forest.join(v, w);
    if (!directed) continue;
    for (const Vertex u : g.in(v)) forest.join(v, u);
  }
  for (Vertex v = 0; v < n; ++v) static_cast<void>(forest.root(v));
  forest.flatten();
  return forest.take();
}

class StrongSearch {
 public:
  StrongSearch(const Network& g, kernel::RunGuard& guard)
      : g_(g),
        guard_(guard),
        found_(g.vertex_count(), unseen),
        low_(g.vertex_count()),
        label_(g.vertex_count(), unseen) {}

  std::vector<std::uint32_t> labels() {
    for (Vertex v = 0; v < g_.vertex_count(); ++v) {
      if (found_[v] == unseen) search_from(v);
    }
    return std::move(label_);
  }

 private:
  struct Place {
    Vertex v;
    std::size_t slot;
  };

  void enter(Vertex v) {
    found_[v] = low_[v] = count_++;
    open_.push_back(v);
    places_.push_back({v, 0});
  }

  void search_from(Vertex root) {
    enter(root);
    while (!places_.empty()) {
      Place& place = places_.back();
      const auto row = g_.out(place.v);
      if (place.slot == row.size()) {
        leave();
        continue;
      }
      guard_.work();
      const Vertex w = row[place.slot++];
      if (found_[w] == unseen) {
        enter(w);
      } else if (label_[w] == unseen) {
        low_[place.v] = std::min(low_[place.v], found_[w]);
      }
    }
  }

  void leave() {
    const Vertex v = places_.back().v;
    places_.pop_back();
    if (!places_.empty()) {
      std::uint32_t& low = low_[places_.back().v];
      low = std::min(low, low_[v]);
    }
    if (low_[v] != found_[v]) return;
    for (Vertex w = unseen; w != v;) {
      w = open_.back();
      open_.pop_back();
      label_[w] = v;
    }
  }

  const Network& g_;
  kernel::RunGuard& guard_;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> found_;  // in which order
  std::vector<std::uint32_t> low_;    // the earliest open vertex known to be reachable
  std::vector<std::uint32_t> label_;
  std::vector<Vertex> open_;
  std::vector<Place> places_;
};

/// Numbers labels 0 … count-1 in the order of their first vertices; returns count.
std::uint32_t renumber(std::vector<std::uint32_t>& labels) {
  std::vector<std::uint32_t> number(labels.size(), unseen);
  std::uint32_t count = 0;
  for (std::uint32_t& label : labels) {
    if (number[label] == unseen) number[label] = count++;
    label = number[label];
  }
  return count;
}

}  // namespace

std::vector<std::uint32_t> component_labels(const Network& g, Connectivity connectivity,
                                            const RunControl& run) {
  kernel::RunGuard guard(run);
  const bool strong =
      connectivity == Connectivity::strong && g.directedness() == Directedness::directed;
  auto labels = strong ? StrongSearch(g, guard).labels() : weak_labels(g, guard);
  renumber(labels);
  return labels;
}

Groups components(const Network& g, Connectivity connectivity, const RunControl& run) {
  return kernel::groups_of(g, component_labels(g, connectivity, run));
}

}  // namespace entente
