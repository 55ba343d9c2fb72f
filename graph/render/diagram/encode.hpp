#pragma once

/// What attributes and measures draw: sizes of boxes, widths of lines, colours, words on labels.

#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// Draws a diagram of these facts as `size_by`, `width_by`, `color_by` and `label_by` of the
/// options ask for, and adds the scales to its legend, which must hold its marks already.
/// @throws InvalidArgument `unknown-attribute` with the nearest known name, `no-number`.
/// Cost: that of the measure or the communities, and O(records).
void encode(Diagram& diagram, const Graph& graph, const SelectedFacts& facts,
            const DiagramOptions& options, const LanguagePreference& languages);

/// Makes room for colours that are not those of kinds: all kinds on the background, outlined alike.
void neutral_kinds(Style& style);

}  // namespace entente
