#pragma once

/// The ends of terms at posts of one seat.

#include <vector>

#include "facts/inference/inference_evidence.hpp"

namespace entente {

/// By post; see infer_closings.
[[nodiscard]] std::vector<Closing> close_tenures(const InferenceEvidence& evidence);

}  // namespace entente
