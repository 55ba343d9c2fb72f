// M. Then et al., The more the merrier: efficient multi-source graph traversal, PVLDB 8 (2014) 449.
// A bit for each source says whether it has seen a vertex; one pass over the rows advances all
// searches by a level, pulling while most of the network is in play and pushing otherwise
// (S. Beamer, K. Asanović, D. Patterson, Direction-optimizing breadth-first search, SC 2012).

#include "algorithm/paths/many_source_search.hpp"

#include <algorithm>
#include <bit>

namespace entente::kernel {

namespace {

// Pulling reads every row but stops early; it pays once this share of all edges leads from vertices
// of the last level.
constexpr std::uint64_t pull_share = 8;

}  // namespace

ManySourceSearch::ManySourceSearch(const Rows& forward, const Rows& backward)
    : forward_(forward),
      backward_(backward),
      seen_(vertex_count()),
      fresh_(vertex_count()),
      next_(vertex_count()) {}

void ManySourceSearch::run(Vertex first, const Visit& visit, RunGuard& guard) {
  std::fill(seen_.begin(), seen_.end(), Lanes{});
  std::fill(fresh_.begin(), fresh_.end(), Lanes{});
  all_ = {};
  fresh_degrees_ = 0;
  for (std::size_t lane = 0; lane < lanes && first + lane < vertex_count(); ++lane) {
    const auto v = static_cast<Vertex>(first + lane);
    const Word bit = Word{1} << (lane % 64);
    seen_[v].word[lane / 64] |= bit;
    fresh_[v].word[lane / 64] |= bit;
    all_.word[lane / 64] |= bit;
    fresh_degrees_ += forward_.neighbours_of(v).size();
  }
  for (std::uint32_t hops = 1;; ++hops) {
    if (fresh_degrees_ * pull_share > forward_.neighbours.size()) {
      gather(guard);
    } else {
      scatter(guard);
    }
    if (!settle(hops, visit)) return;
  }
}

/// Every vertex that some source has not seen looks at those that lead to it.
void ManySourceSearch::gather(RunGuard& guard) {
  for (Vertex v = 0; v < vertex_count(); ++v) {
    Lanes& lanes_of_v = next_[v];
    lanes_of_v = {};
    Word missing = 0;
    for (std::size_t i = 0; i < words; ++i) missing |= all_.word[i] & ~seen_[v].word[i];
    if (missing == 0) continue;
    const auto row = backward_.neighbours_of(v);
    guard.work(row.size());
    for (const Vertex u : row) {
      for (std::size_t i = 0; i < words; ++i) lanes_of_v.word[i] |= fresh_[u].word[i];
    }
  }
}

/// Every vertex of the last level pushes to those it leads to.
void ManySourceSearch::scatter(RunGuard& guard) {
  std::fill(next_.begin(), next_.end(), Lanes{});
  for (Vertex v = 0; v < vertex_count(); ++v) {
    Word any = 0;
    for (std::size_t i = 0; i < words; ++i) any |= fresh_[v].word[i];
    if (any == 0) continue;
    const auto row = forward_.neighbours_of(v);
    guard.work(row.size());
    for (const Vertex w : row) {
      for (std::size_t i = 0; i < words; ++i) next_[w].word[i] |= fresh_[v].word[i];
    }
  }
}

/// Keeps what is new, pushes it, and says whether there was any.
bool ManySourceSearch::settle(std::uint32_t hops, const Visit& visit) {
  fresh_degrees_ = 0;
  bool any = false;
  for (Vertex v = 0; v < vertex_count(); ++v) {
    int count = 0;
    for (std::size_t i = 0; i < words; ++i) {
      const Word fresh = next_[v].word[i] & ~seen_[v].word[i];
      fresh_[v].word[i] = fresh;
      seen_[v].word[i] |= fresh;
      count += std::popcount(fresh);
    }
    if (count == 0) continue;
    any = true;
    fresh_degrees_ += forward_.neighbours_of(v).size();
    visit(v, hops, static_cast<std::uint32_t>(count));
  }
  return any;
}

}  // namespace entente::kernel
