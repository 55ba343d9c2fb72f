#pragma once

/// Where regions stand, and what is in them.

#include "render/diagram/drawing.hpp"

namespace entente {

/// Sets every region's members on a ground of its own, near what they are tied to, below its name
/// and above what it counts; the grounds by how much they are tied, without overlap, for the shape
/// of the page; and the ways of lines and bundles, which keep clear of boxes and of grounds. The
/// nodes of the drawing have their sizes.
void arrange_in_regions(const Diagram& diagram, Drawing& drawing);

}  // namespace entente
