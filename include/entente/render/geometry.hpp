#pragma once

/// Places and sizes on a page, in points (1/72 inch); y grows downwards.

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// A place in points (1/72 inch), from the top left corner.
struct Point {
  double x = 0;  ///< to the right
  double y = 0;  ///< downwards

  /// The same value.
  friend constexpr bool operator==(const Point&, const Point&) = default;
};

/// Width and height in points.
struct Size {
  double width = 0;   ///< points
  double height = 0;  ///< points

  /// The same value.
  friend constexpr bool operator==(const Size&, const Size&) = default;
};

}  // namespace entente
