#pragma once

/// Sums that do not depend on the order of their terms.

#include <span>

namespace entente::kernel {

/// The double nearest to the sum of finite numbers, each of which is what exact_number() says: 0.1
/// and 0.2 make 0.3, and 1e16, 1 and 1 make 10000000000000002. Infinite beyond the largest double.
/// Cost: O(n); some hundred times as much for numbers of more than 15 digits or six decimal places.
[[nodiscard]] double exact_sum(std::span<const double> numbers);

}  // namespace entente::kernel
