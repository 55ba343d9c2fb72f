#pragma once

/// Paths as answers: the JSON promised, sentences hop by hop, table rows.

#include <vector>

#include <entente/algorithm/path.hpp>
#include <entente/answer/path.hpp>
#include <entente/network/network.hpp>

#include "answer/rows/rows.hpp"

namespace entente::answers {

/// The relations that a path shows, one a step.
[[nodiscard]] RelationRows steps_of(const SelectedFacts& facts, const Path& path);

/// {"length", "cost", "entities", "steps", "certainty", "why", "span"}
[[nodiscard]] std::string path_json(const Question& question, const SelectedFacts& facts,
                                    const Path& path, const SharedTime& shared);

/// The paths in sentences: a heading, a line a hop, and the span in which all hops hold together.
[[nodiscard]] std::string paths_text(const Question& question, const SelectedFacts& facts,
                                     const std::vector<Path>& paths,
                                     const std::vector<SharedTime>& shared);

[[nodiscard]] Table paths_table(const Question& question, const SelectedFacts& facts,
                                const std::vector<Path>& paths, Reader reader);

}  // namespace entente::answers
