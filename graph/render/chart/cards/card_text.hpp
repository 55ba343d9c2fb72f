#pragma once

/// What cards and their chips say.

#include <vector>

#include "render/chart/cards/cards_layout.hpp"

namespace entente {

inline constexpr double card_padding = 12;  ///< points at the sides of a card

/// Names, dates, and what is said elsewhere, in rows that fit a card.
[[nodiscard]] std::vector<TextRow> card_heading(const Card& card, const DiagramNode& node,
                                                const CardsFrame& frame);

/// The chip's name, its dates, what it is if not a fact, and the numbers of its sources.
[[nodiscard]] TextRow chip_row(const Diagram& diagram, const CardChip& chip,
                               const CardsFrame& frame);

}  // namespace entente
