#pragma once

/// The marks that entities and relations of a diagram are drawn with.

#include <entente/model/vocabulary.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// Why a selected relation only may hold, for a sign: also for its date's sake, as far as one lets
/// it be seen, or since the record says `certainty: possible` of itself, as folded ties do.
[[nodiscard]] Why doubt_of(const Graph& graph, const SelectedRelation& selected,
                           const std::optional<When>& when);

/// Whether a date is written with a doubt: `?` or `%`.
[[nodiscard]] bool is_doubted(const When& when);

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
