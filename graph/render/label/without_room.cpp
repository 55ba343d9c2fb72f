// What labels of edges leave unsaid where there is no room for them.

#include <algorithm>
#include <string>
#include <vector>

#include "render/diagram/drawing.hpp"
#include "render/label/label.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

constexpr std::size_t most_named = 24;

bool says(const PlacedEdge& placed, const std::string& words) {
  if (!placed.label_box) return false;
  std::string text;
  for (const TextSpan& span : placed.label.spans) text += span.text;
  return text.find(words) != std::string::npos;
}

/// "Japan \u2013 NATO: Partnership Programme", in the face of its Han characters if it has any.
Phrase named(const Diagram& diagram, const DiagramEdge& edge) {
  const auto name = [&](std::size_t node) {
    const DiagramNode& it = diagram.nodes[node];
    return it.names.empty() ? Phrase{it.id, "en"} : it.names.front();
  };
  const Phrase from = name(edge.from);
  const Phrase to = name(edge.to);
  Phrase line{from.text + " \u2013 " + to.text, edge.label_language};
  line.text += (is_written_in_han(edge.label_language) ? "\uFF1A" : ": ") + edge.label;
  if (!edge.dates.empty()) line.text += ", " + edge.dates;
  for (const std::string& language : {from.language, to.language, edge.dates_language})
    if (!is_written_in_han(line.language) && is_written_in_han(language)) line.language = language;
  return line;
}

}  // namespace

void tell_what_has_no_room(const Diagram& diagram, Drawing& drawing) {
  std::vector<Phrase> unsaid;
  std::size_t values = 0;
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    const DiagramEdge& edge = diagram.edges[i];
    if (edge.emphasis == Emphasis::faded) continue;
    if (!edge.value.empty() && !says(drawing.edges[i], edge.value)) ++values;
    if (!edge.entities.empty() && !says(drawing.edges[i], edge.label))
      unsaid.push_back(named(diagram, edge));
  }
  if (unsaid.empty() && values == 0) return;
  const LanguagePreference languages = LanguagePreference::parse(diagram.page.languages);
  const auto count = [&](Word word_, std::size_t number) {
    return Phrase{worded(word_, languages, std::to_string(number)),
                  word(word_, languages).language};
  };
  if (unsaid.size() > most_named) {
    const std::size_t more = unsaid.size() - most_named;
    unsaid.resize(most_named);
    unsaid.push_back(count(Word::more_changes, more));
  }
  if (values > 0) unsaid.push_back(count(Word::labels_without_room, values));
  Page page = diagram.page;
  page.list.insert(page.list.end(), unsaid.begin(), unsaid.end());
  drawing.furniture = furnish(page, drawing.body);
}

}  // namespace entente
