// Part by part. A walk that never ends stays in one strongly connected part, so the largest
// eigenvalue is that of a part; those that have it lead. Where leading parts lie one behind the
// other, walks gather in the last ones of the longest chains, but only as 1/rounds. So the chains
// are gone along level by level, within each of which powers settle as a geometric series (U.
// Rothblum, Linear Algebra and its Applications 12 (1975) 281).

#include "algorithm/centrality/directed_principal.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include <entente/algorithm/components.hpp>

#include "algorithm/centrality/parts.hpp"
#include "algorithm/centrality/principal.hpp"
#include "algorithm/run_guard.hpp"

namespace entente::kernel {

namespace {

/// The share of the eigenvalue on the diagonal: enough to keep networks without odd cycles from
/// swinging, and little enough not to slow down others.
constexpr double shift_share = 0.125;

Parts strong_parts(const Network& g, const RunControl& run) {
  std::vector<std::uint32_t> part_of = component_labels(g, Connectivity::strong, run);
  const std::uint32_t count =
      part_of.empty() ? 0 : *std::max_element(part_of.begin(), part_of.end()) + 1;
  return parts_of(std::move(part_of), count);
}

/// The largest eigenvalue of a strongly connected part, between bounds that close in on it
/// (L. Collatz, Math. Z. 48 (1942) 221): the smallest and the largest factor by which A makes an
/// element grow. A part of the upper one on the diagonal keeps it from swinging.
class PartIteration {
 public:
  PartIteration(const TieMatrix& matrix, const Parts& parts)
      : matrix_(matrix),
        parts_(parts),
        x_(matrix.network().vertex_count(), 0.0),
        y_(matrix.network().vertex_count()) {}

  /// None if it did not settle.
  std::optional<double> largest_eigenvalue(std::uint32_t part, unsigned max_rounds,
                                           RunGuard& guard) {
    const auto row = parts_.row(part);
    for (const Vertex v : row) x_[v] = 1;
    std::optional<double> found;
    for (unsigned i = 0; i < max_rounds && !found; ++i) found = step(row, guard);
    for (const Vertex v : row) x_[v] = 0;
    return found;
  }

 private:
  std::optional<double> step(std::span<const Vertex> row, RunGuard& guard) {
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const Vertex v : row) {
      guard.work(matrix_.network().in(v).size() + 1);
      y_[v] = matrix_.gathered(v, x_);
      low = std::min(low, y_[v] / x_[v]);
      high = std::max(high, y_[v] / x_[v]);
    }
    if (high - low <= 1e-13 * high) return (low + high) / 2;
    double largest = 0;
    for (const Vertex v : row) largest = std::max(largest, y_[v] += shift_share * high * x_[v]);
    for (const Vertex v : row) x_[v] = y_[v] / largest;
    return std::nullopt;
  }

