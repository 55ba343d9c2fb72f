// Order is by score, but scores that differ only by rounding tie and stand by id: the two ends of a
// symmetric network must not swap places because their sums ran in another order. A group takes in
// what is near to its highest score, so that no chain of near neighbours joins scores that differ.

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>

#include <boost/sort/spreadsort/integer_sort.hpp>

#include <entente/algorithm/ranking.hpp>

#include "algorithm/centrality/scores.hpp"

namespace entente {

namespace {

constexpr double relative_rounding = 1e-12;
constexpr double largest_exact = 0x1p53;

// Above so many ids, of which fewer than one in so many is ranked, places are looked for.
constexpr std::size_t least_sparse = std::size_t{1} << 22;
constexpr std::size_t most_sparse = 256;

double score_of(const Ranking::Row& row) {
  return row.second;
}
double score_of(const EdgeScore& row) {
  return row.score;
}

auto id_of(const Ranking::Row& row) {
  return row.first;
}
auto id_of(const EdgeScore& row) {
  return std::tuple(row.from, row.to, row.edge);
}

bool is_whole(double score) {
  return std::abs(score) <= largest_exact && std::trunc(score) == score;
}

bool ties_with(double highest, double score, TieRule rule) {
  if (score == highest) return true;
  if (rule == TieRule::equal || (is_whole(highest) && is_whole(score))) return false;
  return std::isfinite(highest) && highest - score <= relative_rounding * std::abs(highest);
}

/// A number that is the smaller the higher the score. As integers, the bits of numbers above 0 are
/// in the order of the numbers, and those of numbers below 0 in the contrary order.
std::uint64_t place_of(double score) {
  const auto bits = std::bit_cast<std::uint64_t>(score);
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  return (bits & sign) != 0 ? bits : ~(bits | sign);
}

template <typename Row>
void sort_by_score(std::vector<Row>& rows) {
  boost::sort::spreadsort::integer_sort(
      rows.begin(), rows.end(),
      [](const Row& row, unsigned digits) { return place_of(score_of(row)) >> digits; },
      [](const Row& a, const Row& b) { return score_of(a) > score_of(b); });
}

/// Sorts by score, and those that tie by id; returns the rank of each row.
template <typename Row>
std::vector<std::size_t> settle_order(std::vector<Row>& rows, TieRule rule) {
  sort_by_score(rows);
  std::vector<std::size_t> ranks;
  ranks.reserve(rows.size());
  for (auto first = rows.begin(); first != rows.end();) {
    const double highest = score_of(*first);
    const auto last = std::find_if_not(std::next(first), rows.end(), [&](const Row& row) {
      return ties_with(highest, score_of(row), rule);
    });
    ranks.resize(ranks.size() + static_cast<std::size_t>(last - first), ranks.size() + 1);
    std::sort(first, last, [](const Row& a, const Row& b) { return id_of(a) < id_of(b); });
    first = last;
  }
  return ranks;
}

template <typename Row>
std::vector<Row> first_of(const std::vector<Row>& rows, std::size_t count) {
  const auto shown = static_cast<std::ptrdiff_t>(std::min(count, rows.size()));
  return {rows.begin(), rows.begin() + shown};
}

}  // namespace

Ranking::Ranking(std::string measure, std::vector<Row> rows, TieRule ties)
    : measure_(std::move(measure)), rows_(std::move(rows)), ranks_(settle_order(rows_, ties)) {
  std::size_t ids = 0;
  for (const Row& row : rows_) {
    detail::check_number("Ranking", index(row.first), index(EntityId{}));
    ids = std::max<std::size_t>(ids, index(row.first) + std::size_t{1});
  }
  // A few ids far apart, whoever made them up, cost what they are, not what lies between them.
  if (ids > least_sparse && ids / most_sparse > rows_.size()) {
    for (std::uint32_t row = 0; row < rows_.size(); ++row)
      far_places_.emplace_back(rows_[row].first, row);
    std::ranges::sort(far_places_);
    return;
  }
  places_.resize(ids);
  for (std::uint32_t row = 0; row < rows_.size(); ++row) places_[index(rows_[row].first)] = row + 1;
}

std::vector<Ranking::Row> Ranking::top(std::size_t count) const {
  return first_of(rows_, count);
}

std::optional<std::size_t> Ranking::place(EntityId entity) const {
  if (!far_places_.empty()) {
    const auto found = std::ranges::lower_bound(far_places_, entity, {},
                                                [](const auto& far) { return far.first; });
    if (found == far_places_.end() || found->first != entity) return std::nullopt;
    return found->second;
  }
  if (index(entity) >= places_.size() || places_[index(entity)] == 0) return std::nullopt;
  return places_[index(entity)] - std::size_t{1};
}

std::optional<double> Ranking::score(EntityId entity) const {
  const auto row = place(entity);
  return row ? std::optional(rows_[*row].second) : std::nullopt;
}

EdgeRanking::EdgeRanking(std::string measure, std::vector<EdgeScore> rows)
    : measure_(std::move(measure)),
      rows_(std::move(rows)),
      ranks_(settle_order(rows_, TieRule::within_rounding)) {}

std::vector<EdgeScore> EdgeRanking::top(std::size_t count) const {
  return first_of(rows_, count);
}

namespace kernel {

Ranking ranking_of(const Network& g, std::string measure, std::span<const double> scores,
                   TieRule ties) {
  std::vector<Ranking::Row> rows;
  rows.reserve(g.vertex_count());
  for (Vertex v = 0; v < g.vertex_count(); ++v) rows.emplace_back(g.entity(v), scores[v]);
  return {std::move(measure), std::move(rows), ties};
}

EdgeScore edge_row(const Network& g, Vertex from, Vertex to, EdgeIndex e, double score) {
  EdgeScore row{g.entity(from), g.entity(to), e, score};
  if (g.directedness() == Directedness::undirected && row.to < row.from) {
    std::swap(row.from, row.to);
  }
  return row;
}

}  // namespace kernel
}  // namespace entente
