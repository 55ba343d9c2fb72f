#pragma once

/// Cards as a picture.

#include <string>

#include <entente/render/cards.hpp>

#include "render/chart/cards/cards_layout.hpp"

namespace entente {

/// All cards on one page, as SVG.
[[nodiscard]] std::string drawn_cards(const CardsChart& chart, const CardsFrame& frame);

}  // namespace entente
