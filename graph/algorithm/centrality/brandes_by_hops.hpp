#pragma once

/// Brandes' dependencies by hops, eight sources at a time.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "algorithm/centrality/brandes.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/structure/simple_rows.hpp"
#include "base/doubles.hpp"

namespace entente::kernel {

/// Adds up over blocks of sources. Keep the rows alive beside it.
class DependenciesByHops {
 public:
  static constexpr std::size_t lanes = 8;

  /// `edges` is how many edges to score; 0 for none.
  DependenciesByHops(const SimpleRows& rows, std::size_t edges);

  /// At most `lanes` sources, all different.
  void add_sources(std::span<const Vertex> sources, RunGuard& guard);
  [[nodiscard]] Dependencies take_sums() { return std::move(sums_); }

 private:
  // One number a source: exactly one line of the cache, added up as one.
  using Numbers = Doubles<lanes>;
  struct alignas(64) Lanes {
    Numbers of{};
  };
  using Mask = std::uint8_t;  // a bit a source
  /// A vertex at a level, and for which sources that is its level.
  struct Stop {
    Vertex v;
    Mask mask;
  };

  [[nodiscard]] std::span<const Stop> level(std::size_t hops) const;
  void begin(std::span<const Vertex> sources);
  void search(RunGuard& guard);
  void push(RunGuard& guard);
  void pull(RunGuard& guard);
  [[nodiscard]] Lanes gathered(std::span<const Vertex> row) const;
  void settle();
  void keep_finite();
  void walk_back(RunGuard& guard);
  void gather(std::size_t hops, RunGuard& guard);
  void score_edges(Vertex v, const Lanes& paths);
  void pass_on(std::size_t hops);
  void clear();

  std::array<Lanes, 256> selectors_;
  const SimpleRows& rows_;
  std::vector<Lanes> paths_;   // 0 where a source has not reached
  std::vector<Lanes> wave_;    // what the last level hands to the next; 0 elsewhere
  std::vector<Lanes> next_;    // what is handed to each of the candidates
  std::vector<Mask> reached_;  // by which sources
  Mask all_ = 0;
  std::vector<Stop> order_;  // level by level; a vertex once for every level that it is at
  std::vector<std::size_t> levels_;
  std::vector<Lanes> scales_;  // of each level's path counts
  std::vector<Vertex> candidates_;
  std::vector<bool> is_candidate_;
  Dependencies sums_;
};

}  // namespace entente::kernel
