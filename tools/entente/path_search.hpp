#pragma once

/// The paths a call asks for.

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/algorithm/path.hpp>

#include "call.hpp"
#include "question.hpp"
#include "verb.hpp"

namespace entente::tool {

/// Paths, and whether a limit cut the list short.
struct FoundPaths {
  std::vector<Path> paths;
  std::string left_out = {};  ///< what is not listed, in words; empty if all is
};

/// Length or cost of the shortest path in what certainly and in what possibly holds; the true one
/// lies between. None where there is no path.
struct PathBounds {
  std::optional<double> certain;
  std::optional<double> possible;
};

/// The options that say which paths are looked for.
[[nodiscard]] std::vector<Option> path_options();

/// @throws InvalidArgument if options exclude each other, and as the algorithms do.
[[nodiscard]] FoundPaths find_paths(const Call& call, const Question& question, EntityId from,
                                    EntityId to);

[[nodiscard]] PathBounds path_bounds(const Call& call, const Question& question, EntityId from,
                                     EntityId to);

}  // namespace entente::tool
