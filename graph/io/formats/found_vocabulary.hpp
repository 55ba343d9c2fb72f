#pragma once

/// The vocabulary of a graph that somebody else's program wrote.

#include <string>
#include <string_view>

#include "io/formats/found_classes.hpp"

namespace entente {

/// The type of edges that have none.
inline constexpr std::string_view any_type = "edge";

/// A vocabulary of these kinds and types, as JSON. Kinds known to ours are drawn as there; where a
/// type has edges with and without direction, `T-undirected` is of those without.
[[nodiscard]] std::string found_vocabulary(const FoundClasses& kinds, const FoundClasses& types);

}  // namespace entente
