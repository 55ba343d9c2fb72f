#pragma once

/// What a measure of an answer is taken with.

#include <string>

#include <entente/answer/measured.hpp>
#include <entente/answer/question.hpp>

namespace entente::answers {

/// The options of the algorithms, with names made ids.
[[nodiscard]] RankOptions rank_options(const Question& question,
                                       const MeasureParameters& parameters);

/// The same for what is computed: of strength by an attribute no relations are merged, so that no
/// sum of some of them is rounded before it is added to the others.
[[nodiscard]] Projection computed_projection(std::string_view measure,
                                             const FoldingParameters& folding);

/// What to ask instead where `--kind` leaves out the very kinds that `--over` ties entities by;
/// else empty.
[[nodiscard]] std::string advice_on_over(const Question& question,
                                         const FoldingParameters& folding);

/// {"parallels", "weighting", "attribute", "fold", "over"}
[[nodiscard]] std::string projection_json(const Projection& projection);

}  // namespace entente::answers
