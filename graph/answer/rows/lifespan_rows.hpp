#pragma once

/// Entities with a lifespan as rows among relations.

#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/query/timeline.hpp>

namespace entente::answers {

/// {"entity", "kind", "name", "when", "certainty", "why", "sentence"}
[[nodiscard]] std::string lifespan_json(const Question& question, const SelectedEntity& row);

/// "NATO since 1949-04-04"; "? " before it if it only may have been then.
[[nodiscard]] std::string lifespan_sentence(const Question& question, const SelectedEntity& row);

/// Relations and lifespans as a table; a lifespan leaves the columns of relations empty.
[[nodiscard]] Table history_table(const Question& question, const std::vector<DatedFact>& history,
                                  Reader reader);

}  // namespace entente::answers
