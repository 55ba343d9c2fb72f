#include "render/chart/cards/cards_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "render/chart/cards/card_text.hpp"
#include "render/chart/cards/card_tracks.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"

namespace entente {
namespace {

constexpr double axis_width = 54;
constexpr double caption_height = 24;
constexpr double padding_above = 7;
constexpr double card_gap = 10;
constexpr double year_gap = 16;
constexpr double gutter_width = 26;
constexpr double line_gap = 9;  // between lines in one gutter
constexpr double chip_height = 15;
constexpr double chip_gap = 4;
constexpr std::size_t most_chips = 16;
constexpr std::size_t columns = 3;
constexpr std::size_t many_cards = 40;  // more stand closely

/// Text and chips of a card whose top left corner is the origin.
PlacedCard set_card(const Card& card, const Diagram& diagram, const CardsFrame& frame) {
  const double card_width = frame.card_width;
  PlacedCard placed{.rows = card_heading(card, diagram.nodes[card.node], frame),
                    .text_at = {card_padding, padding_above}};
  double x = card_padding;
  double y = padding_above + size_of(placed.rows).height + (card.chips.empty() ? 0 : 4);
  const auto make_room = [&](double width) {
    if (x > card_padding && x + width > card_width - card_padding) {
      x = card_padding;
      y += chip_height + chip_gap;
    }
  };
  for (std::size_t i = 0; i < std::min(most_chips, card.chips.size()); ++i) {
    TextRow row = chip_row(diagram, card.chips[i], frame);
    const double width = row.width + 12;
    make_room(width);
    placed.chips.push_back({{x, y, x + width, y + chip_height}, std::move(row)});
    x += width + chip_gap;
  }
  if (card.chips.size() > most_chips) {
    placed.more = text_row({{"+" + std::to_string(card.chips.size() - most_chips), "en",
                             Font{frame.chip_size}, Ink::secondary}});
    make_room(placed.more.width);
    placed.more_at = {x, y + (chip_height - placed.more.height) / 2};
  }
  placed.box = {0, 0, card_width, y + (card.chips.empty() ? 0 : chip_height) + padding_above};
  return placed;
}

void shift(PlacedCard& card, Point by) {
  const auto moved = [&](Box& box) {
    box = {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
  };
  moved(card.box);
  for (PlacedChip& chip : card.chips) moved(chip.box);
  card.text_at = card.text_at + by;
  card.more_at = card.more_at + by;
}

/// First lane and number of lanes of each column: one, and what is left of three, or of more for
/// many cards, to the fullest.
struct Lanes {
  std::array<std::size_t, columns> first = {};
  std::array<std::size_t, columns> count = {};
  std::size_t all = 0;
  bool mixed = false;  ///< no lane is for one kind of cards
};

Lanes lanes_of(const std::vector<Card>& cards, std::size_t most_lanes) {
  constexpr std::size_t enough_for_more = 8;
  std::array<std::size_t, columns> used{};
  for (const Card& card : cards) ++used[static_cast<std::size_t>(card.column)];
  Lanes lanes;
  const auto columns_used = static_cast<std::size_t>(
      std::count_if(used.begin(), used.end(), [](std::size_t each) { return each > 0; }));
  if (most_lanes > 0 && columns_used > most_lanes) {
    lanes.mixed = true;
    lanes.all = most_lanes;
    lanes.count.fill(most_lanes);
    return lanes;
  }
  for (std::size_t i = 0; i < columns; ++i) lanes.count[i] = used[i] > 0 ? 1 : 0;
  const auto total = [&] { return lanes.count[0] + lanes.count[1] + lanes.count[2]; };
  const std::size_t most =
      most_lanes > 0 ? most_lanes : std::clamp<std::size_t>(cards.size() / 20, columns, 6);
  while (total() < most) {
    const auto load = [&](std::size_t i) {
      return lanes.count[i] == 0 ? 0 : used[i] / lanes.count[i];
    };
    std::size_t fullest = 0;
    for (std::size_t i = 1; i < columns; ++i)
      if (load(i) > load(fullest)) fullest = i;
    if (load(fullest) < enough_for_more) break;
    ++lanes.count[fullest];
  }
  for (std::size_t i = 0; i < columns; ++i) {
    lanes.first[i] = lanes.all;
    lanes.all += lanes.count[i];
  }
  return lanes;
}

/// Where the cards of the same year end.
std::size_t end_of_year(const std::vector<Card>& cards, std::size_t first) {
  const int year = to_civil(cards[first].day).year;
  const auto end =
      std::find_if(cards.begin() + static_cast<std::ptrdiff_t>(first), cards.end(),
                   [year](const Card& card) { return to_civil(card.day).year != year; });
  return static_cast<std::size_t>(end - cards.begin());
}

/// The lane of a card's column where it can stand highest, by where the lanes' last cards end.
std::size_t free_lane(const Card& card, const Lanes& lanes, const std::vector<double>& ends) {
  const auto column = static_cast<std::size_t>(card.column);
  const auto begin = ends.begin() + static_cast<std::ptrdiff_t>(lanes.first[column]);
  const auto end = begin + static_cast<std::ptrdiff_t>(lanes.count[column]);
  return static_cast<std::size_t>(std::min_element(begin, end) - ends.begin());
}

/// Puts a card into a lane, not above `top`; returns where it begins.
double put(PlacedCard& card, std::size_t lane, double top, std::vector<double>& ends) {
  const double at = std::max(top, ends[lane]);
  card.lane = lane;
  shift(card, {0, at});
  ends[lane] = card.box.bottom + card_gap;
  return at;
}

/// Puts the cards of each year below those of the year before, each in its column's shortest lane.
void stack(const std::vector<Card>& cards, const Lanes& lanes, CardsLayout& layout) {
  double top = caption_height;
  for (std::size_t i = 0; i < cards.size();) {
    YearBand band{.year = to_civil(cards[i].day).year, .top = top, .bottom = top};
    std::vector<double> ends(lanes.all, top);
    for (const std::size_t end = end_of_year(cards, i); i < end; ++i) {
      put(layout.cards[i], free_lane(cards[i], lanes, ends), top, ends);
      band.bottom = std::max(band.bottom, layout.cards[i].box.bottom);
    }
    layout.years.push_back(band);
    top = band.bottom + year_gap;
  }
  layout.body.height = top;
}

/// The same for many cards: a year begins below where the cards of the year before begin, so that
/// these may stand beside it.
void stack_closely(const std::vector<Card>& cards, const Lanes& lanes, CardsLayout& layout) {
  constexpr double year_step = 24;
  std::vector<double> ends(lanes.all, caption_height);
  double least = caption_height;
  for (std::size_t i = 0; i < cards.size();) {
    const std::size_t end = end_of_year(cards, i);
    double top = INFINITY;
    for (std::size_t each = i; each < end; ++each)
      top = std::min(top, ends[free_lane(cards[each], lanes, ends)]);
    top = std::max(top, least);
    YearBand band{.year = to_civil(cards[i].day).year, .top = top};
    for (; i < end; ++i)
      least = std::max(least, put(layout.cards[i], free_lane(cards[i], lanes, ends), top, ends));
    least = std::max(least, top) + year_step;
    band.bottom = least;
    layout.years.push_back(band);
  }
  layout.body.height = *std::max_element(ends.begin(), ends.end());
}

/// How far a line from each year leads, to the first card on its way if that is of the year.
void mark_first_cards(const std::vector<Card>& cards, CardsLayout& layout) {
  constexpr double into_card = 10;
  for (YearBand& band : layout.years) {
    const double y = band.top + into_card;
    double nearest = INFINITY;
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const Box& box = layout.cards[i].box;
      if (box.top > y || box.bottom < y || box.left >= nearest) continue;
      nearest = box.left;
      band.first_card = to_civil(cards[i].day).year == band.year ? box.left : 0;
    }
  }
}

/// Lanes side by side, with gutters wide enough for their tracks; returns the gutters' right sides.
std::vector<double> spread(const std::vector<std::size_t>& used, double card_width,
                           CardsLayout& layout) {
  std::vector<double> lefts;
  double x = axis_width;
  for (const std::size_t tracks : used) {
    x += gutter_width + line_gap * static_cast<double>(tracks);
    lefts.push_back(x);
    x += card_width;
  }
  layout.body.width = x;
  for (PlacedCard& card : layout.cards) shift(card, {lefts[card.lane], 0});
  return lefts;
}

/// From the newer card's side into the gutter, along its track, to the older card's side. Ends at
/// one side of a card keep apart.
void draw_lines(const CardsChart& content, const std::vector<Track>& tracks,
                const std::vector<double>& lefts, CardsLayout& layout) {
  std::map<std::pair<std::size_t, bool>, int> ends;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const double x =
        lefts[tracks[i].gutter] - 16 - line_gap * static_cast<double>(tracks[i].number);
    const auto end_at = [&](std::size_t index) {
      const Box& box = layout.cards[index].box;
      const bool left_side = box.left > x;
      const int nth = ends[{index, left_side}]++;
      return Point{left_side ? box.left : box.right,
                   std::min(box.top + 13 + 8 * nth, box.bottom - 4)};
    };
    const Point from = end_at(content.lines[i].newer);
    const Point to = end_at(content.lines[i].older);
    layout.lines.push_back({from, {x, from.y}, {x, to.y}, to});
  }
}

}  // namespace

