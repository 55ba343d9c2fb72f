#pragma once

/// Lays the records of a dossier out in columns.

#include <memory>
#include <vector>

#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

#include "facts/build/relation_chunk.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// The store of a dossier with the relations of these chunks instead of its own; nothing if
/// validate() would find an error in them. The same, whatever the chunks and the threads.
/// @throws LimitReached as a graph does.
[[nodiscard]] std::shared_ptr<const Graph::Store> store_of(const Dossier& dossier,
                                                           const std::vector<RelationChunk>& chunks,
                                                           Vocabulary vocabulary);

}  // namespace entente
