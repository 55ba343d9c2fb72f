// U. Brandes, J. Math. Sociology 25 (2001) 163, level by level for several sources at once, as in
// A. Sarıyüce et al., Regularizing graph centrality computations, J. Parallel Distrib. Comput. 76
// (2015) 106. What a level hands to the next stands in `wave_`, zero wherever nothing is handed, so
// that gathering from neighbours is adding up whole lines of the cache, without a question asked:
// path counts on the way out, and (1 + dependency) / paths on the way back.

#include "algorithm/centrality/brandes_by_hops.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/prefetch.hpp"

namespace entente::kernel {

namespace {

// Looking reads the rows of all vertices not yet reached by all sources, telling those of one
// level; pushing writes where pulling reads.
constexpr std::uint64_t pulling_pays = 4;

// Path counts beyond this are scaled down, level by level, before they overflow.
constexpr double large_count = 0x1p500;

/// Asks for what the row after this one will add up.
template <typename Line>
void prefetch_lines(const std::vector<Line>& lines, std::span<const Vertex> row) {
  constexpr std::size_t enough = 16;
  for (const Vertex w : row.first(std::min(row.size(), enough))) prefetch(&lines[w]);
}

/// The numbers one by one, and back: g++ 12 miscounts subscripts of a vector itself under UBSan.
template <typename Line>
std::array<double, 8> each(const Line& line) {
  std::array<double, 8> numbers;
  std::memcpy(numbers.data(), &line.of, sizeof numbers);
  return numbers;
}

template <typename Line>
Line line_of(const std::array<double, 8>& numbers) {
  Line line;
  std::memcpy(&line.of, numbers.data(), sizeof numbers);
  return line;
}

/// 1 for the sources of a mask, 0 for others, to multiply by.
template <typename Line>
std::array<Line, 256> make_selectors() {
  std::array<Line, 256> lines{};
  for (unsigned mask = 0; mask < lines.size(); ++mask) {
    std::array<double, 8> bits;
    for (unsigned lane = 0; lane < 8; ++lane) bits[lane] = mask >> lane & 1;
    lines[mask] = line_of<Line>(bits);
  }
  return lines;
}

template <typename Line>
double total(const Line& line) {
  const auto of = each(line);
  return ((of[0] + of[1]) + (of[2] + of[3])) + ((of[4] + of[5]) + (of[6] + of[7]));
}

}  // namespace

DependenciesByHops::DependenciesByHops(const SimpleRows& rows, std::size_t edges)
    : selectors_(make_selectors<Lanes>()),
      rows_(rows),
      paths_(rows.vertex_count()),
      wave_(rows.vertex_count()),
      next_(rows.vertex_count()),
      reached_(rows.vertex_count(), 0),
      is_candidate_(rows.vertex_count(), false) {
  sums_.vertices.resize(rows.vertex_count());
  sums_.edges.resize(edges);
}

void DependenciesByHops::add_sources(std::span<const Vertex> sources, RunGuard& guard) {
  begin(sources);
  search(guard);
  walk_back(guard);
  clear();
}

std::span<const DependenciesByHops::Stop> DependenciesByHops::level(std::size_t hops) const {
  return {order_.data() + levels_[hops], order_.data() + levels_[hops + 1]};
}

void DependenciesByHops::begin(std::span<const Vertex> sources) {
  order_.clear();
  all_ = static_cast<Mask>((1U << sources.size()) - 1);
  for (std::size_t k = 0; k < sources.size(); ++k) {
    const auto mask = static_cast<Mask>(1U << k);
    order_.push_back({sources[k], mask});
    reached_[sources[k]] = mask;
    paths_[sources[k]].of = selectors_[mask].of;
    wave_[sources[k]].of = selectors_[mask].of;
  }
  levels_ = {0, order_.size()};
  scales_.assign(1, {});
}

void DependenciesByHops::search(RunGuard& guard) {
  while (levels_.back() > levels_[levels_.size() - 2]) {
    std::uint64_t degrees = 0;
    for (const Stop& stop : level(levels_.size() - 2)) {
      degrees += rows_.out().neighbours_of(stop.v).size();
    }
    if (degrees * pulling_pays > rows_.out().neighbours.size()) {
      pull(guard);
    } else {
      push(guard);
    }
    settle();
  }
  levels_.pop_back();
  scales_.pop_back();
}

/// The vertices of the last level add to what their neighbours are handed.
void DependenciesByHops::push(RunGuard& guard) {
  candidates_.clear();
  for (const Stop& stop : level(levels_.size() - 2)) {
    const auto row = rows_.out().neighbours_of(stop.v);
    guard.work(row.size() * 4);
    for (const Vertex w : row) {
      if (reached_[w] == all_) continue;
      if (!is_candidate_[w]) {
        is_candidate_[w] = true;
        candidates_.push_back(w);
        next_[w] = {};
      }
      next_[w].of += wave_[stop.v].of;
    }
  }
  for (const Vertex w : candidates_) is_candidate_[w] = false;
}

/// Vertices that some source has not reached add up what their neighbours hand on.
void DependenciesByHops::pull(RunGuard& guard) {
  candidates_.clear();
  for (Vertex v = 0; v < rows_.vertex_count(); ++v) {
    if (reached_[v] != all_) candidates_.push_back(v);
  }
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (i + 1 < candidates_.size()) {
      prefetch_lines(wave_, rows_.in().neighbours_of(candidates_[i + 1]));
    }
    const auto row = rows_.in().neighbours_of(candidates_[i]);
    guard.work(row.size() * 4);
    next_[candidates_[i]] = gathered(row);
  }
}

