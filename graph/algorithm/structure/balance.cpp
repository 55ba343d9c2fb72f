// D. Cartwright, F. Harary, Structural balance: a generalization of Heider's theory, Psychological
// Review 63 (1956) 277. Triads are the triangles of the signed ties; a positive tie weighs 1 and a
// negative one 2, so that the product of three weights counts the negative ones.

#include <algorithm>
#include <bit>
#include <tuple>
#include <vector>

#include <entente/algorithm/balance.hpp>
#include <entente/facts/graph.hpp>

#include "algorithm/paths/weighted_rows.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/structure/triangle_search.hpp"

namespace entente {

namespace {

constexpr unsigned positive = 1;
constexpr unsigned negative = 2;
constexpr unsigned contradictory = positive | negative;

unsigned weight_of(Sign sign) {
  return sign == Sign::positive ? positive : sign == Sign::negative ? negative : 0;
}

/// Of each vertex the ties with a sign to vertices of smaller number.
kernel::ForwardRows signed_rows(const Network& g, std::span<const Sign> signs) {
  kernel::ForwardRows rows;
  rows.offsets.push_back(0);
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    const auto out = g.out(v);
    const auto in = g.in(v);
    for (std::size_t a = 0, b = 0; a < out.size() || b < in.size();) {
      const Vertex w = b == in.size() || (a < out.size() && out[a] <= in[b]) ? out[a] : in[b];
      if (w >= v) break;
      unsigned said = 0;
      for (; a < out.size() && out[a] == w; ++a) said |= weight_of(signs[index(g.out_edges(v)[a])]);
      for (; b < in.size() && in[b] == w; ++b) said |= weight_of(signs[index(g.in_edges(v)[b])]);
      if (said == 0 || said == contradictory) continue;
      rows.neighbours.push_back(w);
      rows.weights.push_back(static_cast<std::uint8_t>(said));
    }
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.neighbours.size()));
  }
  return rows;
}

bool by_ids(const SignedTriad& one, const SignedTriad& other) {
  return std::tie(one.a, one.b, one.c) < std::tie(other.a, other.b, other.c);
}

/// Drops all but the first `limit`; not yet sorted.
void keep_first(std::vector<SignedTriad>& triads, std::size_t limit) {
  if (triads.size() <= limit) return;
  std::nth_element(triads.begin(), triads.begin() + static_cast<std::ptrdiff_t>(limit),
                   triads.end(), by_ids);
  triads.resize(limit);
}

}  // namespace

std::vector<Sign> edge_signs(const Graph& graph, const Network& g) {
  std::vector<Sign> signs(g.edge_count(), Sign::none);
  for (const EdgeIndex e : g.edges()) {
    unsigned said = 0;
    for (const RelationId relation : g.relations(e)) said |= weight_of(graph.type(relation).sign);
    if (said == positive) signs[index(e)] = Sign::positive;
    if (said == negative) signs[index(e)] = Sign::negative;
  }
  return signs;
}

std::optional<double> Balance::share() const {
  if (total() == 0) return std::nullopt;
  return static_cast<double>(balanced()) / static_cast<double>(total());
}

Balance balance(const Network& g, std::span<const Sign> signs, const BalanceOptions& options) {
  if (signs.size() < g.edge_count()) {
    throw InvalidArgument("short-signs",
                          "there are fewer signs than edges; give one for every edge");
  }
  kernel::RunGuard guard(options.run);
  Balance balance;
  kernel::for_each_weighted_triangle(
      signed_rows(g, signs), guard, [&](Vertex v, Vertex u, Vertex w, unsigned weight) {
        const auto negatives = static_cast<unsigned>(std::countr_zero(weight));
        std::array<EntityId, 3> ids{g.entity(v), g.entity(u), g.entity(w)};
        std::sort(ids.begin(), ids.end());
        if (options.admits && !options.admits(ids[0], ids[1], ids[2])) return;
        ++balance.by_negative[negatives];
        balance.triads.push_back({ids[0], ids[1], ids[2], negatives});
        if (balance.triads.size() / 2 > options.limit) keep_first(balance.triads, options.limit);
      });
  keep_first(balance.triads, options.limit);
  std::sort(balance.triads.begin(), balance.triads.end(), by_ids);
  if (balance.total() > balance.triads.size()) balance.completeness = Completeness::limited;
  return balance;
}

}  // namespace entente
