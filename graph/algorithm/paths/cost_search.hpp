#pragma once

/// A least-cost search from one vertex that keeps its memory between questions.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <entente/network/network.hpp>

#include "algorithm/paths/lengths.hpp"
#include "algorithm/paths/route_dag.hpp"
#include "algorithm/run_guard.hpp"

namespace entente::kernel {

constexpr Vertex no_vertex = std::numeric_limits<Vertex>::max();

/// Which routes of one cost count as shortest: all (lengths above 0), or those of fewest hops.
enum class Ties : std::uint8_t { any_hops, fewest_hops };

/// One question: where from, where to, what is closed, and what is known of the way ahead.
template <typename Sum>
struct CostQuestion {
  Vertex s = 0;
  Vertex t = no_vertex;                          ///< none: everywhere
  std::span<const Vertex> closed = {};           ///< vertices not to enter
  std::span<const Vertex> closed_at_start = {};  ///< neighbours not to enter from `s`
  /// From each vertex to `t`: a lower bound that no edge shortens by more than its length; or
  /// empty.
  std::span<const Sum> ahead = {};
};

/// For lengths of any kind.
template <typename Kind>
class CostSearch {
 public:
  using Sum = typename Kind::Sum;
  using Question = CostQuestion<Sum>;

  /// All routes of least cost from `s` to `t`; empty if there is none.
  [[nodiscard]] RouteDag routes(const Network& g, const Kind& lengths, const Question& question,
                                Ties ties, RunGuard& guard);

  /// How far every vertex is from `s`, or it from them where `rows` are the incoming ones; the
  /// closed and the unreachable are without_end().
  [[nodiscard]] std::vector<Sum> distances(const Network& g, const Rows& rows, const Kind& lengths,
                                           const Question& question, RunGuard& guard);

 private:
  struct Label {
    Sum distance = without_end<Sum>();
    std::uint32_t epoch = 0;
    std::uint32_t closed = 0;
  };
  /// A vertex on a route, and how many hops at least it is from `t` along routes.
  struct Stop {
    Vertex v = 0;
    std::uint32_t hops_left = 0;
  };

  void begin(const Network& g, const Question& question);
  void search(const Rows& rows, const Kind& lengths, const Question& question, RunGuard& guard);
  [[nodiscard]] Sum distance(Vertex v) const;
  [[nodiscard]] bool enters(const Question& question, Vertex v, Vertex w) const;
  [[nodiscard]] std::vector<Stop> stops_towards(const Network& g, const Kind& lengths,
                                                const Question& question, RunGuard& guard) const;
  [[nodiscard]] std::vector<Stop> in_order(std::vector<Stop> stops, Vertex s, Ties ties) const;

  std::vector<Label> labels_;
  std::uint32_t epoch_ = 0;
};

}  // namespace entente::kernel
