// Order is by score and then by id, but scores that differ only by rounding are equal: the two ends
// of a symmetric network must not swap places because their sums ran in another order.

#include <algorithm>
#include <cmath>
#include <utility>

#include <entente/algorithm/ranking.hpp>

#include "algorithm/scores.hpp"

namespace entente {

namespace {

constexpr double relative_rounding = 1e-12;
constexpr double rounding_of_largest = 1e-15;

bool by_score(const Ranking::Row& a, const Ranking::Row& b) {
  return a.second > b.second || (a.second == b.second && a.first < b.first);
}

double largest_size(const std::vector<Ranking::Row>& rows) {
  double largest = 0;
  for (const auto& [entity, score] : rows) {
    if (std::isfinite(score)) largest = std::max(largest, std::abs(score));
  }
  return largest;
}

bool equal_but_for_rounding(double a, double b, double largest) {
  if (a == b) return true;
  const double allowed = relative_rounding * std::max(std::abs(a), std::abs(b));
  return std::abs(a - b) <= std::max(allowed, rounding_of_largest * largest);
}

/// Gives neighbours in the order that are equal but for rounding one score, and orders them by id.
void settle_ties(std::vector<Ranking::Row>& rows) {
  const double largest = largest_size(rows);
  for (auto first = rows.begin(); first != rows.end();) {
    auto last = std::next(first);
    while (last != rows.end() &&
           equal_but_for_rounding(std::prev(last)->second, last->second, largest)) {
      ++last;
    }
    for (auto row = first; row != last; ++row) row->second = first->second;
    std::sort(first, last);
    first = last;
  }
}

}  // namespace

Ranking::Ranking(std::string measure, std::vector<Row> rows)
    : measure_(std::move(measure)), rows_(std::move(rows)) {
  std::sort(rows_.begin(), rows_.end(), by_score);
  settle_ties(rows_);
}

std::vector<Ranking::Row> Ranking::top(std::size_t count) const {
  const auto shown = static_cast<std::ptrdiff_t>(std::min(count, rows_.size()));
  return {rows_.begin(), rows_.begin() + shown};
}

std::optional<double> Ranking::score(EntityId entity) const {
  const auto row = std::find_if(rows_.begin(), rows_.end(),
                                [entity](const Row& each) { return each.first == entity; });
  if (row == rows_.end()) return std::nullopt;
  return row->second;
}

namespace kernel {

Ranking ranking_of(const Network& g, std::string measure, std::span<const double> scores) {
  std::vector<Ranking::Row> rows;
  rows.reserve(g.vertex_count());
  for (Vertex v = 0; v < g.vertex_count(); ++v) rows.emplace_back(g.entity(v), scores[v]);
  return {std::move(measure), std::move(rows)};
}

}  // namespace kernel
}  // namespace entente
