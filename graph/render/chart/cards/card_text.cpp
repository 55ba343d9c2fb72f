#include "render/chart/cards/card_text.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "render/label/label.hpp"

namespace entente {

std::vector<TextRow> card_heading(const Card& card, const DiagramNode& node,
                                  const CardsFrame& frame) {
  const double width = frame.card_width - 2 * card_padding;
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

TextRow chip_row(const Diagram& diagram, const CardChip& chip, const CardsFrame& frame) {
  const Font chip_font{frame.chip_size};
  const Font chip_date_font{frame.chip_date_size};
  constexpr double longest_name = 150;
  constexpr double least_name = 60;
  const double longest_chip = frame.card_width - 2 * card_padding - 16;  // without its rim
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

}  // namespace entente
