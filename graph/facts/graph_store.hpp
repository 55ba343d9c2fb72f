#pragma once

/// The columns behind a Graph.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/base/hardened.hpp>
#include <entente/facts/graph.hpp>

#include "facts/column.hpp"
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
    TextTable ids;               ///< ascending
    Column<std::uint16_t> type;  ///< into the vocabulary's types
    Column<EntityId> from;
    Column<EntityId> to;
    Column<Modality> modality;
    Column<std::uint8_t> traits;  ///< bits of Trait
    Column<std::uint32_t> when;   ///< into texts, or no_text
    Column<Day> start_min;        ///< bounds, closed ends included; no limits when undated
    Column<Day> start_max;
    Column<Day> end_min;
    Column<Day> end_max;
    Offsets evidence;  ///< into the columns of EvidenceRows
    Offsets attributes;
    Column<char> attribute_bytes;
  };
  struct EvidenceRows {
    Column<EntityId> source;
    Column<std::uint32_t> at;           ///< into texts; "" for none
    Column<std::uint32_t> asserted_by;  ///< into texts; "" for none
    Column<std::uint32_t> when;         ///< into texts, or no_text
  };
  /// Unknown ends closed by inference, by relation.
  struct Closings {
    Column<RelationId> relation;  ///< ascending
    Column<RelationId> by;
    Column<Day> ends_by;             ///< the last day it can have held
    Column<std::uint8_t> qualified;  ///< 1 if it rests on a date marked ? or ~
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
  TextTable texts;
  Entities entities;
  Lifespans lifespans;
  Relations relations;
  EvidenceRows evidence;
  Closings closings;
  std::shared_ptr<const void> mapping;  ///< keeps a mapped file, if the columns view one
  std::optional<NameIndex> names;       ///< absent over a mapped file, where opening must be quick

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
