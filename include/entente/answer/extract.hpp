#pragma once

/// Facts of an answer as a dossier of their own.

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// A dossier of these facts, with the entities they need: ends, sources, those who assert.
[[nodiscard]] Dossier dossier_of(const Graph& graph, const SelectedFacts& facts);

}  // namespace answers
}  // namespace entente
