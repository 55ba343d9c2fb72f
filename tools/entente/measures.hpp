#pragma once

/// The measures of the library with the options of a call.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/algorithm/measures.hpp>
#include <entente/facts/projection.hpp>

#include "answer.hpp"
#include "call.hpp"
#include "question.hpp"
#include "verb.hpp"

namespace entente::tool {

/// The names of all measures.
[[nodiscard]] std::vector<std::string_view> measure_names();

/// The options that change a measure, and those that change the network it is taken of.
[[nodiscard]] std::vector<Option> measure_options();
[[nodiscard]] std::vector<Option> projection_options();

/// How a measure of that name folds facts into a network. @throws InvalidArgument as
/// `find_measure`.
[[nodiscard]] Projection projection_for(std::string_view measure, const Call& call);

/// {"parallels", "weighting", "attribute", "fold", "over"} where an option of the call chose how
/// facts are folded, as a member `projection`; else no member.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> projection_member(
    std::string_view measure, const Call& call);

[[nodiscard]] RankOptions rank_options(const Question& question, const Call& call);

/// @throws InvalidArgument for an unknown measure, with the nearest known.
[[nodiscard]] const Measure& find_measure(std::string_view name);

/// A score as a cell: six digits for a person, all that tell it apart for a program.
[[nodiscard]] std::string score_text(double score, Answer::Reader reader);

}  // namespace entente::tool
