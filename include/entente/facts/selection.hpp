#pragma once

/// A selection: what part of the facts a question is about. Every verb and every query takes the
/// same one.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/counts.hpp>
#include <entente/facts/ids.hpp>
#include <entente/facts/projection.hpp>
#include <entente/model/record.hpp>
#include <entente/time/day.hpp>
#include <entente/time/verdict.hpp>
#include <entente/time/why.hpp>

namespace ENTENTE_API entente {

/// Whether relations that only may hold in the period are kept.
enum class Keep : std::uint8_t { certain_and_possible, certain_only };
/// Whether a vocabulary's inference closes unknown ends.
enum class Inference : std::uint8_t { on, off };
/// What becomes of relations without a date under a period: they are counted, or listed as what may
/// hold. Without a period they are listed and certain.
enum class Undated : std::uint8_t { counted, listed };
/// Whether a state that began, and of which no source says that it ended, is taken to last: up to
/// the day `observed_through`, else to the first day of the newest publication of its evidence.
enum class Lasting : std::uint8_t { as_reported, presumed };
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
  Isolated isolated = Isolated::when_unnarrowed;   ///< whether lone entities stay
  Undated undated = Undated::counted;              ///< what becomes of undated relations
  Lasting presume_lasting = Lasting::as_reported;  ///< whether what has begun is taken to last
  /// "10y", "6m" or "90d": what is attested on single dates only is possible on other days only if
  /// one of these lies no further from the period. Empty: however far.
  std::string attested_within = {};
  std::vector<std::string> entities = {};  ///< ids or names: both ends must be among these
};

/// A selected relation and what the period's question says of it.
struct SelectedRelation {
  RelationId relation = {};        ///< of the graph
  Verdict verdict = Verdict::yes;  ///< yes or maybe
  bool qualified = false;          ///< the verdict rests on a date marked ? or ~
  Why why = Why::none;             ///< the reason for a *maybe*
  bool presumed = false;           ///< it holds only because it is presumed to last
};

/// An unknown end that another relation closes.
struct InferredEnd {
  RelationId relation = {};      ///< whose end it is
  RelationId by = {};            ///< what it is inferred from
  Day ends_by = {};              ///< the last day it can have held
  bool qualified = false;        ///< it rests on a date marked ? or ~
  Verdict known = Verdict::yes;  ///< whether its grounds were known by the day asked for

  /// The same value.
  friend bool operator==(const InferredEnd&, const InferredEnd&) = default;
};

class Graph;

/// What a selection keeps of a graph. Calls that take it with a graph throw InvalidArgument
/// `out-of-range` if the graph has no such records, and `bad-facts` where a relation's ends are not
/// among the entities.
struct SelectedFacts {
  /// These relations, each once, with their ends and further entities, counted. Of a relation given
  /// twice the first counts. Cost: O(n log n).
  [[nodiscard]] static SelectedFacts of(const Graph& graph, std::vector<SelectedRelation> relations,
                                        std::vector<EntityId> entities = {});
  /// These entities and what of the relations has both ends among them, counted.
  /// Cost: O(relations), and sorting the entities.
  [[nodiscard]] SelectedFacts among(const Graph& graph, std::vector<EntityId> entities) const;

  /// Those of the relations that a program wants, with their ends, counted. Cost: O(n log n).
  /// @throws InvalidArgument `no-function` if `wanted` is empty.
  [[nodiscard]] SelectedFacts where(
      const Graph& graph, const std::function<bool(const SelectedRelation&)>& wanted) const;

  std::vector<SelectedRelation> relations;  ///< ascending
  std::vector<EntityId> entities;  ///< ascending: ends of the relations, and isolated ones as asked
  Counts counts;                   ///< of the relations
  std::vector<RelationId> undated = {};  ///< left out because no date is known; ascending
  /// Left out because they are inferred to have ended; ascending.
  std::vector<RelationId> inferred_ended = {};
};

}  // namespace entente
