#pragma once

/// Entities of one kind with the same ties.

#include <cstddef>

#include <entente/render/diagram.hpp>

#include "render/diagram/fold/going_nodes.hpp"

namespace entente {

/// One box, with all their names, for entities of one kind with the same ties; how many went into
/// the box of another.
std::size_t join_twins(Diagram& diagram, GoingNodes& going);

}  // namespace entente
