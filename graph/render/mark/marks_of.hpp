#pragma once

/// The marks that entities and relations of a diagram are drawn with.

#include <entente/model/vocabulary.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// Why a selected relation only may hold.
[[nodiscard]] Why doubt_of(const SelectedRelation& selected);

[[nodiscard]] NodeMark mark_of(const DiagramNode& node);
[[nodiscard]] LineMark mark_of(const DiagramEdge& edge);

/// What the nodes, edges and dates of a diagram need explained; not those in the background.
[[nodiscard]] std::vector<LegendEntry> legend_of(const Diagram& diagram,
                                                 const Vocabulary& vocabulary,
                                                 const LanguagePreference& languages);

/// The diagram as a single picture shows it: where more than half of its lines are no more than
/// possible, those that are certain are marked, and doubts are left to tooltips.
[[nodiscard]] Diagram with_certain_marked(Diagram diagram);

}  // namespace entente
