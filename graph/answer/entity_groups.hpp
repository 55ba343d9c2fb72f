#pragma once

/// Groups of entities as an answer.

#include <string>
#include <vector>

#include <entente/algorithm/components.hpp>

#include "answer.hpp"
#include "question.hpp"

namespace entente::tool {

/// {"groups": [[id]]} and further members.
[[nodiscard]] Exit print_groups(const Call& call, const Question& question, const Groups& groups,
                                const Counts& counts,
                                const std::vector<std::pair<std::string, std::string>>& further);

/// Entities with their names and kinds.
[[nodiscard]] Table entities_table(const Question& question, const std::vector<EntityId>& entities);

/// The ids as JSON strings.
[[nodiscard]] std::vector<std::string> quoted_ids(const Question& question,
                                                  const std::vector<EntityId>& entities);

}  // namespace entente::tool