DependenciesByHops::Lanes DependenciesByHops::gathered(std::span<const Vertex> row) const {
  Lanes sum;
  for (const Vertex w : row) sum.of += wave_[w].of;
  return sum;
}

/// Makes those candidates that were handed something for the first time the next level.
void DependenciesByHops::settle() {
  for (const Stop& stop : level(levels_.size() - 2)) wave_[stop.v] = {};
  for (const Vertex w : candidates_) {
    const auto counts = each(next_[w]);
    unsigned fresh = 0;
    for (std::size_t k = 0; k < lanes; ++k) fresh |= static_cast<unsigned>(counts[k] != 0) << k;
    fresh &= ~unsigned{reached_[w]};
    if (fresh == 0) continue;
    wave_[w].of = next_[w].of * selectors_[fresh].of;
    paths_[w].of += wave_[w].of;
    reached_[w] = static_cast<Mask>(reached_[w] | fresh);
    order_.push_back({w, static_cast<Mask>(fresh)});
  }
  levels_.push_back(order_.size());
  keep_finite();
}

/// Scales the path counts of the last level down where one is large. Only their proportion to the
/// counts of the level before is used, and the scale is remembered for that.
void DependenciesByHops::keep_finite() {
  const auto last = level(levels_.size() - 2);
  std::array<double, lanes> by;
  by.fill(1);
  bool large = false;
  for (const Stop& stop : last) {
    const auto counts = each(wave_[stop.v]);
    for (std::size_t k = 0; k < lanes; ++k) {
      if (!(counts[k] > large_count)) continue;
      by[k] = 1 / large_count;
      large = true;
    }
  }
  scales_.push_back(line_of<Lanes>(by));
  if (!large) return;
  const Numbers scale = scales_.back().of;
  for (const Stop& stop : last) {
    paths_[stop.v].of -= wave_[stop.v].of;  // 0 in the lanes of this level
    wave_[stop.v].of *= scale;
    paths_[stop.v].of += wave_[stop.v].of;
  }
}

void DependenciesByHops::walk_back(RunGuard& guard) {
  std::size_t hops = levels_.size() - 2;
  for (const Stop& stop : level(hops)) next_[stop.v] = {};
  pass_on(hops);
  while (hops-- > 0) {
    gather(hops, guard);
    for (const Stop& stop : level(hops + 1)) wave_[stop.v] = {};
    pass_on(hops);
  }
  for (const Stop& stop : level(0)) wave_[stop.v] = {};
}

/// Dependencies of a level, into `next_`: paths times what those one further hand back.
void DependenciesByHops::gather(std::size_t hops, RunGuard& guard) {
  const auto stops = level(hops);
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const auto [v, mask] = stops[i];
    if (i + 1 < stops.size()) {
      prefetch_lines(wave_, rows_.out().neighbours_of(stops[i + 1].v));
    }
    const auto row = rows_.out().neighbours_of(v);
    guard.work(row.size() * 4);
    Lanes paths;  // those at this level
    paths.of = paths_[v].of * selectors_[mask].of * scales_[hops + 1].of;
    next_[v].of = paths.of * gathered(row).of;
    if (hops > 0) sums_.vertices[v] += total(next_[v]);
    if (!sums_.edges.empty()) score_edges(v, paths);
  }
}

void DependenciesByHops::score_edges(Vertex v, const Lanes& paths) {
  const auto row = rows_.out().neighbours_of(v);
  const auto edges = rows_.out().edges_of(v);
  for (std::size_t slot = 0; slot < row.size(); ++slot) {
    Lanes along;
    along.of = paths.of * wave_[row[slot]].of;
    sums_.edges[index(edges[slot])] += total(along);
  }
}

/// What the vertices of a level hand back to those one nearer.
void DependenciesByHops::pass_on(std::size_t hops) {
  for (const auto& [v, mask] : level(hops)) {
    const Numbers here = selectors_[mask].of;
    // Other lanes may hold no paths; whatever is divided there is multiplied by 0.
    wave_[v].of = here * (1 + next_[v].of) / (paths_[v].of + (1 - here));
  }
}

void DependenciesByHops::clear() {
  for (const Stop& stop : order_) {
    reached_[stop.v] = 0;
    paths_[stop.v] = {};
  }
}

}  // namespace entente::kernel
