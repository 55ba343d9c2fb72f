#pragma once

/// Ways for the lines between cards, in the gutters between their lanes.

#include <cstddef>
#include <vector>

#include "render/chart/cards/cards_layout.hpp"

namespace entente {

/// A way through the gutter left of a lane, on the n-th of its tracks.
struct Track {
  std::size_t gutter = 0;
  std::size_t number = 0;
};

/// A track for each line, so that lines in one gutter share none where they run side by side;
/// raises `used`, the tracks of each gutter. Cost: O(lines²).
[[nodiscard]] std::vector<Track> tracks_of(const CardsChart& content, const CardsLayout& layout,
                                           std::vector<std::size_t>& used);

}  // namespace entente
