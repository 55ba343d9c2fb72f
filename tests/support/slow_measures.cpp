#include "support/slow_measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente::verify {

std::vector<double> core_by_peeling(const Matrix<double>& edges, Directedness directedness) {
  const std::size_t n = edges.size();
  std::vector<double> core(n, 0);
  for (double k = 1; k <= 2 * static_cast<double>(n); ++k) {
    std::vector<bool> left(n, true);
    for (std::size_t round = 0; round < n; ++round) {
      for (std::size_t u = 0; u < n; ++u) {
        double ties = 0;
        for (std::size_t v = 0; v < n; ++v) {
          if (!left[v]) continue;
          ties += edges[u][v];
          if (directedness == Directedness::directed) ties += edges[v][u];
        }
        if (ties < k) left[u] = false;
      }
    }
    for (std::size_t u = 0; u < n; ++u) {
      if (left[u]) core[u] = k;
    }
  }
  return core;
}

Matrix<double> mutual(const Matrix<double>& weights, Directedness directedness) {
  Matrix<double> both = weights;
  for (std::size_t u = 0; u < both.size(); ++u) {
    for (std::size_t v = 0; v < both.size(); ++v) {
      if (directedness == Directedness::directed) both[u][v] += weights[v][u];
      if (u == v) both[u][v] = 0;
    }
  }
  return both;
}

namespace {

double sum(const std::vector<double>& row) {
  return std::accumulate(row.begin(), row.end(), 0.0);
}

double share(const Matrix<double>& a, std::size_t u, std::size_t v) {
  return a[u][v] > 0 ? a[u][v] / sum(a[u]) : 0;
}

}  // namespace

std::vector<double> constraint_by_formula(const Matrix<double>& a) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < a.size(); ++i) {
    double score = 0;
    for (std::size_t j = 0; j < a.size(); ++j) {
      if (a[i][j] == 0) continue;
      double invested = share(a, i, j);
      for (std::size_t q = 0; q < a.size(); ++q) invested += share(a, i, q) * share(a, q, j);
      score += invested * invested;
    }
    scores.push_back(sum(a[i]) > 0 ? score : std::numeric_limits<double>::quiet_NaN());
  }
  return scores;
}

std::vector<double> effective_size_by_formula(const Matrix<double>& a) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < a.size(); ++i) {
    double score = 0;
    for (std::size_t j = 0; j < a.size(); ++j) {
      if (a[i][j] == 0) continue;
      score += 1;
      const double strongest = *std::max_element(a[j].begin(), a[j].end());
      for (std::size_t q = 0; q < a.size(); ++q) score -= share(a, i, q) * a[j][q] / strongest;
    }
    scores.push_back(sum(a[i]) > 0 ? score : std::numeric_limits<double>::quiet_NaN());
  }
  return scores;
}

Principal principal_by_rotations(Matrix<double> a) {
  const std::size_t n = a.size();
  Matrix<double> v(n, std::vector<double>(n, 0));
  for (std::size_t i = 0; i < n; ++i) v[i][i] = 1;
  for (int sweep = 0; sweep < 100; ++sweep) {
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t q = p + 1; q < n; ++q) {
        if (a[p][q] == 0) continue;
        const double angle = 0.5 * std::atan2(2 * a[p][q], a[q][q] - a[p][p]);
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        for (std::size_t k = 0; k < n; ++k) {
          const double left = a[k][p];
          a[k][p] = c * left - s * a[k][q];
          a[k][q] = s * left + c * a[k][q];
        }
        for (std::size_t k = 0; k < n; ++k) {
          const double upper = a[p][k];
          a[p][k] = c * upper - s * a[q][k];
          a[q][k] = s * upper + c * a[q][k];
          const double first = v[k][p];
          v[k][p] = c * first - s * v[k][q];
          v[k][q] = s * first + c * v[k][q];
        }
      }
    }
  }
  Principal principal{a[0][0], std::vector<double>(n, 0)};
  for (std::size_t i = 0; i < n; ++i) principal.value = std::max(principal.value, a[i][i]);
  for (std::size_t i = 0; i < n; ++i) {
    if (a[i][i] < principal.value - 1e-9) continue;
    double ones = 0;
    for (std::size_t k = 0; k < n; ++k) ones += v[k][i];
    for (std::size_t k = 0; k < n; ++k) principal.vector[k] += ones * v[k][i];
  }
  double length = 0;
  for (const double each : principal.vector) length += each * each;
  for (double& each : principal.vector) each /= std::sqrt(length);
  return principal;
}

}  // namespace entente::verify
