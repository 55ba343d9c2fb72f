#pragma once

/// Agreements, bodies and events as cards along a year axis: first as a value, which a program may
/// look into and change, then as SVG.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// Whose date a card has.
enum class CardDating : std::uint8_t { own, of_first_tie };

/// What a card's column shows.
enum class CardColumn : std::uint8_t { agreements, organisations, events };

/// A party, member or participant inside a card.
struct CardChip {
  std::size_t node = 0;                 ///< index into Diagram::nodes
  std::vector<std::size_t> edges = {};  ///< indices into Diagram::edges, of one modality
  NodeMark mark = {};                   ///< how it is drawn
};

/// An agreement, organisation, body or event.
struct Card {
  std::size_t node = 0;                        ///< index into Diagram::nodes
  CardColumn column = CardColumn::agreements;  ///< where it stands, across
  Day day = {};                                ///< where it stands, down
  Phrase dates = {};                           ///< of its lifespan, in full, or of its first chip
  CardDating dating = CardDating::own;         ///< whose date that is
  NodeMark mark = {};                          ///< how it is drawn
  std::vector<CardChip> chips = {};            ///< in the order in which they stand
  std::vector<Phrase> elsewhere = {};          ///< what it succeeds, or is succeeded by, and where
};

/// A succession.
struct CardLine {
  std::size_t newer = 0;  ///< index into CardsChart::cards
  std::size_t older = 0;  ///< likewise
  std::size_t edge = 0;   ///< index into Diagram::edges
};

/// Cards before they are drawn.
struct CardsChart {
  Diagram diagram = {};              ///< the cards' entities, their parties, the ties, the page
  std::vector<Card> cards = {};      ///< by day, then by id
  std::vector<CardLine> lines = {};  ///< from the newer to the older
  std::size_t undated = 0;           ///< nothing says when they were
  std::size_t left_out = 0;          ///< dated, but beyond the limit
};

/// The picture and what it leaves out; its subtitle says the same.
struct CardsPicture {
  std::string svg = {};                         ///< the picture
  std::size_t cards = 0;                        ///< how many are shown
  std::size_t undated = 0;                      ///< nothing says when they were
  std::size_t left_out = 0;                     ///< dated, but beyond the limit
  std::vector<std::string> further_pages = {};  ///< where not all fits on one
};

/// One card an agreement, organisation, body or event, its parties, members or participants as
/// chips inside it, with their dates. A card stands at the first day of its lifespan, else of its
/// first dated chip; where that is in doubt or borrowed its mark is in doubt. Of a date or period
/// only what has a tie in it is shown. At most `max_entities` cards, and no more than 150, are
/// kept: the highlighted and those with most ties.
/// @throws InvalidArgument as Graph::facts, and for languages that are none.
/// Cost: O(selected relations + cards log cards).
[[nodiscard]] CardsChart cards_chart(const Graph& graph, const Selection& selection = {},
                                     const DiagramOptions& options = {});

/// Time runs down the page; only succession is drawn as lines, from the newer to the older. SVG as
/// of write_svg: ids, classes, tooltips, nothing that acts; the same chart, the same bytes.
/// @throws InvalidArgument `bad-chart` for an index of nothing, a chip without a tie or a name that
/// is missing; `bad-date` for a card on no day of the calendar.
[[nodiscard]] std::string to_svg(const CardsChart& chart);

/// As to_svg; where the chart's page is too small for all cards in text of `least_readable` points,
/// they go on on further pages, as many side by side as its width allows. At least one page, each
/// an SVG text; a succession between cards of two pages is words on both, "→ page 2: …".
/// @throws InvalidArgument as to_svg.
[[nodiscard]] std::vector<std::string> to_svg_pages(const CardsChart& chart);

/// Both at once, on as many pages as to_svg_pages.
[[nodiscard]] CardsPicture cards_picture(const Graph& graph, const Selection& selection = {},
                                         const DiagramOptions& options = {});

}  // namespace entente
