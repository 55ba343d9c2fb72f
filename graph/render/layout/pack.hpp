#pragma once

/// Where the components of a drawing stand beside each other.

#include <span>
#include <vector>

#include <entente/render/geometry.hpp>
#include <entente/render/layout.hpp>

namespace entente {

/// A component that has its places.
struct Parcel {
  Size size = {};
  bool is_alone = false;  ///< a single vertex
};

/// Top left corners, beside the parcels, so that all of them are about as wide by their height as
/// the aspect wants. Cost: O(parcels²).
[[nodiscard]] std::vector<Point> packed(std::span<const Parcel> parcels, double aspect,
                                        Packing packing);

}  // namespace entente
