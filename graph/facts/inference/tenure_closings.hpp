#pragma once

/// The ends of terms at posts of one seat.

#include <span>
#include <vector>

#include "facts/inference/inference_evidence.hpp"

namespace entente {

/// By post; see infer_closings.
[[nodiscard]] std::vector<Closing> close_tenures(const InferenceEvidence& evidence);
/// Those at some posts alone, each of which is named once.
[[nodiscard]] std::vector<Closing> close_tenures(const InferenceEvidence& evidence,
                                                 std::span<const EntityId> posts);

}  // namespace entente
