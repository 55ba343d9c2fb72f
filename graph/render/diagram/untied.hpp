#pragma once

/// Boxes without lines.

#include <entente/render/diagram.hpp>

namespace entente {

/// Takes out whom no line touches, unless it is stressed; the subtitle counts the others.
void drop_untied(Diagram& diagram);

}  // namespace entente
