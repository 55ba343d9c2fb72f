// Weak components by union-find (R. Tarjan, J. ACM 22 (1975) 215); strong ones by one depth-first
// search (R. Tarjan, SIAM J. Comput. 1 (1972) 146) with a stack of its own instead of recursion.

#include <algorithm>
#include <limits>
#include <numeric>

#include <entente/algorithm/components.hpp>

#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

constexpr auto unseen = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> weak_labels(const Network& g, kernel::RunGuard& guard) {
  std::vector<std::uint32_t> parent(g.vertex_count());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&parent](std::uint32_t v) {
    while (parent[v] != v) v = parent[v] = parent[parent[v]];
    return v;
  };
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    guard.work(g.out(v).size() + 1);
    for (const Vertex w : g.out(v)) {
      const std::uint32_t a = root(v);
      const std::uint32_t b = root(w);
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  for (Vertex v = 0; v < g.vertex_count(); ++v) parent[v] = root(v);
  return parent;
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

/// Gathers the vertices of one label, in the order that Groups promises.
Groups groups_of(const Network& g, const std::vector<std::uint32_t>& labels) {
  std::vector<std::uint32_t> group(g.vertex_count(), unseen);
  Groups groups;
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    std::uint32_t& number = group[labels[v]];
    if (number == unseen) {
      number = static_cast<std::uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[number].push_back(g.entity(v));
  }
  for (auto& members : groups) std::sort(members.begin(), members.end());
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
    return a.size() > b.size() || (a.size() == b.size() && a.front() < b.front());
  });
  return groups;
}

}  // namespace

Groups components(const Network& g, Connectivity connectivity, const RunControl& run) {
  kernel::RunGuard guard(run);
  const bool strong =
      connectivity == Connectivity::strong && g.directedness() == Directedness::directed;
  return groups_of(g, strong ? StrongSearch(g, guard).labels() : weak_labels(g, guard));
}

}  // namespace entente
