#pragma once

/// Some relations of a dossier in columns, as one thread reads them: what a graph needs of them
/// before it is known what their ids stand for.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/model/record.hpp>
#include <entente/time/bounds.hpp>

#include "facts/build/text_numbers.hpp"

namespace entente {

/// A piece of evidence in texts that somebody holds.
struct EvidenceText {
  std::string_view source = {};
  std::string_view at = {};           ///< empty: none
  std::string_view asserted_by = {};  ///< empty: none
  std::string_view when = {};         ///< EDTF; empty: none
};

/// A relation without attributes in texts that somebody holds.
struct RelationText {
  std::string_view id = {};
  std::string_view type = {};
  std::string_view from = {};
  std::string_view to = {};
  std::string_view when = {};  ///< EDTF; empty: undated
  Modality modality = Modality::fact;
  std::vector<EvidenceText> evidence = {};
};

/// What the columns of a graph say of a date, by Reading.
struct DateFacts {
  std::array<Bounds, 2> bounds = {};
  std::array<bool, 2> decided_by_bounds = {};
  std::array<std::uint8_t, 2> ends = {};  ///< bits of Trait for unknown ends
};

/// What others added to a relation of a chunk, or to a piece of its evidence; borrowed.
struct ForeignToRelation {
  std::uint32_t row = 0;
  std::uint32_t evidence = 0;  ///< the piece, or none
  const ForeignMembers* members = nullptr;
};

/// Its texts are borrowed from whoever added them, but for those of `kept`. A row a relation, in
/// the order added; rows of evidence and attribute bytes end where the ends say.
struct RelationChunk {
  static constexpr std::uint32_t none = TextNumbers::none;

  std::vector<std::string_view> ids;
  std::vector<HashedText> from;
  std::vector<HashedText> to;
  std::vector<std::uint32_t> type;  ///< into types
  std::vector<Modality> modality;
  std::vector<std::uint32_t> when;  ///< into texts, or none
  std::vector<std::uint32_t> evidence_ends;
  std::vector<std::uint32_t> attribute_ends;

  std::vector<std::uint32_t> source;       ///< into sources
  std::vector<std::uint32_t> at;           ///< into texts
  std::vector<std::uint32_t> asserted_by;  ///< into texts
  std::vector<std::uint32_t> source_when;  ///< into texts, or none

  std::vector<char> attribute_bytes;
  std::vector<HashedText> types;        ///< ids, each once
  std::vector<HashedText> sources;      ///< ids, each once
  std::vector<HashedText> texts;        ///< each once
  std::vector<std::uint32_t> date_row;  ///< of each text, or none
  std::vector<DateFacts> dates;
  std::vector<ForeignToRelation> foreign;
  std::vector<std::unique_ptr<Relation>> kept;

  [[nodiscard]] std::size_t size() const { return ids.size(); }
};

/// Adds relations to a chunk.
class ChunkBuilder {
 public:
  /// Makes room for the relations of a text of so many bytes, at the length that many have.
  void make_room(std::size_t bytes);
  /// Adds the relation; false, and nothing added, if one of its dates is not plain EDTF that is
  /// written as it is kept.
  [[nodiscard]] bool add(const RelationText& relation);
  /// Adds the relation with that date, if any, and those attributes instead of its own and of its
  /// evidence; borrows its texts and the date's.
  void add(const RelationText& relation, const std::optional<When>* when,
           const Attributes& attributes);
  /// Adds the relation and borrows its texts.
  void add(const Relation& relation);
  /// Adds the relation and keeps it.
  void keep(Relation&& relation) {
    add(*chunk_.kept.emplace_back(std::make_unique<Relation>(std::move(relation))));
  }

  [[nodiscard]] bool empty() const { return chunk_.ids.empty(); }
  [[nodiscard]] RelationChunk build() &&;

 private:
  [[nodiscard]] bool take_date(std::string_view text);
  void take_date(const std::optional<When>& when);
  void add_date(std::uint32_t text, const When& when);
  void add_row(const RelationText& relation);
  void end_attributes(const Attributes& attributes);
  void add_foreign(const Relation& relation);

  RelationChunk chunk_;
  TextNumbers types_;
  TextNumbers sources_;
  TextNumbers texts_;
  // Of the relation that is being added: its texts, its date and those of its evidence.
  RelationText views_;
  std::vector<std::uint32_t> dates_;
};

/// How many relations a chunk of a dossier has.
inline constexpr std::size_t relations_a_chunk = 1 << 14;

/// The relations of a dossier, which are borrowed, in chunks that do not depend on the threads.
[[nodiscard]] std::vector<RelationChunk> chunks_of(const std::vector<Relation>& relations);

}  // namespace entente
