// Doubt drowns a picture most of which is in doubt: there what is certain is marked instead, and
// the subtitle says how many are no more than possible.

#include <algorithm>
#include <variant>

#include "render/mark/legend.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr std::size_t few_lines = 8;  // whose doubts drown nothing

bool is_about(const DiagramEdge& edge) {
  return edge.emphasis != Emphasis::faded;
}

/// It holds, and so does its date.
bool is_certain(const DiagramEdge& edge) {
  return edge.certainty == Verdict::yes && edge.doubt == Why::none;
}

/// Whether it shows what changed: its lines have a ground for that already.
bool tells_changes(const Diagram& diagram) {
  return std::ranges::any_of(diagram.edges,
                             [](const DiagramEdge& edge) { return edge.change != Change::none; });
}

bool drowns_in_doubt(const Diagram& diagram) {
  if (tells_changes(diagram)) return false;
  const auto lines = std::ranges::count_if(diagram.edges, is_about);
  const auto certain = std::ranges::count_if(
      diagram.edges, [](const DiagramEdge& edge) { return is_about(edge) && is_certain(edge); });
  return static_cast<std::size_t>(lines) >= few_lines && certain > 0 && 2 * certain < lines;
}

bool explains_doubt(const LegendEntry& entry) {
  const LineMark* line = std::get_if<LineMark>(&entry.mark);
  return line != nullptr && line->doubt != Why::none;
}

}  // namespace

Diagram with_certain_marked(Diagram diagram) {
  if (!drowns_in_doubt(diagram)) return diagram;
  for (DiagramEdge& edge : diagram.edges) {
    if (is_about(edge) && is_certain(edge)) edge.sureness = Sureness::certain;
    edge.doubt = Why::none;
  }
  std::vector<LegendEntry>& legend = diagram.page.legend;
  std::erase_if(legend, explains_doubt);
  const LanguagePreference languages = LanguagePreference::parse(diagram.page.languages);
  add_legend(legend, {{LineMark{.sureness = Sureness::certain}, word(Word::certain, languages)}},
             diagram.page.style);
  return diagram;
}

}  // namespace entente
