#pragma once

/// Whether the parts of a diagram fit together, which a program may have put together itself.

#include <entente/render/diagram.hpp>

namespace entente {

/// @throws InvalidArgument `bad-chart` for an index of nothing, a node in no region or in two where
/// there are regions, and numbers that are none; `bad-page` as require_page().
void require_fitting(const Diagram& diagram);

/// @throws InvalidArgument `bad-page` unless both sides are above 0 and finite.
void require_page(Size page);

}  // namespace entente
