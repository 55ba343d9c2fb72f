#pragma once

/// Where what is tied to several entities of a route stands, so that the route is seen first.

#include <optional>
#include <vector>

#include <entente/render/diagram.hpp>
#include <entente/render/geometry.hpp>

namespace entente {

/// Places for all nodes of a diagram in which a route is pinned from left to right: what is tied to
/// two neighbours of the route stands between them, half of it above and half below, the smallest
/// box next to the route, so that its lines run around the others; what is tied to more, or to two
/// that are apart, stands beyond. Rows are as far apart as the page's height allows. None if no
/// route is pinned so, or if something is tied to none of it. Cost: O(nodes log nodes + edges).
[[nodiscard]] std::optional<std::vector<Point>> places_beside_route(const Diagram& diagram,
                                                                    const std::vector<Size>& sizes);

/// The widest box that stands between two neighbours of the route alone; 0 if there is none.
[[nodiscard]] double widest_between(const Diagram& diagram, const std::vector<Size>& sizes,
                                    std::size_t one, std::size_t other);

}  // namespace entente
