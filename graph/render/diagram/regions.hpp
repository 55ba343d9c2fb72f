#pragma once

/// Pictures of what is too much for a box an entity and a line a relation.

#include <cstddef>

#include <entente/facts/graph.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// Whether a diagram has more boxes than that, or more lines than can be told apart.
[[nodiscard]] bool is_crowded(const Diagram& diagram, std::size_t most_boxes);

/// Draws the diagram in regions, from four to sixteen, a third of the boxes. Of each the chief
/// members have boxes, the larger regions more of them: half for who matters most, half with a
/// share for every kind, and what is stressed; the rest is counted by kind. Between boxes of one
/// region lines stay, at most 1.7 a box, the backbone of them; relations without a line are
/// counted. Between two regions all relations are one bundle; of the bundles the backbone stays,
/// two a region. Every entity and every relation of the diagram is in one place. Cost: that of
/// `region_groups` and `most_important`.
/// @see V. Traag, L. Waltman, N. van Eck, Scientific Reports 9 (2019) 5233.
void draw_in_regions(Diagram& diagram, const Graph& graph, std::size_t most_boxes,
                     const LanguagePreference& languages);

/// "312 of the entities and 40 of the relations are only counted, in 14 groups", and what the
/// backbone leaves out; "" without regions.
[[nodiscard]] std::string regions_in_words(const Diagram& diagram,
                                           const LanguagePreference& languages);

}  // namespace entente
