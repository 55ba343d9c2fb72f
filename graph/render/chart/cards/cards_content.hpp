#pragma once

/// What a picture of cards shows, before it is drawn.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/render/diagram.hpp>
#include <entente/time/date.hpp>

namespace entente {

/// Whose date a card has.
enum class Dating : std::uint8_t { own, of_first_tie };

/// What a card's column shows.
enum class CardColumn : std::uint8_t { agreements, organisations, events };

/// A party of a card.
struct Chip {
  std::size_t node = 0;                 ///< index into Diagram::nodes
  std::vector<std::size_t> edges = {};  ///< indices into Diagram::edges, of one modality
  NodeMark mark = {};                   ///< how it is drawn
};

struct Card {
  std::size_t node = 0;  ///< index into Diagram::nodes
  CardColumn column = CardColumn::agreements;
  Day day = {};       ///< where it stands
  Phrase dates = {};  ///< of its lifespan, in full, or of its first chip
  Dating dating = Dating::own;
  NodeMark mark = {};  ///< how it is drawn
  std::vector<Chip> chips = {};
};

/// A succession; `newer` and `older` are indices into the cards.
struct CardLine {
  std::size_t newer = 0;
  std::size_t older = 0;
  std::size_t edge = 0;
};

struct CardsContent {
  Diagram diagram = {};          ///< the cards' entities, their parties, and the ties drawn
  std::vector<Card> cards = {};  ///< by day, then by id
  std::vector<CardLine> lines = {};
  std::size_t undated = 0;
  std::size_t left_out = 0;
};

[[nodiscard]] CardsContent cards_content(const Graph& graph, const Selection& selection,
                                         const DiagramOptions& options);

}  // namespace entente
