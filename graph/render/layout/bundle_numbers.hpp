#pragma once

/// Where the numbers on bundles stand.

#include "render/diagram/drawing.hpp"

namespace entente {

/// Every bundle of the frame, whose nodes are grounds, says its number: where no room is free,
/// where it hides least.
void number_bundles(const Diagram& outline, Drawing& frame);

}  // namespace entente
