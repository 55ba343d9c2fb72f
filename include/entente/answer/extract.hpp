#pragma once

/// Facts of an answer as a dossier of their own.

#include <cstdint>
#include <string>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// A dossier of these facts as they are recorded, with the entities they need: ends, sources, those
/// who assert.
[[nodiscard]] Dossier dossier_of(const Graph& graph, const SelectedFacts& facts);

/// For whom a dossier is: programs that infer what we do, or others.
enum class Target : std::uint8_t { entente, others };

/// A dossier of these facts as a question found them. A relation that only may hold says so in its
/// attributes: `"certainty": "possible"`, and `why`. An inferred end is written down as
/// `[..DAY]`, with what it is `inferred_from`, where the relation that it rests on is not among the
/// facts; for others, attributes tell every `inferred_end`, and of every relation its `certainty`.
/// Attributes of these names that a relation has already are kept as they are.
[[nodiscard]] Dossier dossier_of(const Question& question, const SelectedFacts& facts,
                                 Target target = Target::entente);

/// The question's selection as JSON, for formats that have a place for it; empty if it selects
/// everything.
[[nodiscard]] std::string selection_text(const Question& question);

}  // namespace answers
}  // namespace entente
