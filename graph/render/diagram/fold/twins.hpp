#pragma once

/// Entities of one kind with the same ties.

#include <cstddef>
#include <functional>
#include <string>

#include <entente/render/diagram.hpp>

#include "render/diagram/fold/going_nodes.hpp"

namespace entente {

/// What the size, the colour and the words of a box tell of its entity, as a text to compare.
using ValueDrawn = std::function<std::string(const DiagramNode&)>;

/// One box, with all their names, for entities of one kind with the same ties and of one value
/// drawn; how many went into the box of another.
std::size_t join_twins(Diagram& diagram, GoingNodes& going, const ValueDrawn& value_drawn);

}  // namespace entente