  const TieMatrix& matrix_;
  const Parts& parts_;
  std::vector<double> x_;  // 0 outside the part
  std::vector<double> y_;
};

std::optional<std::vector<double>> values_of(const TieMatrix& matrix, const Parts& parts,
                                             unsigned max_rounds, RunGuard& guard) {
  PartIteration iteration(matrix, parts);
  std::vector<double> values(parts.count());
  for (std::uint32_t part = 0; part < parts.count(); ++part) {
    const auto value = iteration.largest_eigenvalue(part, max_rounds, guard);
    if (!value) return std::nullopt;
    values[part] = *value;
  }
  return values;
}

double largest_of(const std::vector<double>& values) {
  return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

/// By part, how many leading ones lie on the longest chain that ends with it.
class Levels {
 public:
  Levels(const TieMatrix& matrix, const Parts& parts)
      : matrix_(matrix), parts_(parts), missing_(parts.count(), 0), level_(parts.count(), 0) {}

  std::vector<std::uint32_t> where_leading(const std::vector<bool>& leads) {
    for (std::uint32_t part = 0; part < parts_.count(); ++part)
      each_next(part, [&](std::uint32_t next) { ++missing_[next]; });
    std::vector<std::uint32_t> ready;
    for (std::uint32_t part = 0; part < parts_.count(); ++part)
      if (missing_[part] == 0) ready.push_back(part);
    while (!ready.empty()) {
      const std::uint32_t part = ready.back();
      ready.pop_back();
      level_[part] += leads[part] ? 1U : 0U;
      each_next(part, [&](std::uint32_t next) {
        level_[next] = std::max(level_[next], level_[part]);
        if (--missing_[next] == 0) ready.push_back(next);
      });
    }
    return std::move(level_);
  }

 private:
  template <class Visit>
  void each_next(std::uint32_t part, Visit&& visit) {
    const Network& g = matrix_.network();
    for (const Vertex v : parts_.row(part))
      for (std::size_t slot = 0; slot < g.out(v).size(); ++slot)
        if (const std::uint32_t next = parts_.part_of[g.out(v)[slot]];
            next != part && matrix_.weight(g.out_edges(v)[slot]) > 0)
          visit(next);
  }

  const TieMatrix& matrix_;
  const Parts& parts_;
  std::vector<std::uint32_t> missing_;  // edges from parts without a level yet
  std::vector<std::uint32_t> level_;
};

/// The vertices of a level; of the first also those before it, which decide how much each of its
/// parts gets.
std::vector<Vertex> members_of(const std::vector<std::uint32_t>& level_of, std::uint32_t level) {
  std::vector<Vertex> members;
  for (Vertex v = 0; v < level_of.size(); ++v)
    if (level_of[v] == level || (level == 1 && level_of[v] == 0)) members.push_back(v);
  return members;
}

/// What each vertex of the next level gets from a settled one.
std::vector<double> passed_on(const TieMatrix& matrix, const std::vector<std::uint32_t>& level_of,
                              std::uint32_t level, const std::vector<double>& x) {
  std::vector<double> y(x.size(), 0.0);
  for (Vertex v = 0; v < x.size(); ++v)
    if (level_of[v] == level + 1) y[v] = matrix.gathered(v, x);
  return y;
}

std::optional<std::vector<double>> settle_level_by_level(const TieMatrix& matrix, double largest,
                                                         const std::vector<std::uint32_t>& level_of,
                                                         unsigned max_rounds, RunGuard& guard) {
  const std::uint32_t last = *std::max_element(level_of.begin(), level_of.end());
  std::vector<double> x(level_of.size());
  for (Vertex v = 0; v < x.size(); ++v) x[v] = level_of[v] <= 1 ? 1 : 0;
  for (std::uint32_t level = 1;; ++level) {
    const std::vector<Vertex> members = members_of(level_of, level);
    auto settled = principal_non_negative(
        [&](std::span<const double> from, std::span<double> to) {
          for (const Vertex v : members) to[v] = matrix.gathered(v, from) / (shift_share * largest);
        },
        std::move(x), max_rounds, guard);
    if (!settled) return std::nullopt;
    x = std::move(*settled);
    if (level == last) break;
    x = passed_on(matrix, level_of, level, x);
  }
  for (Vertex v = 0; v < x.size(); ++v)
    if (level_of[v] != last) x[v] = 0;
  return x;
}

}  // namespace

std::optional<double> directed_radius(const TieMatrix& matrix, unsigned max_rounds,
                                      const RunControl& run) {
  RunGuard guard(run);
  const auto values = values_of(matrix, strong_parts(matrix.network(), run), max_rounds, guard);
  return values ? std::optional(largest_of(*values)) : std::nullopt;
}

std::optional<std::vector<double>> directed_principal(const TieMatrix& matrix, unsigned max_rounds,
                                                      const RunControl& run) {
  RunGuard guard(run);
  const Parts parts = strong_parts(matrix.network(), run);
  const auto values = values_of(matrix, parts, max_rounds, guard);
  if (!values) return std::nullopt;
  const double largest = largest_of(*values);
  if (largest == 0) return std::vector<double>(parts.vertices.size(), 0.0);
  std::vector<bool> leads(parts.count());
  for (std::uint32_t part = 0; part < parts.count(); ++part)
    leads[part] = (*values)[part] >= largest * (1 - same_value);
  const auto level_of_part = Levels(matrix, parts).where_leading(leads);
  std::vector<std::uint32_t> level_of(parts.vertices.size());
  for (Vertex v = 0; v < level_of.size(); ++v) level_of[v] = level_of_part[parts.part_of[v]];
  return settle_level_by_level(matrix, largest, level_of, max_rounds, guard);
}

}  // namespace entente::kernel
