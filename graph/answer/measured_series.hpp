#pragma once

/// What a series asks of the network of each step.

#include <entente/answer/series.hpp>

namespace entente::answers {

/// The measure of that name, of entities, ties, or the network as a whole.
[[nodiscard]] NetworkMeasure network_measure(const Question& question,
                                             const SeriesParameters& parameters);

/// How the network it is taken of is folded.
[[nodiscard]] Projection series_projection(const SeriesParameters& parameters);
/// The same for what is computed: see computed_projection().
[[nodiscard]] Projection computed_series_projection(const SeriesParameters& parameters);

}  // namespace entente::answers
