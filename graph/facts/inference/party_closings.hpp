#pragma once

/// The ends of parties' ties to agreements that were superseded.

#include <string_view>
#include <vector>

#include "facts/inference/inference_evidence.hpp"

namespace entente {

/// The type of the ties that supersessions close.
inline constexpr std::string_view party_type = "party_to";

/// By agreement; see infer_closings.
[[nodiscard]] std::vector<Closing> close_parties(const InferenceEvidence& evidence);

}  // namespace entente
