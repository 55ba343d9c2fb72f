// Symmetric: C. Lanczos, J. Research Nat. Bur. Standards 45 (1950) 255, restarted: in the space of
// x, Ax, A²x … the best approximation takes x's place until it is an eigenvector. Else R. von
// Mises' power iteration; adding I to A keeps networks that fall in two parts from swinging.

#include "algorithm/centrality/principal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace entente::kernel {

namespace {

constexpr std::size_t most_steps = 24;
constexpr double precision = 1e-14;

double dot(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void subtract(std::span<double> a, double factor, std::span<const double> b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] -= factor * b[i];
}

/// Scales to unit length and returns what the length was.
double normalize(std::span<double> a) {
  const double length = std::sqrt(dot(a, a));
  if (length > 0) {
    for (double& each : a) each /= length;
  }
  return length;
}

/// The largest eigenvalue of a tridiagonal matrix, by bisection on the signs of its minors.
double largest_eigenvalue(std::span<const double> diagonal, std::span<const double> beside) {
  double low = -1;
  double high = 1;
  for (std::size_t i = 0; i < diagonal.size(); ++i) {
    const double radius = (i > 0 ? beside[i - 1] : 0) + (i < beside.size() ? beside[i] : 0);
    high = std::max(high, diagonal[i] + radius);
    low = std::min(low, diagonal[i] - radius);
  }
  const auto all_below = [&](double x) {
    double pivot = x - diagonal[0];
    for (std::size_t i = 1; i < diagonal.size() && pivot > 0; ++i) {
      pivot = x - diagonal[i] - beside[i - 1] * beside[i - 1] / pivot;
    }
    return pivot > 0;
  };
  for (int step = 0; step < 200 && high - low > 1e-16 * std::max(1.0, std::abs(high)); ++step) {
    const double middle = low + (high - low) / 2;
    if (middle == low || middle == high) break;
    (all_below(middle) ? high : low) = middle;
  }
  return high;
}

/// The eigenvector of a tridiagonal matrix for its largest eigenvalue, of unit length, by the
/// inverse of (value I - T), which is positive definite a hair above the value.
std::vector<double> eigenvector(std::span<const double> diagonal, std::span<const double> beside,
                                double value) {
  const std::size_t n = diagonal.size();
  const double shift = value + 1e-15 * std::max(1.0, std::abs(value));
  std::vector<double> x(n, 1.0);
  std::vector<double> pivot(n);
  for (int round = 0; round < 4; ++round) {
    for (std::size_t i = 0; i < n; ++i) {
      pivot[i] = shift - diagonal[i] - (i > 0 ? beside[i - 1] * beside[i - 1] / pivot[i - 1] : 0);
      pivot[i] = std::max(pivot[i], 1e-300);
      if (i > 0) x[i] += beside[i - 1] / pivot[i - 1] * x[i - 1];
    }
    for (std::size_t i = n; i-- > 0;) {
      if (i + 1 < n) x[i] += beside[i] * x[i + 1];
      x[i] /= pivot[i];
    }
    normalize(x);
  }
  return x;
}

/// An orthonormal basis of x, Ax, A²x … and A as it acts on it.
struct KrylovSpace {
  std::vector<std::vector<double>> basis;
  std::vector<double> diagonal;
  std::vector<double> beside;
  double rest = 0;  // how far A leads out of the space
};

KrylovSpace krylov_space(const Apply& apply, std::vector<double> x) {
  KrylovSpace space;
  space.basis.push_back(std::move(x));
  std::vector<double> y(space.basis.front().size());
  while (true) {
    apply(space.basis.back(), y);
    space.diagonal.push_back(dot(y, space.basis.back()));
    // Twice, so that rounding leaves nothing of the basis in what is new.
    for (int round = 0; round < 2; ++round) {
      for (const auto& direction : space.basis) subtract(y, dot(y, direction), direction);
    }
    space.rest = normalize(y);
    const double size = std::abs(space.diagonal.front()) + 1;
    if (space.basis.size() == most_steps || space.rest < precision * size) return space;
    space.beside.push_back(space.rest);
    space.basis.push_back(y);
  }
}

void settle_sign(std::vector<double>& x) {
  const double sum = std::accumulate(x.begin(), x.end(), 0.0);
  for (double& each : x) {
    if (sum < 0) each = -each;
    each = std::max(each, 0.0);  // below zero only by rounding
  }
  normalize(x);
}

}  // namespace

std::optional<EigenPair> principal_symmetric(const Apply& apply, std::size_t n,
                                             unsigned max_applications, RunGuard& guard) {
  EigenPair pair{0, std::vector<double>(n, 1.0)};
  normalize(pair.vector);
  for (std::size_t applications = 0; applications < max_applications; applications += most_steps) {
    guard.check();
    const KrylovSpace space = krylov_space(apply, pair.vector);
    pair.value = largest_eigenvalue(space.diagonal, space.beside);
    const auto shares = eigenvector(space.diagonal, space.beside, pair.value);
    std::fill(pair.vector.begin(), pair.vector.end(), 0.0);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      subtract(pair.vector, -shares[i], space.basis[i]);
    }
    normalize(pair.vector);
    const double residual = space.rest * std::abs(shares.back());
    if (residual > precision * std::max(1.0, std::abs(pair.value))) continue;
    settle_sign(pair.vector);
    return pair;
  }
  return std::nullopt;
}

std::optional<std::vector<double>> principal_non_negative(const Apply& apply,
                                                          std::vector<double> start,
                                                          unsigned max_applications,
                                                          RunGuard& guard) {
  std::vector<double> x = std::move(start);
  const std::size_t n = x.size();
  normalize(x);
  std::vector<double> next(n, 0.0);
  double change_before = 0;
  for (unsigned applications = 0; applications < max_applications; ++applications) {
    guard.work(n);
    apply(x, next);
    subtract(next, -1, x);
    normalize(next);
    double change = 0;
    double size = 0;
    for (std::size_t i = 0; i < n; ++i) {
      change += std::abs(next[i] - x[i]);
      size += next[i];
    }
    x.swap(next);
    // Changes shrink by a steady factor, so what is still to come is a geometric series.
    const double factor = change_before > 0 ? std::min(change / change_before, 1.0) : 1.0;
    change_before = change;
    const bool settled = factor < 1 && change * factor / (1 - factor) < 10 * precision;
    const bool rounding = change <= 4 * std::numeric_limits<double>::epsilon() * size;
    if (rounding || settled) return x;
  }
  return std::nullopt;
}

}  // namespace entente::kernel
