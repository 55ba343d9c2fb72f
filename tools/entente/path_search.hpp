#pragma once

/// The options that say which paths are looked for.

#include <string>
#include <vector>

#include <entente/answer/path.hpp>

#include "call.hpp"
#include "verb.hpp"

namespace entente::tool {

[[nodiscard]] std::vector<Option> path_options();

/// What they ask for between two ends. @throws InvalidArgument if options exclude each other.
[[nodiscard]] answers::PathParameters path_parameters(const Call& call,
                                                      const std::vector<std::string>& ends);

}  // namespace entente::tool
