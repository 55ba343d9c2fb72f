#pragma once

/// A bidirectional breadth-first search that keeps its memory between questions.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <entente/network/network.hpp>

#include "algorithm/paths/route_dag.hpp"
#include "algorithm/run_guard.hpp"

namespace entente::kernel {

/// One search at a time. After a run that met, it knows which vertices lie on shortest routes.
class MeetingSearch {
 public:
  /// The number of hops from `s` to `t` around the vertices to avoid; none if there is no route.
  std::optional<std::uint32_t> run(const Network& g, Vertex s, Vertex t,
                                   std::span<const Vertex> avoid, RunGuard& guard);
  /// The same, of routes that do not go on to one of these vertices from `s`; all_routes() does not
  /// know of them.
  std::optional<std::uint32_t> run_barred(const Network& g, Vertex s, Vertex t,
                                          std::span<const Vertex> avoid,
                                          std::span<const Vertex> barred, RunGuard& guard);

  /// The route whose entities are smallest. Only after run() found one.
  [[nodiscard]] Route first_route();
  /// All shortest routes. Only after run() found one.
  [[nodiscard]] RouteDag all_routes();

 private:
  // What a mark says, counted from base_: avoided, or 2 * distance + 1, or one more if on a route.
  struct Marks {
    std::uint32_t forward = 0;
    std::uint32_t backward = 0;
  };
  /// A set of vertices that may answer yes for one it has not; it fits the nearest cache.
  class Sieve {
   public:
    void fill(std::span<const Vertex> vertices);
    [[nodiscard]] bool may_have(Vertex v) const { return stamps_[v % size] == filling_; }

   private:
    static constexpr std::size_t size = 1 << 14;
    std::array<std::uint8_t, size> stamps_{};
    std::uint8_t filling_ = 0;
  };
  struct Side {
    const Rows* rows = nullptr;
    std::uint32_t Marks::*mark = nullptr;
    std::vector<Vertex> queue;        // level by level
    std::vector<std::size_t> levels;  // where each begins
    std::uint64_t last_degrees = 0;   // of the last level, about, summed
    [[nodiscard]] std::uint32_t depth() const {
      return static_cast<std::uint32_t>(levels.size() - 1);
    }
    [[nodiscard]] std::span<const Vertex> level(std::uint32_t depth) const;
  };

  [[nodiscard]] std::uint32_t at(std::uint32_t distance) const { return base_ + 2 * distance + 1; }
  void begin(const Network& g, std::span<const Vertex> avoid);
  void place(Side& side, const Rows& rows, Vertex v);
  bool find_crossings(const Side& side, const Side& other, RunGuard& guard);
  void expand(Side& side, RunGuard& guard);
  void mark_routes();
  void find_nearer_on_routes(std::uint32_t distance);
  void mark(Vertex u, std::uint32_t distance, std::vector<Vertex>& marked);
  [[nodiscard]] std::span<const Vertex> stops_at(std::uint32_t position) const;
  [[nodiscard]] bool leads_on(Vertex w, std::uint32_t position) const;
  [[nodiscard]] bool is_barred(Vertex v, Vertex w) const;
  [[nodiscard]] std::size_t smallest_slot(Vertex v, std::uint32_t position);
  [[nodiscard]] std::vector<std::size_t> slots_onward(Vertex v, std::uint32_t position) const;

  const Network* g_ = nullptr;
  std::vector<Marks> marks_;
  std::uint32_t base_ = 1;
  std::uint32_t deepest_ = 0;
  Sieve sieve_;
  Side forward_{.rows = nullptr, .mark = &Marks::forward, .queue = {}, .levels = {}};
  Side backward_{.rows = nullptr, .mark = &Marks::backward, .queue = {}, .levels = {}};
  std::vector<Vertex> barred_;     // not to be gone to from the start
  std::vector<Vertex> crossings_;  // forward vertices of the edges that joined both sides
  std::vector<std::vector<Vertex>> on_routes_;  // forward vertices on routes, by distance
};

}  // namespace entente::kernel
