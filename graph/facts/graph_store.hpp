#pragma once

/// The columns behind a Graph.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <entente/base/hardened.hpp>
#include <entente/facts/graph.hpp>

#include "facts/column.hpp"
#include "facts/rows.hpp"
#include "text/name_index.hpp"

namespace entente {

/// Stands for "no text" in columns of text numbers.
inline constexpr std::uint32_t no_text = 0xffffffff;

/// What a scan over relations must know beside four bounds.
enum class Trait : std::uint8_t {
  dated = 1,           ///< has a `when`
  exact = 2,           ///< its bounds do not decide: gaps, sets, doubts
  evidence_dated = 4,  ///< a piece of evidence has a `when`
  closed = 8,          ///< inference closed its unknown end; its bounds say so
  instant = 16,        ///< of an instant type
  no_start = 32,       ///< its start is unknown
  no_end = 64,         ///< its end is unknown
  witness = 128,       ///< a single date of a state: both ends are unknown
};

[[nodiscard]] constexpr std::uint8_t bit(Trait trait) {
  return static_cast<std::uint8_t>(trait);
}

struct AddedRows;  // facts/build/added_rows.hpp

/// What a member that others added stands in.
enum class ForeignTo : std::uint8_t { dossier, entity, relation, evidence };

struct Graph::Store {
  struct Entities {
    TextTable ids;               ///< ascending
    Column<std::uint16_t> kind;  ///< into the vocabulary's kinds
    Column<std::uint32_t> when;  ///< into texts, or no_text
    Offsets names;               ///< into name_language, name
    Column<std::uint32_t> name_language;
    Column<std::uint32_t> name;
    Offsets codes;  ///< into code_key, code_value
    Column<std::uint32_t> code_key;
    Column<std::uint32_t> code_value;
    Offsets attributes;  ///< into attribute_bytes
    Column<char> attribute_bytes;
    Offsets incident;              ///< into relations
    Column<RelationId> relations;  ///< ascending within a row
  };
  struct Relations {
    RowTexts ids;                   ///< ascending
    RowColumn<std::uint16_t> type;  ///< into the vocabulary's types
    RowColumn<EntityId> from;
    RowColumn<EntityId> to;
    RowColumn<Modality> modality;
    RowColumn<std::uint8_t> traits;  ///< bits of Trait
    RowColumn<std::uint32_t> when;   ///< into texts, or no_text
    RowColumn<Day> start_min;        ///< bounds, closed ends included; no limits when undated
    RowColumn<Day> start_max;
    RowColumn<Day> end_min;
    RowColumn<Day> end_max;
    RowRanges evidence;  ///< into the columns of EvidenceRows
    RowRanges attributes;
    SplitColumn<char> attribute_bytes;

    /// The code of the attributes of the relation of that number.
    [[nodiscard]] std::span<const char> attribute_code(std::size_t number) const {
      const auto [begin, end] = attributes[number];
      return attribute_bytes.part(begin, end);
    }
  };
  struct EvidenceRows {
    SplitColumn<EntityId> source;
    SplitColumn<std::uint32_t> at;           ///< into texts; "" for none
    SplitColumn<std::uint32_t> asserted_by;  ///< into texts; "" for none
    SplitColumn<std::uint32_t> when;         ///< into texts, or no_text
  };
  /// Unknown ends closed by inference, by relation.
  struct Closings {
    Column<RelationId> relation;  ///< ascending
    Column<RelationId> by;
    Column<Day> ends_by;             ///< the last day it can have held
    Column<std::uint8_t> qualified;  ///< 1 if it rests on a date marked ? or ~
  };

  /// Members `x-…` that others added; a row a member, by what it stands in.
  struct Foreign {
    Column<ForeignTo> to;       ///< ascending
    Column<std::uint32_t> row;  ///< of the entity, relation or evidence; ascending for each
    TextTable names;
    TextTable values;  ///< as JSON
  };

  explicit Store(Vocabulary words) : vocabulary(std::move(words)) {}

  /// Entities that have a `when`, with its bounds as an interval.
  struct Lifespans {
    Column<EntityId> entity;     ///< ascending
    Column<std::uint8_t> exact;  ///< 1 if the bounds do not decide
    Column<Day> start_min;
    Column<Day> start_max;
    Column<Day> end_min;
    Column<Day> end_max;

    [[nodiscard]] Bounds bounds(std::size_t row) const {
      return {start_min[row], start_max[row], end_min[row], end_max[row]};
    }
  };

  Vocabulary vocabulary;
  Labels titles;
  std::vector<std::string> vocabularies;  ///< as the dossier names them
  SplitTexts texts;
  Entities entities;
  Lifespans lifespans;
  Relations relations;
  EvidenceRows evidence;
  Closings closings;
  Foreign foreign;
  std::shared_ptr<const void> mapping;     ///< keeps a mapped file, if the columns view one
  std::shared_ptr<const AddedRows> added;  ///< keeps what columns view in a graph made from another
  std::optional<NameIndex> names;  ///< absent over a mapped file, where opening must be quick

  [[nodiscard]] bool has(RelationId relation, Trait trait) const {
    return (relations.traits[index(relation)] & bit(trait)) != 0;
  }
  [[nodiscard]] const RelationType& type_of(RelationId relation) const {
    return vocabulary.types()[relations.type[index(relation)]];
  }
  /// The date of that text; none for no_text.
  [[nodiscard]] std::optional<When> when(std::uint32_t text) const;
  /// The bounds that a relation's answers start from, closed ends included.
  [[nodiscard]] Bounds bounds(RelationId relation) const;
  /// The row of `closings` for a relation; requires Trait::closed.
  [[nodiscard]] std::size_t closing(RelationId relation) const;
  /// The index of all ids and names. Cost: O(names) unless kept.
  [[nodiscard]] NameIndex name_index() const;
  /// The rows of evidence of a relation.
  [[nodiscard]] RowRange evidence_of(RelationId relation) const {
    return relations.evidence[index(relation)];
  }
  /// The sources that a relation rests on.
  [[nodiscard]] std::span<const EntityId> sources_of(RelationId relation) const {
    const auto [begin, end] = evidence_of(relation);
    return evidence.source.part(begin, end);
  }
  /// Adds all ids, codes and names.
  void add_names_to(NameIndex::Builder& builder) const;
};

/// @throws InvalidArgument `out-of-range`, which names the call, unless the graph has that entity.
inline void entity_in(const Graph::Store& store, EntityId entity, const char* call) {
  detail::check_number(call, index(entity), store.entities.kind.size());
}
/// The same for a relation.
inline void relation_in(const Graph::Store& store, RelationId relation, const char* call) {
  detail::check_number(call, index(relation), store.relations.type.size());
}

}  // namespace entente
