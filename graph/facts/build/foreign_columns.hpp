#pragma once

/// The rows of members that others added, brought together from all records.

#include <vector>

#include <entente/model/record.hpp>

#include "facts/build/record_order.hpp"
#include "facts/build/relation_chunk.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// Fills them. Needs the relations' rows of evidence in the store.
void fill_foreign(Graph::Store& store, const Dossier& dossier, const RecordOrder& entities,
                  const std::vector<RelationChunk>& chunks, const RecordOrder& relations);

}  // namespace entente
