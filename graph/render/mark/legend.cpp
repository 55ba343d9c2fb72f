#include <algorithm>
#include <set>

#include "render/diagram/wording.hpp"
#include "words/picture_words.hpp"
#include "render/mark/date_marks.hpp"

namespace entente {
namespace {

bool look_alike(const Style& style, std::string_view a, std::string_view b) {
  const NodeStyle& left = node_style(style, a);
  const NodeStyle& right = node_style(style, b);
  return left.shape == right.shape && left.fill == right.fill && left.line == right.line;
}

void add_kinds(std::vector<LegendEntry>& legend, const Diagram& diagram,
               const Vocabulary& vocabulary, const LanguagePreference& languages) {
  std::set<std::string, std::less<>> occurring;
  for (const DiagramNode& node : diagram.nodes)
    if (node.emphasis != Emphasis::faded) occurring.insert(node.kind);
  for (const Kind& kind : vocabulary.kinds()) {
    if (!occurring.contains(kind.id)) continue;
    const auto same = std::find_if(legend.begin(), legend.end(), [&](const LegendEntry& entry) {
      return look_alike(diagram.style, entry.drawing_class, kind.drawing_class);
    });
    LegendEntry& entry =
        same != legend.end()
            ? *same
            : legend.emplace_back(LegendEntry{.drawing_class = kind.drawing_class});
    entry.label = listed(std::move(entry.label), best_label(kind.labels, languages));
  }
}

void add_types(std::vector<LegendEntry>& legend, const Diagram& diagram,
               const Vocabulary& vocabulary, const LanguagePreference& languages) {
  for (const RelationType& type : vocabulary.types()) {
    const auto edge =
        std::find_if(diagram.edges.begin(), diagram.edges.end(), [&](const DiagramEdge& each) {
          return each.type == type.id && each.emphasis != Emphasis::faded;
        });
    if (edge == diagram.edges.end()) continue;
    const auto same = std::find_if(legend.begin(), legend.end(), [&](const LegendEntry& entry) {
      return entry.kind == LegendKind::edge && entry.drawing_class == edge->drawing_class &&
             entry.ends == edge->ends;
    });
    LegendEntry& entry = same != legend.end()
                             ? *same
                             : legend.emplace_back(LegendEntry{.kind = LegendKind::edge,
                                                               .drawing_class = edge->drawing_class,
                                                               .ends = edge->ends});
    entry.label = listed(std::move(entry.label), best_label(type.forward, languages));
  }
}

void add_marks(std::vector<LegendEntry>& legend, const Diagram& diagram,
               const LanguagePreference& languages) {
  std::vector<DiagramEdge> edges = diagram.edges;
  std::erase_if(edges, [](const DiagramEdge& e) { return e.emphasis == Emphasis::faded; });
  const bool possible = std::any_of(edges.begin(), edges.end(), [](const DiagramEdge& edge) {
    return edge.certainty == Verdict::maybe;
  });
  if (possible)
    legend.push_back(
        {.kind = LegendKind::possible, .label = word(Word::possible_legend, languages)});
  for (const Modality modality :
       {Modality::plan, Modality::expectation, Modality::claim, Modality::derived})
    if (std::any_of(edges.begin(), edges.end(),
                    [&](const DiagramEdge& edge) { return edge.modality == modality; }))
      legend.push_back({.kind = LegendKind::modality,
                        .modality = modality,
                        .label = modality_mark(modality, languages)});
  for (const auto& mark :
       {std::pair(Change::appeared, Word::appeared), std::pair(Change::ended, Word::ended),
        std::pair(Change::persisted, Word::persisted)})
    if (std::any_of(edges.begin(), edges.end(),
                    [&](const DiagramEdge& edge) { return edge.change == mark.first; }))
      legend.push_back({.kind = LegendKind::change,
                        .change = mark.first,
                        .label = word(mark.second, languages)});
}

/// The signs in dates beside names and on lines.
void add_date_marks(std::vector<LegendEntry>& legend, const Diagram& diagram,
                    const LanguagePreference& languages) {
  std::set<LegendKind> marks;
  for (const DiagramNode& node : diagram.nodes)
    if (node.emphasis != Emphasis::faded) marks.merge(date_marks_in(node.year));
  for (const DiagramEdge& edge : diagram.edges)
    if (edge.emphasis != Emphasis::faded) marks.merge(date_marks_in(edge.dates));
  explain_date_marks(legend, marks, languages);
}

}  // namespace

std::vector<LegendEntry> legend_of(const Diagram& diagram, const Vocabulary& vocabulary,
                                   const LanguagePreference& languages) {
  std::vector<LegendEntry> legend;
  add_kinds(legend, diagram, vocabulary, languages);
  add_types(legend, diagram, vocabulary, languages);
  add_marks(legend, diagram, languages);
  add_date_marks(legend, diagram, languages);
  return legend;
}

}  // namespace entente
