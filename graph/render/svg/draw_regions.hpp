#pragma once

/// The regions of a drawing as SVG.

#include <string>

#include "render/diagram/drawing.hpp"
#include "render/svg/svg.hpp"

namespace entente {

/// Grounds and the bundles between them: below everything else. Nothing without regions.
void write_regions(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                   const std::string& prefix);

/// Names of regions, what they count, and the numbers of bundles: above everything else.
void write_region_texts(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                        const std::string& prefix);

}  // namespace entente
