#include "render/diagram/backbone.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace entente {
namespace {

/// Sets that grow together, by one of their members.
class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
  }

  /// Whether they were apart until now.
  bool join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
    return a != b;
  }

 private:
  std::uint32_t root(std::uint32_t v) {
    while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
    return v;
  }

  std::vector<std::uint32_t> parent_;
};

/// The weight of all ties of a vertex, and their number.
struct Strength {
  double weight = 0;
  double ties = 0;

  /// The logarithm of the chance that one of its ties has at least that weight.
  [[nodiscard]] double log_chance(double of_tie) const {
    if (ties < 2) return 0;
    return (ties - 1) * std::log1p(-std::min(of_tie / weight, 1 - 1e-12));
  }
};

std::vector<double> log_chances(std::size_t vertices, std::span<const WeightedTie> ties) {
  std::vector<Strength> strengths(vertices);
  for (const WeightedTie& tie : ties)
    for (const std::uint32_t end : {tie.a, tie.b}) {
      strengths[end].weight += tie.weight;
      strengths[end].ties += 1;
    }
  std::vector<double> result;
  for (const WeightedTie& tie : ties)
    result.push_back(
        std::min(strengths[tie.a].log_chance(tie.weight), strengths[tie.b].log_chance(tie.weight)));
  return result;
}

}  // namespace

std::vector<char> backbone(std::size_t vertices, std::span<const WeightedTie> ties,
                           std::size_t most) {
  std::vector<char> kept(ties.size(), 0);
  std::vector<std::size_t> order(ties.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ties[a].weight > ties[b].weight; });
  UnionFind joined(vertices);
  std::size_t count = 0;
  for (const std::size_t i : order) {
    kept[i] = joined.join(ties[i].a, ties[i].b) ? 1 : 0;
    count += static_cast<std::size_t>(kept[i]);
  }
  const std::vector<double> chances = log_chances(vertices, ties);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return chances[a] < chances[b]; });
  for (const std::size_t i : order) {
    if (count >= most) break;
    if (kept[i] != 0) continue;
    kept[i] = 1;
    ++count;
  }
  return kept;
}

}  // namespace entente
