#pragma once

/// Keeping things in order and apart, as near to where they want to be as can be.

#include <vector>

namespace entente {

/// The places nearest to the wishes (by weighted squares) of which each lies at least its gap after
/// the one before; `gaps[0]` is not looked at. By pooling adjacent violators. Cost: O(n).
/// @see R. E. Barlow et al., "Statistical inference under order restrictions", 1972.
[[nodiscard]] std::vector<double> keep_apart(const std::vector<double>& wishes,
                                             const std::vector<double>& weights,
                                             const std::vector<double>& gaps);

}  // namespace entente
