#pragma once

/// Which paths a call looks for.

#include <string>
#include <vector>

#include <entente/answer/path.hpp>

#include "call.hpp"

namespace entente::tool {

/// What the options of a call ask for between two ends. @throws InvalidArgument if options exclude
/// each other.
[[nodiscard]] answers::PathParameters path_parameters(const Call& call,
                                                      const std::vector<std::string>& ends);

}  // namespace entente::tool
