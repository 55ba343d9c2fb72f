#pragma once

/// The columns of relations, filled from chunks by several threads.

#include <cstdint>
#include <vector>

#include "facts/build/chunk_rows.hpp"
#include "facts/build/interner.hpp"
#include "facts/build/record_order.hpp"
#include "facts/build/table_parts.hpp"
#include "facts/graph_store.hpp"

namespace entente {

class RelationColumns {
 public:
  /// Borrows everything; the rows, and the orders of all relations and all entities, may be made
  /// after.
  RelationColumns(const std::vector<RelationChunk>& chunks, const std::vector<ChunkRows>& rows,
                  const RecordOrder& relations, const RecordOrder& entities);

  /// Gives the texts numbers in the order of their first appearance. Needs neither rows nor orders.
  void number_texts(Interner& texts);
  /// Fills the columns of types and of ends, which others are made of.
  void fill_ends(Graph::Store& store);
  /// Fills the other columns of relations and those of evidence. Needs all before, and a vocabulary
  /// in the store. @throws LimitReached past 2^32 details or 4 GiB of text.
  void fill_rest(Graph::Store& store);

 private:
  /// Offsets of rows of different lengths; first the lengths, each behind its place.
  struct Lengths {
    std::vector<std::uint32_t> offsets;
    void set(std::size_t place, std::size_t length) {
      offsets[place + 1] = static_cast<std::uint32_t>(length);
    }
    /// Sums the lengths up; returns the last offset.
    std::size_t finish(const char* code, const char* message);
  };

  [[nodiscard]] std::size_t place(std::size_t chunk, std::size_t row) const {
    return relations_.place(first_[chunk] + row);
  }
  [[nodiscard]] std::uint32_t text(std::size_t chunk, std::uint32_t number) const {
    return number == RelationChunk::none ? no_text : texts_[chunk][number];
  }
  void fill_ends(std::size_t chunk);
  void measure(std::size_t chunk);
  void make_room();
  void fill_details(std::size_t chunk);
  void fill_dates(std::size_t chunk, const Vocabulary& vocabulary);
  void fill_evidence(std::size_t chunk);
  void move_to(Graph::Store& store);

  const std::vector<RelationChunk>& chunks_;
  const std::vector<ChunkRows>& rows_;
  const RecordOrder& relations_;
  const RecordOrder& entities_;
  std::size_t count_ = 0;
  std::vector<std::size_t> first_;                 // row of each chunk's first relation
  std::vector<std::vector<std::uint32_t>> texts_;  // of each chunk, the numbers of its texts

  Lengths id_ends_;
  Lengths evidence_ends_;
  Lengths attribute_ends_;
  std::vector<char> id_bytes_;
  std::vector<char> attribute_bytes_;
  std::vector<std::uint16_t> type_;
  std::vector<EntityId> from_;
  std::vector<EntityId> to_;
  std::vector<Modality> modality_;
  std::vector<std::uint8_t> traits_;
  std::vector<std::uint32_t> when_;
  BoundsColumns bounds_;
  std::vector<EntityId> source_;
  std::vector<std::uint32_t> at_;
  std::vector<std::uint32_t> asserted_by_;
  std::vector<std::uint32_t> source_when_;
};

}  // namespace entente
