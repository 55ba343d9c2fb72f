#pragma once

/// Cards on several pages, where one is too small for all of them.

#include <string>
#include <vector>

#include <entente/render/cards.hpp>

namespace entente {

/// Whether one page of the size asked for is large enough for all cards to be read.
[[nodiscard]] bool fits_one_page(const CardsChart& chart);

/// As SVG, each with its number; what leads to another page is there in words.
/// @pre `chart` has a page.
[[nodiscard]] std::vector<std::string> several_pages_of(const CardsChart& chart);

}  // namespace entente
