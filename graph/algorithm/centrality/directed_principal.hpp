#pragma once

/// The largest eigenvalue of a directed network, and the vector that walks settle to.

#include <optional>
#include <vector>

#include <entente/algorithm/run_control.hpp>

#include "algorithm/structure/tie_matrix.hpp"

namespace entente::kernel {

/// The largest eigenvalue; 0 where no walk is endless. None if it did not settle within
/// `max_rounds` of a part.
[[nodiscard]] std::optional<double> directed_radius(const TieMatrix& matrix, unsigned max_rounds,
                                                    const RunControl& run);

/// What powers of A + cI, for any c > 0, lead to from the vector of ones, of unit length: exactly 0
/// for all that they do not reach; all 0 where no walk is endless. None if it did not settle.
[[nodiscard]] std::optional<std::vector<double>> directed_principal(const TieMatrix& matrix,
                                                                    unsigned max_rounds,
                                                                    const RunControl& run);

}  // namespace entente::kernel
