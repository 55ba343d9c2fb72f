#pragma once

/// How much the views draw at most, unless a caller asks for less or, of diagrams, for more.

#include <cstddef>

namespace entente {

constexpr std::size_t most_drawn_entities = 300;
/// Of an overview in regions, which draws some of them and counts the rest.
constexpr std::size_t most_in_regions = 5000;
/// Of more, lines between columns hide each other.
constexpr std::size_t most_in_columns = 80;
/// Of more, what changed is seen nowhere.
constexpr std::size_t most_in_diff = 90;
constexpr std::size_t most_cards = 150;
constexpr std::size_t most_matrix_entities = 80;

}  // namespace entente
