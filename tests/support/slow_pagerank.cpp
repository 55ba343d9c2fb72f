#include "support/slow_pagerank.hpp"

#include <cmath>
#include <numeric>
#include <utility>

namespace entente::verify {

std::vector<double> solve(Matrix<double> a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column; row < n; ++row) {
      if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
    }
    std::swap(a[pivot], a[column]);
    std::swap(b[pivot], b[column]);
    for (std::size_t row = 0; row < n; ++row) {
      if (row == column) continue;
      const double factor = a[row][column] / a[column][column];
      for (std::size_t k = column; k < n; ++k) a[row][k] -= factor * a[column][k];
      b[row] -= factor * b[column];
    }
  }
  for (std::size_t row = 0; row < n; ++row) b[row] /= a[row][row];
  return b;
}

std::vector<double> pagerank_by_elimination(const Matrix<double>& weights,
                                            const std::vector<double>& restart, double damping) {
  const std::size_t n = restart.size();
  Matrix<double> a(n, std::vector<double>(n, 0));
  std::vector<double> b(n);
  for (std::size_t v = 0; v < n; ++v) {
    a[v][v] += 1;
    b[v] = (1 - damping) * restart[v];
    for (std::size_t u = 0; u < n; ++u) {
      const double sum = std::accumulate(weights[u].begin(), weights[u].end(), 0.0);
      a[v][u] -= damping * (sum > 0 ? weights[u][v] / sum : restart[v]);
    }
  }
  return solve(std::move(a), std::move(b));
}

Matrix<double> handed_weights(const SmallGraph& graph, Parallel parallel) {
  Matrix<double> weights(graph.entities, std::vector<double>(graph.entities, 0));
  const auto between = edges_between(graph);
  for (std::size_t u = 0; u < graph.entities; ++u) {
    for (std::size_t v = 0; v < graph.entities; ++v) {
      for (const std::size_t e : between[u][v]) {
        if (parallel == Parallel::once) {
          weights[u][v] = 1;
        } else {
          weights[u][v] += graph.edges[e].weight;
        }
      }
    }
  }
  return weights;
}

}  // namespace entente::verify
