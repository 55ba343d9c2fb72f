#pragma once

/// Colours compared and mixed.

#include <entente/render/theme.hpp>

namespace entente {

/// Contrast ratio of two colours after WCAG 2.1, from 1 to 21.
[[nodiscard]] double contrast(Colour a, Colour b);
/// From `a` to `b` by a share from 0 to 1.
[[nodiscard]] Colour mixed(Colour a, Colour b, double share);
/// `wanted`, moved towards `strong` no further than it needs for `ratio` against `background`.
[[nodiscard]] Colour readable(Colour wanted, Colour background, Colour strong, double ratio = 4.5);

}  // namespace entente
