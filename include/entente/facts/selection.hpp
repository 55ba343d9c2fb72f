#pragma once

/// A selection: what part of the facts a question is about. Every verb and every query takes the
/// same one.

#include <cstdint>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/counts.hpp>
#include <entente/facts/ids.hpp>
#include <entente/facts/projection.hpp>
#include <entente/model/record.hpp>
#include <entente/time/verdict.hpp>

namespace ENTENTE_API entente {

/// Whether relations that only may hold in the period are kept.
enum class Keep : std::uint8_t { certain_and_possible, certain_only };
/// Whether a vocabulary's inference closes unknown ends.
enum class Inference : std::uint8_t { on, off };
/// Whether entities that no selected relation touches are kept: only when nothing narrows, or
/// always.
enum class Isolated : std::uint8_t { when_unnarrowed, always };

/// Empty members narrow nothing. Dates are EDTF texts; see time.md of the guide for what the
/// periods mean.
struct Selection {
  std::string as_of = {};                  ///< a day, or a coarser date meaning some day of it
  std::string during = {};                 ///< A/B or a date: some day of it
  std::string throughout = {};             ///< A/B or a date: every day of it
  std::string known_at = {};               ///< only what was published by that day
  std::string observed_through = {};       ///< open ends are certain up to that day only
  std::vector<std::string> types = {};     ///< ids of relation types
  std::vector<std::string> kinds = {};     ///< of both ends, or below
  std::vector<Modality> modalities = {};   ///< how sources put it
  std::vector<std::string> sources = {};   ///< ids of documents
  Direction direction = Direction::both;   ///< how relations are walked
  Keep keep = Keep::certain_and_possible;  ///< whether what may hold stays
  Inference inference = Inference::on;     ///< whether unknown ends are closed
  Isolated isolated = Isolated::when_unnarrowed;  ///< whether lone entities stay
};

/// A selected relation and what the period's question says of it.
struct SelectedRelation {
  RelationId relation = {};        ///< of the graph
  Verdict verdict = Verdict::yes;  ///< yes or maybe
  bool qualified = false;          ///< the verdict rests on a date marked ? or ~
};

/// What a selection keeps of a graph.
struct SelectedFacts {
  std::vector<SelectedRelation> relations;  ///< ascending
  std::vector<EntityId> entities;  ///< ascending: ends of the relations, and isolated ones as asked
  Counts counts;                   ///< of the relations
};

}  // namespace entente
