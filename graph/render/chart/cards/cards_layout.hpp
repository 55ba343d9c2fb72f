#pragma once

/// Where cards, chips, years and lines of succession stand. Points from the body's top left corner.

#include <cstddef>
#include <vector>

#include <entente/render/cards.hpp>

#include "render/layout/box.hpp"
#include "render/mark/node_shape.hpp"

namespace entente {

struct PlacedChip {
  Box box = {};
  TextRow row = {};
};

struct PlacedCard {
  Box box = {};
  std::size_t lane = 0;
  std::vector<TextRow> rows = {};
  Point text_at = {};                  ///< top left
  std::vector<PlacedChip> chips = {};  ///< the first of Card::chips
  TextRow more = {};                   ///< "+12" for chips without room; without spans: none
  Point more_at = {};                  ///< top left
};

/// The stretch of the page where the cards of one year begin.
struct YearBand {
  int year = 0;
  double top = 0;
  double bottom = 0;
  double first_card = 0;  ///< left side of its leftmost card; 0: another year's is in the way
};

struct ColumnCaption {
  CardColumn column = CardColumn::agreements;
  double left = 0;
  double right = 0;
};

struct CardsLayout {
  std::vector<PlacedCard> cards = {};  ///< beside CardsChart::cards
  std::vector<YearBand> years = {};
  std::vector<ColumnCaption> captions = {};
  std::vector<std::vector<Point>> lines = {};  ///< beside CardsChart::lines
  Size body = {};
};

/// How wide cards are, how many stand side by side at most, and how large their text is.
struct CardsFrame {
  double card_width = 256;
  std::size_t most_lanes = 0;  ///< 0: as many as suit their number
  double title_size = 11;
  double second_size = 9;
  double date_size = 8.5;
  double chip_size = 8.5;
  double chip_date_size = 7.5;

  /// Points of the smallest text.
  [[nodiscard]] double smallest() const { return chip_date_size; }
};

/// For a page with that much width inside.
[[nodiscard]] CardsFrame frame_for(double width);

/// @pre `content` is not changed meanwhile.
[[nodiscard]] CardsLayout lay_out(const CardsChart& content, const CardsFrame& frame = {});

}  // namespace entente
