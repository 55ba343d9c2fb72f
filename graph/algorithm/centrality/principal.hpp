#pragma once

/// The principal eigenvector of a matrix that is given by what it does to a vector.

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "algorithm/run_guard.hpp"

namespace entente::kernel {

/// y = A x.
using Apply = std::function<void(std::span<const double> x, std::span<double> y)>;

struct EigenPair {
  double value = 0;
  std::vector<double> vector;  ///< of unit length
};

/// The largest eigenvalue of a symmetric matrix and its eigenvector, for a matrix where that value
/// is simple: that of one part; none if it did not settle within `max_applications`.
[[nodiscard]] std::optional<EigenPair> principal_symmetric(const Apply& apply, std::size_t n,
                                                           unsigned max_applications,
                                                           RunGuard& guard);

/// The eigenvector that powers of A + I lead to from `start`, of unit length, for a matrix without
/// negative elements; none if it did not settle. Elements that are 0 in `start` and that `apply`
/// leaves alone stay 0.
[[nodiscard]] std::optional<std::vector<double>> principal_non_negative(const Apply& apply,
                                                                        std::vector<double> start,
                                                                        unsigned max_applications,
                                                                        RunGuard& guard);

}  // namespace entente::kernel
