// V. Batagelj, A. Mrvar, A subquadratic triad census algorithm for large sparse networks with small
// maximum degree, Social Networks 23 (2001) 237: look only at triads with at least two ties; those
// with one follow from the number of vertices around it, those with none from what is left.

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <vector>

#include <entente/algorithm/mixing.hpp>

#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"

namespace entente {

namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

// The type (counted from 1) of a triad by its six possible arcs: v→u 1, u→v 2, v→w 4, w→v 8,
// u→w 16, w→u 32.
constexpr std::array<std::uint8_t, 64> type_of_code{
    1, 2,  2,  3,  2, 4,  6, 8,  2,  6,  5,  7,  3, 8,  7,  11, 2,  6,  4,  8, 5, 9,
    9, 13, 6,  10, 9, 14, 7, 14, 12, 15, 2,  5,  6, 7,  6,  9,  10, 14, 4,  9, 9, 12,
    8, 13, 14, 15, 3, 7,  8, 11, 7,  12, 14, 15, 8, 14, 13, 15, 11, 15, 15, 16};

/// Rows without direction, each tie with the arcs it stands for: 1 outward, 2 inward.
class Ties {
 public:
  explicit Ties(const Network& g) {
    rows_.offsets.push_back(0);
    for (Vertex v = 0; v < g.vertex_count(); ++v) {
      const auto out = g.out(v);
      const auto in = g.in(v);
      for (std::size_t a = 0, b = 0; a < out.size() || b < in.size();) {
        const bool outward = b == in.size() || (a < out.size() && out[a] <= in[b]);
        const Vertex w = outward ? out[a++] : in[b++];
        if (w != v) add(w, outward ? 1 : 2);
      }
      rows_.offsets.push_back(static_cast<std::uint32_t>(rows_.neighbours.size()));
    }
  }

  [[nodiscard]] Vertex vertex_count() const { return rows_.vertex_count(); }
  [[nodiscard]] std::span<const Vertex> neighbours_of(Vertex v) const {
    return rows_.neighbours_of(v);
  }
  /// 1 if v leads to w, 2 if w leads to v, 3 if both, 0 if neither.
  [[nodiscard]] unsigned arcs(Vertex v, Vertex w) const {
    const auto row = rows_.neighbours_of(v);
    const auto found = std::lower_bound(row.begin(), row.end(), w);
    if (found == row.end() || *found != w) return 0;
    return arcs_[rows_.offsets[v] + static_cast<std::size_t>(found - row.begin())];
  }

 private:
  void add(Vertex w, std::uint8_t arc) {
    if (rows_.neighbours.size() > rows_.offsets.back() && rows_.neighbours.back() == w) {
      arcs_.back() |= arc;
    } else {
      rows_.neighbours.push_back(w);
      arcs_.push_back(arc);
    }
  }

  kernel::TieRows rows_;
  std::vector<std::uint8_t> arcs_;
};

/// All triads there are: n (n-1) (n-2) / 6.
std::uint64_t all_triads(std::uint64_t n) {
  if (n < 3) return 0;
  if (n > 4'800'000) return most;
  const std::uint64_t pairs = n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
  const std::uint64_t third = n - 2;
  return pairs % 3 == 0 ? pairs / 3 * third : third / 3 * pairs;
}

/// Adds the triads of the tied pair v < u in which no other tied pair comes earlier.
void count_around(const Ties& ties, Vertex v, Vertex u, TriadCensus& census) {
  std::vector<Vertex> around;
  std::set_union(ties.neighbours_of(v).begin(), ties.neighbours_of(v).end(),
                 ties.neighbours_of(u).begin(), ties.neighbours_of(u).end(),
                 std::back_inserter(around));
  const unsigned between = ties.arcs(v, u);
  std::uint64_t others = ties.vertex_count() - 2;
  for (const Vertex w : around) {
    if (w == v || w == u) continue;
    --others;
    if (w < u && (w < v || ties.arcs(v, w) != 0)) continue;  // counted from an earlier pair
    const unsigned code = between + 4 * ties.arcs(v, w) + 16 * ties.arcs(u, w);
    ++census.counts[type_of_code[code] - 1U];
  }
  census.counts[between == 3 ? 2 : 1] += others;
}

}  // namespace

std::uint64_t TriadCensus::count(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? 0 : counts[static_cast<std::size_t>(found - names.begin())];
}

TriadCensus triad_census(const Network& g, const RunControl& run) {
  kernel::RunGuard guard(run);
  const Ties ties(g);
  TriadCensus census;
  for (Vertex v = 0; v < ties.vertex_count(); ++v) {
    for (const Vertex u : ties.neighbours_of(v)) {
      if (u < v) continue;
      guard.work(ties.neighbours_of(v).size() + ties.neighbours_of(u).size());
      count_around(ties, v, u, census);
    }
  }
  std::uint64_t tied = 0;
  for (std::size_t i = 1; i < census.counts.size(); ++i) tied += census.counts[i];
  const std::uint64_t all = all_triads(ties.vertex_count());
  census.counts[0] = all == most ? most : all - tied;
  return census;
}

}  // namespace entente
