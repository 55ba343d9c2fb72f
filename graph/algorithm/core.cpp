// V. Batagelj, M. Zaveršnik, An O(m) algorithm for cores decomposition of networks (2003): take the
// vertices away in order of what is left of their degrees, kept in buckets.

#include <algorithm>
#include <numeric>
#include <vector>

#include <entente/algorithm/core.hpp>

#include "algorithm/prefetch.hpp"
#include "algorithm/scores.hpp"
#include "algorithm/simple_rows.hpp"

namespace entente {

namespace {

/// Vertices in order of degree, where a degree can go down by one in constant time.
class Buckets {
 public:
  explicit Buckets(const std::vector<std::uint32_t>& degree)
      : degree_(degree),
        order_(degree.size()),
        place_(degree.size()),
        begin_(degree.empty() ? 1 : *std::max_element(degree.begin(), degree.end()) + 2, 0) {
    for (const std::uint32_t d : degree_) ++begin_[d + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    auto next = begin_;
    for (Vertex v = 0; v < degree_.size(); ++v) {
      place_[v] = next[degree_[v]]++;
      order_[place_[v]] = v;
    }
  }

  [[nodiscard]] Vertex at(std::size_t i) const { return order_[i]; }
  [[nodiscard]] std::uint32_t degree(Vertex v) const { return degree_[v]; }

  void lower(Vertex v) {
    const std::uint32_t first = begin_[degree_[v]]++;
    const Vertex w = order_[first];
    std::swap(order_[first], order_[place_[v]]);
    std::swap(place_[v], place_[w]);
    --degree_[v];
  }

 private:
  std::vector<std::uint32_t> degree_;
  std::vector<Vertex> order_;
  std::vector<std::uint32_t> place_;
  std::vector<std::uint32_t> begin_;  // of each degree's vertices in order_
};

/// Asks for the rows of vertices that will be taken soon after the i-th.
void prefetch_rows(const Rows& rows, const Buckets& buckets, std::size_t i) {
  constexpr std::size_t soon = 4;
  constexpr std::size_t later = 8;
  const std::size_t n = rows.offsets.size() - 1;
  if (i + later < n) kernel::prefetch(&rows.offsets[buckets.at(i + later)]);
  if (i + soon < n) {
    kernel::prefetch(rows.neighbours.data() + rows.offsets[buckets.at(i + soon)]);
  }
}

}  // namespace

std::vector<std::uint32_t> core_numbers(const Network& g) {
  const kernel::SimpleRows rows(g);
  const bool directed = g.directedness() == Directedness::directed;
  std::vector<std::uint32_t> degree(g.vertex_count());
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    const std::size_t in = directed ? rows.in().neighbours_of(v).size() : 0;
    degree[v] = static_cast<std::uint32_t>(rows.out().neighbours_of(v).size() + in);
  }
  Buckets buckets(degree);
  std::vector<std::uint32_t> cores(g.vertex_count());
  for (std::size_t i = 0; i < g.vertex_count(); ++i) {
    prefetch_rows(rows.out(), buckets, i);
    const Vertex v = buckets.at(i);
    cores[v] = buckets.degree(v);
    const auto lower = [&buckets, v](Vertex w) {
      if (buckets.degree(w) > buckets.degree(v)) buckets.lower(w);
    };
    for (const Vertex w : rows.out().neighbours_of(v)) lower(w);
    if (!directed) continue;
    for (const Vertex w : rows.in().neighbours_of(v)) lower(w);
  }
  return cores;
}

Ranking core_number(const Network& g) {
  const auto cores = core_numbers(g);
  return kernel::ranking_of(g, "core", std::vector<double>(cores.begin(), cores.end()));
}

}  // namespace entente
