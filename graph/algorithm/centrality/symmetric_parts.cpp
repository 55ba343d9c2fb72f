// Part by part: in each the largest eigenvalue is simple (O. Perron, Math. Annalen 64 (1907) 248),
// so that its vector is what it is; in the whole network it can be that of several parts, and which
// mix of their vectors an iteration finds then depends on rounding.

#include "algorithm/centrality/symmetric_parts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace entente::kernel {

namespace {

class PartByPart {
 public:
  PartByPart(const ApplyToPart& apply, const Parts& parts, unsigned max_applications,
             RunGuard& guard)
      : apply_(apply),
        parts_(parts),
        max_applications_(max_applications),
        guard_(guard),
        x_(parts.part_of.size(), 0.0),
        y_(parts.part_of.size(), 0.0),
        bound_(parts.count()),
        value_(parts.count(), 0.0) {}

  std::optional<EigenPair> run() {
    for (std::uint32_t part = 0; part < parts_.count(); ++part) bound_[part] = upper_bound(part);
    std::vector<std::uint32_t> order(parts_.count());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [this](auto a, auto b) { return bound_[b] < bound_[a]; });
    double largest = 0;
    std::vector<double> vector(parts_.part_of.size(), 0.0);
    for (const std::uint32_t part : order) {
      if (bound_[part] == 0 || !leads(bound_[part], largest)) break;
      if (!settle(part, vector)) return std::nullopt;
      largest = std::max(largest, value_[part]);
    }
    return EigenPair{largest, shared(std::move(vector), largest)};
  }

 private:
  static bool leads(double value, double largest) { return value >= largest * (1 - same_value); }

  /// The largest factor by which A makes an element grow (L. Collatz, Math. Z. 48 (1942) 221);
  /// a few steps from the vector of ones come close to the eigenvalue.
  double upper_bound(std::uint32_t part) {
    constexpr int steps = 4;
    const auto row = parts_.row(part);
    double bound = std::numeric_limits<double>::infinity();
    for (const Vertex v : row) x_[v] = 1;
    for (int step = 0; step < steps && !row.empty(); ++step) {
      guard_.work(row.size());
      apply_(part, x_, y_);
      double growth = 0;
      for (const Vertex v : row) growth = std::max(growth, y_[v] / x_[v]);
      bound = std::min(bound, growth);
      if (growth == 0 || row.size() == 1) break;
      for (const Vertex v : row) x_[v] += y_[v] / growth;
    }
    return row.empty() ? 0 : bound;
  }

  bool settle(std::uint32_t part, std::vector<double>& vector) {
    const auto row = parts_.row(part);
    const Apply in_part = [&](std::span<const double> from, std::span<double> to) {
      for (std::size_t i = 0; i < row.size(); ++i) x_[row[i]] = from[i];
      apply_(part, x_, y_);
      for (std::size_t i = 0; i < row.size(); ++i) to[i] = y_[row[i]];
    };
    const auto pair = principal_symmetric(in_part, row.size(), max_applications_, guard_);
    if (!pair) return false;
    value_[part] = pair->value;
    const double share = std::accumulate(pair->vector.begin(), pair->vector.end(), 0.0);
    for (std::size_t i = 0; i < row.size(); ++i) vector[row[i]] = share * pair->vector[i];
    return true;
  }

  /// Without the parts that do not lead, and of unit length.
  std::vector<double> shared(std::vector<double> vector, double largest) const {
    for (Vertex v = 0; v < vector.size(); ++v)
      if (!leads(value_[parts_.part_of[v]], largest)) vector[v] = 0;
    const double length =
        std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0));
    for (double& each : vector) each = length > 0 ? each / length : 0;
    return vector;
  }

  const ApplyToPart& apply_;
  const Parts& parts_;
  unsigned max_applications_;
  RunGuard& guard_;
  std::vector<double> x_;
  std::vector<double> y_;
  std::vector<double> bound_;  // by part, what its eigenvalue is not above
  std::vector<double> value_;  // by part, 0 where the bound is below the largest
};

struct Labels {
  std::vector<std::uint32_t> part_of;
  std::uint32_t count = 0;
};

/// `each_next(node, visit)` visits what hangs together with a node.
template <class EachNext>
Labels labels_of(std::uint32_t nodes, EachNext&& each_next) {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  Labels labels{std::vector<std::uint32_t>(nodes, none), 0};
  std::vector<std::uint32_t> open;
  const auto enter = [&](std::uint32_t node) {
    if (labels.part_of[node] != none) return;
    labels.part_of[node] = labels.count;
    open.push_back(node);
  };
  for (std::uint32_t first = 0; first < nodes; ++first) {
    if (labels.part_of[first] != none) continue;
    enter(first);
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      each_next(node, enter);
    }
    ++labels.count;
  }
  return labels;
}

/// Visits those of a row that a tie of some weight leads to.
template <class Visit>
void each_tied(const TieMatrix& ties, std::span<const Vertex> row, const RowEdges& edges,
               Visit&& visit) {
  for (std::size_t slot = 0; slot < row.size(); ++slot)
    if (ties.weight(edges[slot]) > 0) visit(row[slot]);
}

}  // namespace

std::optional<EigenPair> principal_of_parts(const ApplyToPart& apply, const Parts& parts,
                                            unsigned max_applications, RunGuard& guard) {
  return PartByPart(apply, parts, max_applications, guard).run();
}

Parts tied_parts(const TieMatrix& ties) {
  const Network& g = ties.network();
  Labels labels = labels_of(g.vertex_count(), [&](std::uint32_t v, const auto& visit) {
    each_tied(ties, g.out(v), g.out_edges(v), visit);
  });
  return parts_of(std::move(labels.part_of), labels.count);
}

HubParts hub_parts(const TieMatrix& ties) {
  const Network& g = ties.network();
  const Vertex n = g.vertex_count();
  // Nodes from n on are the authorities.
  const Labels labels = labels_of(2 * n, [&](std::uint32_t node, const auto& visit) {
    if (node < n) {
      each_tied(ties, g.out(node), g.out_edges(node), [&](Vertex led) { visit(n + led); });
    } else {
      each_tied(ties, g.in(node - n), g.in_edges(node - n), visit);
    }
  });
  const auto middle = labels.part_of.begin() + n;
  return {parts_of({labels.part_of.begin(), middle}, labels.count),
          parts_of({middle, labels.part_of.end()}, labels.count)};
}

}  // namespace entente::kernel
