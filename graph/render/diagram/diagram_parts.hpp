#pragma once

/// The nodes and edges of a diagram, each with all that it says.

#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

#include "render/diagram/build_diagram.hpp"
#include "render/diagram/tie_dates.hpp"
#include "render/diagram/wording.hpp"

namespace entente {

/// What nodes and edges are made from.
struct PartsContext {
  const Graph& graph;
  const DiagramOptions& options;
  const Accent& accent;
  LanguagePreference languages;
  Style style;
  TieDates ties;
};

/// Whether the options or the view set an entity off from others.
[[nodiscard]] bool is_stressed(const PartsContext& context, EntityId entity);

[[nodiscard]] DiagramNode node_of(const PartsContext& context, EntityId id);

/// One edge for all relations with the same ends, type, modality, change and emphasis, in that
/// order; `sources` numbers what they rest on and may be null.
/// @pre The ends of all relations are among the facts' entities.
[[nodiscard]] std::vector<DiagramEdge> edges_of(const PartsContext& context,
                                                const SelectedFacts& facts,
                                                const SourceNotes* sources);

}  // namespace entente
