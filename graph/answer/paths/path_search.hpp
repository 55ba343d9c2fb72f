#pragma once

/// The paths a question asks for.

#include <vector>

#include <entente/answer/path.hpp>

namespace entente::answers {

/// Looks for the paths, and says what the limit left out. Sets what could be walked along: of the
/// shortest paths by hops no more than what touches them.
/// @throws InvalidArgument as the algorithms do.
void search_paths(PathAnswer& answer, const PathParameters& parameters);

/// The lengths between the two of an answer.
[[nodiscard]] PathBounds bounds_of(const PathAnswer& answer, const PathParameters& parameters);

}  // namespace entente::answers
