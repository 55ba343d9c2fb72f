#include "render/chart/cards/cards_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "render/chart/cards/card_tracks.hpp"
#include "render/label/label.hpp"
#include "render/layout/box.hpp"

namespace entente {
namespace {

constexpr double axis_width = 54;
constexpr double caption_height = 24;
constexpr double padding = 12;  // at the sides
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

std::vector<TextRow> heading(const Card& card, const DiagramNode& node, const CardsFrame& frame) {
  const double width = frame.card_width - 2 * padding;
  const Font title_font{frame.title_size, FontWeight::bold};
  const Font second_font{frame.second_size};
  const Font date_font{frame.date_size};
  std::vector<TextRow> rows;
  for (std::string& line : set_in_lines(node.names.front().text, title_font, width, 2))
    rows.push_back(
        text_row({{std::move(line), node.names.front().language, title_font, Ink::text}}));
  for (std::size_t i = 1; i < node.names.size(); ++i)
    rows.push_back(text_row({{set_in_lines(node.names[i].text, second_font, width, 1).front(),
                              node.names[i].language, second_font, Ink::secondary}}));
  rows.push_back(text_row({{card.dates.text, card.dates.language, date_font, Ink::secondary}}));
  for (const Phrase& other : card.elsewhere)
    rows.push_back(text_row({{set_in_lines(other.text, date_font, width, 1).front(), other.language,
                              date_font, Ink::text}}));
  return rows;
}

/// The chip's name, its dates, what it is if not a fact, and the numbers of its sources.
TextRow chip_row(const Diagram& diagram, const CardChip& chip, const CardsFrame& frame) {
  const Font chip_font{frame.chip_size};
  const Font chip_date_font{frame.chip_date_size};
  constexpr double longest_name = 150;
  constexpr double least_name = 60;
  const double longest_chip = frame.card_width - 2 * padding - 16;  // without its rim
  const Phrase& name = diagram.nodes[chip.node].names.front();
  std::vector<std::string> dates;
  std::set<std::size_t> notes;
  for (const std::size_t edge : chip.edges) {
    const std::string& words = diagram.edges[edge].dates;
    if (!words.empty() && std::find(dates.begin(), dates.end(), words) == dates.end())
      dates.push_back(words);
    notes.insert(diagram.edges[edge].notes.begin(), diagram.edges[edge].notes.end());
  }
  std::vector<TextSpan> spans;
  for (const std::string& date : dates)
    spans.push_back({" " + date, diagram.edges[chip.edges.front()].dates_language, chip_date_font,
                     Ink::secondary});
  const Phrase& mark = diagram.edges[chip.edges.front()].mark;
  if (!mark.text.empty())
    spans.push_back({" " + mark.text, mark.language, chip_date_font, Ink::secondary});
  std::string numbers;
  for (const std::size_t note : notes)
    numbers += (numbers.empty() ? " [" : ",") + std::to_string(note);
  if (!numbers.empty()) spans.push_back({numbers + "]", "en", chip_date_font, Ink::secondary});
  while (!spans.empty() && text_row(spans).width + least_name > longest_chip) spans.pop_back();
  const double room = std::clamp(longest_chip - text_row(spans).width,
                                 std::min(least_name, longest_chip), longest_name);
  spans.insert(spans.begin(), {set_in_lines(name.text, chip_font, room, 1).front(), name.language,
                               chip_font, Ink::text});
  return text_row(std::move(spans));
}

/// Text and chips of a card whose top left corner is the origin.
PlacedCard set_card(const Card& card, const Diagram& diagram, const CardsFrame& frame) {
  const double card_width = frame.card_width;
  PlacedCard placed{.rows = heading(card, diagram.nodes[card.node], frame),
                    .text_at = {padding, padding_above}};
  double x = padding;
  double y = padding_above + size_of(placed.rows).height + (card.chips.empty() ? 0 : 4);
  const auto make_room = [&](double width) {
    if (x > padding && x + width > card_width - padding) {
      x = padding;
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
