#pragma once

/// The columns of entities.

#include <span>

#include <entente/model/record.hpp>

#include "facts/build/interner.hpp"
#include "facts/build/record_order.hpp"
#include "facts/graph_store.hpp"

namespace entente {

/// Fills everything of entities but their relations. `kinds` are rows of the vocabulary.
void fill_entities(Graph::Store& store, const std::vector<Entity>& entities,
                   const RecordOrder& order, std::span<const std::uint32_t> kinds, Interner& texts);

}  // namespace entente
