#pragma once

/// Facts of an answer as a picture's description or as a dossier of their own.

#include <string>

#include "question.hpp"

namespace entente::tool {

/// DOT of exactly these facts.
[[nodiscard]] std::string drawn(const Question& question, const SelectedFacts& facts);

/// A dossier of exactly these facts, as JSON.
[[nodiscard]] std::string as_dossier(const Question& question, const SelectedFacts& facts);

}  // namespace entente::tool
