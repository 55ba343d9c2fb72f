#pragma once

/// What the ids in a chunk of relations stand for.

#include <cstdint>
#include <optional>
#include <vector>

#include <entente/model/vocabulary.hpp>

#include "facts/build/relation_chunk.hpp"
#include "model/admission.hpp"
#include "model/references.hpp"

namespace entente {

/// Rows of the vocabulary and of the dossier's entities.
struct ChunkRows {
  std::vector<std::uint32_t> type;    ///< of each of the chunk's types
  std::vector<std::uint32_t> from;    ///< of each relation
  std::vector<std::uint32_t> to;      ///< of each relation
  std::vector<std::uint32_t> source;  ///< of each of the chunk's sources
  std::vector<RowStep> lineage;       ///< from newer to older
  bool ids_ascend = true;             ///< strictly
};

/// The rows; nothing if validate() would find an error in the chunk, other than one that shows in
/// several relations together: a repeated id, a circle of succession.
[[nodiscard]] std::optional<ChunkRows> rows_of(const RelationChunk& chunk,
                                               const References& references,
                                               const Vocabulary& vocabulary);

}  // namespace entente
