#pragma once

/// Lays the records of a dossier out in columns.

#include <memory>

#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

#include "network/graph_store.hpp"

namespace entente {

/// The columns of a dossier in which validate() finds no error.
[[nodiscard]] std::shared_ptr<const Graph::Store> build_store(const Dossier& dossier,
                                                              Vocabulary vocabulary);

}  // namespace entente
