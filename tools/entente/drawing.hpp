#pragma once

/// Facts of an answer as a picture's description or as a dossier of their own.

#include <string>

#include <entente/model/record.hpp>

#include "question.hpp"

namespace entente::tool {

/// DOT of exactly these facts.
[[nodiscard]] std::string drawn(const Question& question, const SelectedFacts& facts);

/// A dossier of these facts, with the entities they need: ends, sources, those who assert.
[[nodiscard]] Dossier dossier_of(const Graph& graph, const SelectedFacts& facts);
[[nodiscard]] std::string as_dossier(const Question& question, const SelectedFacts& facts);

}  // namespace entente::tool
