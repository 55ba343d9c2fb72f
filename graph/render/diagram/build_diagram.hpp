#pragma once

/// How all views that show entities and ties turn facts into a Diagram.

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include <entente/render/diagram.hpp>

#include "render/diagram/drawn_entities.hpp"

namespace entente {

/// Whether a picture may group what is too much for a box an entity and a line a relation.
enum class Density : std::uint8_t { as_it_is, in_regions };

/// Whether a deed that was planned and then reported is two lines or one.
enum class Plans : std::uint8_t { apart, with_reports };

/// What a view stresses, fades and says.
struct Accent {
  std::map<EntityId, Emphasis> entities = {};
  Emphasis other_entities = Emphasis::normal;
  std::map<RelationId, Emphasis> relations = {};
  Emphasis other_relations = Emphasis::normal;
  std::map<RelationId, Change> changes = {};
  std::set<EntityId> kept = {};         ///< whoever else is left out
  std::set<RelationId> detailed = {};   ///< labelled with their type and full dates
  std::set<RelationId> backwards = {};  ///< told from their end to their beginning
  Phrase title = {};        ///< unless the options name one; the dossier's goes below it
  std::string period = {};  ///< said instead of the selection's own
  DrawnKinds kinds = DrawnKinds::all;
  Density density = Density::as_it_is;
  Plans plans = Plans::apart;  ///< in a picture that is not folded otherwise
};

[[nodiscard]] Diagram build_diagram(const Graph& graph, const SelectedFacts& facts,
                                    const Selection& selection, const DiagramOptions& options,
                                    const Accent& accent);

}  // namespace entente
