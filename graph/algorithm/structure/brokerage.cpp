// R. Burt's measures of structural holes, and R. Gould and R. Fernandez' roles of brokers. Both
// look from a vertex at its neighbours' neighbours, with the vertex's own ties marked in an array.

#include <algorithm>
#include <cstdint>
#include <vector>

#include <entente/algorithm/brokerage.hpp>

#include "algorithm/centrality/scores.hpp"
#include "algorithm/groups/group_check.hpp"
#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/structure/simple_rows.hpp"

namespace entente {

namespace {

/// Ties with what each is of all and of the strongest of its vertex.
class Investments {
 public:
  Investments(const Network& g, const HoleOptions& options, std::string_view measure)
      : rows_(kernel::even_tie_rows(g, kernel::tie_weights(g, options.weights, measure))),
        sums_(g.vertex_count(), 0.0),
        largest_(g.vertex_count(), 0.0),
        mark_(g.vertex_count(), 0.0),
        near_(g.vertex_count(), 0) {
    for (Vertex v = 0; v < rows_.vertex_count(); ++v) {
      for (const double weight : rows_.weights_of(v)) {
        sums_[v] += weight;
        largest_[v] = std::max(largest_[v], weight);
      }
    }
  }

  [[nodiscard]] const kernel::TieRows& rows() const { return rows_; }
  /// Whether there is anything to divide.
  [[nodiscard]] bool has_ties(Vertex v) const { return sums_[v] > 0; }

  /// The sum over v's neighbours j of (p_vj + sum over q of p_vq p_qj)², each p of its own row.
  [[nodiscard]] double constraint(Vertex v) {
    const auto row = rows_.neighbours_of(v);
    const auto weights = rows_.weights_of(v);
    for (std::size_t i = 0; i < row.size(); ++i) {
      near_[row[i]] = 1;
      mark_[row[i]] = weights[i] / sums_[v];
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Vertex q = row[i];
      if (weights[i] > 0) invest(q, weights[i] / sums_[v] / sums_[q]);
    }
    double sum = 0;
    for (const Vertex j : row) {
      sum += mark_[j] * mark_[j];
      near_[j] = 0;
    }
    unmark(v);
    return sum;
  }

  /// The sum over v's neighbours u of 1 - sum over q of p_vq m_uq.
  [[nodiscard]] double effective_size(Vertex v) {
    const auto row = rows_.neighbours_of(v);
    const auto weights = rows_.weights_of(v);
    for (std::size_t i = 0; i < row.size(); ++i) mark_[row[i]] = weights[i] / sums_[v];
    double sum = 0;
    for (const Vertex u : row) {
      const double largest = largest_[u];
      sum += 1 - shared(u, [largest](Vertex, double weight) {
               return largest > 0 ? weight / largest : 0;
             });
    }
    unmark(v);
    return sum;
  }

 private:
  /// Adds to the marks of q's neighbours, where they are v's too, what reaches them through q.
  void invest(Vertex q, double per_weight) {
    const auto row = rows_.neighbours_of(q);
    const auto weights = rows_.weights_of(q);
    for (std::size_t i = 0; i < row.size(); ++i)
      if (near_[row[i]] != 0) mark_[row[i]] += per_weight * weights[i];
  }

  /// The sum over u's neighbours q of the marked vertex's share in q times `share(q, weight)`.
  template <typename Share>
  [[nodiscard]] double shared(Vertex u, Share share) const {
    const auto row = rows_.neighbours_of(u);
    const auto weights = rows_.weights_of(u);
    double sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (mark_[row[i]] > 0) sum += mark_[row[i]] * share(row[i], weights[i]);
    }
    return sum;
  }

  void unmark(Vertex v) {
    for (const Vertex w : rows_.neighbours_of(v)) mark_[w] = 0;
  }

  kernel::TieRows rows_;
  std::vector<double> sums_;
  std::vector<double> largest_;
  std::vector<double> mark_;        // p_vq of the vertex looked at
  std::vector<std::uint8_t> near_;  // whether it is one of its neighbours
};

template <typename Score>
Ranking rank_those_with_ties(const Network& g, const HoleOptions& options, std::string measure,
                             Score score) {
  kernel::RunGuard guard(options.run);
  Investments investments(g, options, measure);
  std::vector<Ranking::Row> rows;
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    if (!investments.has_ties(v)) continue;
    for (const Vertex w : investments.rows().neighbours_of(v)) {
      guard.work(investments.rows().neighbours_of(w).size());
    }
    rows.emplace_back(g.entity(v), score(investments, v));
  }
  return {std::move(measure), std::move(rows)};
}

/// Adds the path a → b → c to the role that b plays in it.
void count_role(BrokerageRoles& roles, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  if (a == b && b == c) {
    ++roles.coordinator;
  } else if (a == c) {
    ++roles.consultant;
  } else if (b == c) {
    ++roles.gatekeeper;
  } else if (a == b) {
    ++roles.representative;
  } else {
    ++roles.liaison;
  }
}

/// Calls `visit(a, b, c)` for every path a → b → c where a has no edge to c.
template <typename Visit>
void for_each_open_path(const kernel::SimpleRows& rows, kernel::RunGuard& guard, Visit visit) {
  std::vector<Vertex> led_to(rows.vertex_count(), rows.vertex_count());  // by the a looked at
  for (Vertex a = 0; a < rows.vertex_count(); ++a) {
    led_to[a] = a;
    for (const Vertex b : rows.out().neighbours_of(a)) led_to[b] = a;
    for (const Vertex b : rows.out().neighbours_of(a)) {
      guard.work(rows.out().neighbours_of(b).size());
      for (const Vertex c : rows.out().neighbours_of(b)) {
        if (led_to[c] != a) visit(a, b, c);
      }
    }
  }
}

}  // namespace

Ranking constraint(const Network& g, const HoleOptions& options) {
  return rank_those_with_ties(g, options, "constraint",
                              [](auto& ties, Vertex v) { return ties.constraint(v); });
}

Ranking effective_size(const Network& g, const HoleOptions& options) {
  return rank_those_with_ties(g, options, "effective-size",
                              [](auto& ties, Vertex v) { return ties.effective_size(v); });
}

std::vector<BrokerageRoles> brokerage_roles(const Network& g, const Grouping& grouping,
                                            const RunControl& run) {
  kernel::check_grouping(g, grouping);
  kernel::RunGuard guard(run);
  std::vector<BrokerageRoles> roles(g.vertex_count());
  for (Vertex v = 0; v < g.vertex_count(); ++v) roles[v].entity = g.entity(v);
  const auto group = [&](Vertex v) { return grouping[index(g.entity(v))]; };
  for_each_open_path(kernel::SimpleRows(g), guard, [&](Vertex a, Vertex b, Vertex c) {
    count_role(roles[b], group(a), group(b), group(c));
  });
  std::sort(roles.begin(), roles.end(), [](const BrokerageRoles& a, const BrokerageRoles& b) {
    return a.total() > b.total() || (a.total() == b.total() && a.entity < b.entity);
  });
  return roles;
}

Ranking brokerage(const Network& g, const RunControl& run) {
  kernel::RunGuard guard(run);
  std::vector<double> scores(g.vertex_count(), 0);
  for_each_open_path(kernel::SimpleRows(g), guard,
                     [&scores](Vertex, Vertex b, Vertex) { ++scores[b]; });
  return kernel::ranking_of(g, "brokerage", scores);
}

}  // namespace entente
