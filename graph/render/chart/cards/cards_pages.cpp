#include "render/chart/cards/cards_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include <entente/render/legible.hpp>

#include "render/chart/cards/cards_drawer.hpp"
#include "render/chart/cards/cards_layout.hpp"
#include "render/svg/draw_svg.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

/// The page around cards.
Size whole_size(const CardsChart& chart, const CardsFrame& frame) {
  return furnish(chart.diagram.page, lay_out(chart, frame).body).size;
}

/// The cards from `first` to before `last`, and the successions among them.
CardsChart some_of(const CardsChart& chart, std::size_t first, std::size_t last) {
  CardsChart some = chart;
  some.cards.assign(chart.cards.begin() + static_cast<std::ptrdiff_t>(first),
                    chart.cards.begin() + static_cast<std::ptrdiff_t>(last));
  some.lines.clear();
  for (CardLine line : chart.lines) {
    if (std::min(line.newer, line.older) < first || std::max(line.newer, line.older) >= last)
      continue;
    line.newer -= first;
    line.older -= first;
    some.lines.push_back(line);
  }
  return some;
}

/// The legend of what is on a page.
void explain_only_what_is_there(CardsChart& sheet) {
  std::set<std::string> classes;
  std::set<Why> doubts;
  std::set<Modality> modalities;
  const auto add = [&](const NodeMark& mark) {
    classes.insert(mark.drawing_class);
    doubts.insert(mark.doubt);
    modalities.insert(mark.modality);
  };
  for (const Card& card : sheet.cards) {
    add(card.mark);
    for (const CardChip& chip : card.chips) add(chip.mark);
  }
  std::erase_if(sheet.diagram.page.legend, [&](const LegendEntry& entry) {
    if (std::holds_alternative<LineMark>(entry.mark)) return sheet.lines.empty();
    const NodeMark* mark = std::get_if<NodeMark>(&entry.mark);
    if (mark == nullptr) return false;
    if (!mark->drawing_class.empty()) return !classes.contains(mark->drawing_class);
    return mark->doubt != Why::none ? !doubts.contains(mark->doubt)
                                    : !modalities.contains(mark->modality);
  });
}

/// The page of these cards: with the legend of what is on it, and what is said of all on the first.
CardsChart sheet_of(const CardsChart& chart, std::size_t first, std::size_t last) {
  CardsChart sheet = some_of(chart, first, last);
  Page& page = sheet.diagram.page;
  if (first > 0) {
    page.subtitle.text.clear();
    page.dossier.clear();
    page.sources.text.clear();
  }
  explain_only_what_is_there(sheet);
  return sheet;
}

using Pair = std::pair<std::size_t, std::size_t>;

/// The successions that no page shows, by their cards.
std::set<Pair> torn(const CardsChart& chart, const std::vector<CardsChart>& sheets) {
  std::set<Pair> result;
  std::vector<std::size_t> page;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    page.insert(page.end(), sheets[i].cards.size(), i + 1);
  for (const CardLine& line : chart.lines)
    if (page[line.newer] != page[line.older]) result.emplace(line.newer, line.older);
  return result;
}

/// Words for them on both cards; `page_of` is the number of a card's page.
template <typename PageOf>
CardsChart with_words(CardsChart chart, const std::set<Pair>& torn, const PageOf& page_of) {
  constexpr Wording on_page = {"{} page {}: {}", "{} {}ページ：{}", "{} 第{}页：{}",
                               "{} 第{}頁：{}"};
  const LanguagePreference languages = LanguagePreference::parse(chart.diagram.page.languages);
  const Phrase words = phrase_of(on_page, languages);
  const auto say = [&](std::size_t card, std::size_t other, std::string_view arrow) {
    const Phrase& name = chart.diagram.nodes[chart.cards[other].node].names.front();
    chart.cards[card].elsewhere.push_back(
        {filled_in(words.text, {arrow, std::to_string(page_of(other)), name.text}), name.language});
  };
  for (const auto& [newer, older] : torn) {
    say(newer, older, "\u2192");
    say(older, newer, "\u2190");
  }
  return chart;
}

/// What stands on each page so high.
std::vector<CardsChart> sheets_of(const CardsChart& chart, const CardsFrame& frame, double height) {
  std::vector<CardsChart> sheets;
  for (std::size_t first = 0; first < chart.cards.size();) {
    std::size_t fits = first + 1;
    std::size_t too_many = chart.cards.size() + 1;
    while (fits + 1 < too_many) {
      const std::size_t last = (fits + too_many) / 2;
      const bool fit = whole_size(sheet_of(chart, first, last), frame).height <= height;
      (fit ? fits : too_many) = last;
    }
    sheets.push_back(sheet_of(chart, first, fits));
    first = fits;
  }
  return sheets;
}

/// The same with what leads from page to page in words; where these need room, a page holds less,
/// so that more may lead to another.
std::vector<CardsChart> worded_sheets_of(const CardsChart& chart, const CardsFrame& frame,
                                         double height) {
  constexpr int rounds = 4;
  std::vector<CardsChart> sheets = sheets_of(chart, frame, height);
  std::set<Pair> in_words;
  for (int i = 0; i < rounds; ++i) {
    const std::set<Pair> more = torn(chart, sheets);
    if (std::ranges::includes(in_words, more)) break;
    in_words.insert(more.begin(), more.end());
    sheets = sheets_of(with_words(chart, in_words, [](std::size_t) { return 0; }), frame, height);
  }
  std::vector<std::size_t> page;
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    first.push_back(page.size());
    page.insert(page.end(), sheets[i].cards.size(), i + 1);
  }
  const CardsChart worded =
      with_words(chart, torn(chart, sheets), [&](std::size_t card) { return page[card]; });
  for (std::size_t i = 0; i < sheets.size(); ++i)
    sheets[i] = sheet_of(worded, first[i], first[i] + sheets[i].cards.size());
  return sheets;
}

}  // namespace

bool fits_one_page(const CardsChart& chart) {
  const Page& page = chart.diagram.page;
  if (!page.size || chart.cards.empty()) return true;
  const Size whole = whole_size(chart, {});
  const double scale = std::min(page.size->width / whole.width, page.size->height / whole.height);
  return scale * CardsFrame{}.smallest() >= least_readable;
}

std::vector<std::string> several_pages_of(const CardsChart& chart) {
  CardsChart compact = chart;
  Page& page = compact.diagram.page;
  page.lettering = Lettering::compact;
  const double enough = least_readable / frame_for(page.size->width).smallest();
  const Size sheet{page.size->width / enough, page.size->height / enough};
  CardsFrame frame = frame_for(inner_width_of(page, sheet.width));
  // Lines beside the cards take room as well.
  for (int i = 0; i < 3; ++i)
    if (const double excess = whole_size(compact, frame).width - sheet.width; excess > 0)
      frame.card_width -= excess / static_cast<double>(frame.most_lanes);
  std::vector<CardsChart> sheets = worded_sheets_of(compact, frame, sheet.height);
  std::vector<std::string> svgs;
  for (CardsChart& each : sheets) {
    each.diagram.page = page_of_several(each.diagram.page, svgs.size() + 1, sheets.size());
    svgs.push_back(drawn_cards(each, frame));
  }
  return svgs;
}

}  // namespace entente