CardsFrame frame_for(double width) {
  constexpr double least_width = 196;
  constexpr double tracks = 2 * line_gap;
  CardsFrame frame{
      .title_size = 10, .second_size = 8, .date_size = 8, .chip_size = 8, .chip_date_size = 8};
  const double room = width - axis_width;
  const double lanes = std::clamp(std::floor(room / (least_width + gutter_width)), 1.0, 6.0);
  frame.most_lanes = static_cast<std::size_t>(lanes);
  frame.card_width =
      std::clamp(room / lanes - gutter_width - tracks, least_width / 2, CardsFrame{}.card_width);
  return frame;
}

CardsLayout lay_out(const CardsChart& content, const CardsFrame& frame) {
  CardsLayout layout;
  for (const Card& card : content.cards)
    layout.cards.push_back(set_card(card, content.diagram, frame));
  const Lanes lanes = lanes_of(content.cards, frame.most_lanes);
  if (content.cards.size() > many_cards || frame.most_lanes > 0)
    stack_closely(content.cards, lanes, layout);
  else
    stack(content.cards, lanes, layout);
  std::vector<std::size_t> used(lanes.all, 0);
  const std::vector<Track> tracks = tracks_of(content, layout, used);
  const std::vector<double> lefts = spread(used, frame.card_width, layout);
  draw_lines(content, tracks, lefts, layout);
  mark_first_cards(content.cards, layout);
  for (std::size_t i = 0; i < columns && !lanes.mixed; ++i)
    if (lanes.count[i] > 0)
      layout.captions.push_back({static_cast<CardColumn>(i), lefts[lanes.first[i]],
                                 lefts[lanes.first[i] + lanes.count[i] - 1] + frame.card_width});
  return layout;
}

}  // namespace entente
