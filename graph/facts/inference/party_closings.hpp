#pragma once

/// The ends of parties' ties to agreements that were superseded.

#include <vector>

#include "facts/inference/inference_evidence.hpp"

namespace entente {

/// By agreement; see infer_closings.
[[nodiscard]] std::vector<Closing> close_parties(const InferenceEvidence& evidence);

}  // namespace entente
