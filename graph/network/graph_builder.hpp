#pragma once

/// Lays the records of a dossier out in columns.

#include <entente/model/record.hpp>

#include "model/references.hpp"
#include "network/graph_store.hpp"

namespace entente {

/// Fills the columns of a store, which has a vocabulary so far, from a dossier in which validate()
/// finds no error. `references` are those of the dossier.
void fill_store(Graph::Store& store, const Dossier& dossier, const References& references);

}  // namespace entente
