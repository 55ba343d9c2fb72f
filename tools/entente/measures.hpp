#pragma once

/// The measures of the tool by name, computed on a network with the options of a call.

#include <string>
#include <string_view>
#include <vector>

#include <entente/algorithm/ranking.hpp>
#include <entente/network/network.hpp>

#include "answer.hpp"
#include "call.hpp"
#include "question.hpp"
#include "verb.hpp"

namespace entente::tool {

/// The names `--by` takes, in the order of the help.
[[nodiscard]] const std::vector<std::string_view>& measure_names();

/// The options that change a measure.
[[nodiscard]] std::vector<Option> measure_options();

/// How a measure folds facts into a network.
[[nodiscard]] Projection measure_projection(const Call& call);

/// @throws InvalidArgument for an unknown measure, with the nearest known.
[[nodiscard]] Ranking measured(std::string_view name, const Network& network,
                               const Question& question, const Call& call);

/// A score as a cell: six digits for a person, all that tell it apart for a program.
[[nodiscard]] std::string score_text(double score, Answer::Reader reader);

}  // namespace entente::tool
