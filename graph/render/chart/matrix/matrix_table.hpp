#pragma once

/// What a table of dyads shows, before it is laid out.

#include <entente/render/matrix.hpp>

namespace entente {

/// The table of at most `options.max_entities`, whether it can be read or not.
[[nodiscard]] MatrixChart table_of(const Graph& graph, const Selection& selection,
                                   const DiagramOptions& options);

}  // namespace entente
