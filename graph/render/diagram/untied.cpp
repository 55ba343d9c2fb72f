#include "render/diagram/untied.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "words/picture_words.hpp"

namespace entente {
namespace {

/// The words below the title with as many entities as there are now.
void count_anew(Diagram& diagram, std::size_t before) {
  const LanguagePreference languages = LanguagePreference::parse(diagram.page.languages);
  const auto said = [&](std::size_t count) {
    return counted(Word::entities, Word::one_entity, languages, count);
  };
  std::string& text = diagram.page.subtitle.text;
  if (const std::string old = said(before); text.starts_with(old))
    text.replace(0, old.size(), said(diagram.nodes.size()));
}

}  // namespace

void drop_untied(Diagram& diagram) {
  const std::size_t before = diagram.nodes.size();
  std::vector<char> tied(diagram.nodes.size(), 0);
  for (const DiagramEdge& edge : diagram.edges) tied[edge.from] = tied[edge.to] = 1;
  std::vector<std::size_t> place(diagram.nodes.size(), 0);
  std::vector<DiagramNode> kept;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    place[i] = kept.size();
    if (tied[i] != 0 || diagram.nodes[i].emphasis == Emphasis::strong)
      kept.push_back(std::move(diagram.nodes[i]));
  }
  diagram.nodes = std::move(kept);
  for (DiagramEdge& edge : diagram.edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
  }
  count_anew(diagram, before);
}

}  // namespace entente
