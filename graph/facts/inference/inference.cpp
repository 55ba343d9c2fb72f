#include "facts/inference/inference.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "facts/inference/inference_evidence.hpp"
#include "facts/inference/party_closings.hpp"
#include "facts/inference/tenure_closings.hpp"

namespace entente {

std::vector<Closing> earliest_each(std::vector<Closing> closings) {
  std::sort(closings.begin(), closings.end(), [](const Closing& a, const Closing& b) {
    return std::tie(a.relation, a.ends_by, a.by) < std::tie(b.relation, b.ends_by, b.by);
  });
  const auto same = [](const Closing& a, const Closing& b) { return a.relation == b.relation; };
  closings.erase(std::unique(closings.begin(), closings.end(), same), closings.end());
  return closings;
}

std::vector<Closing> infer_closings(const Graph::Store& store, const Sight& sight,
                                    SeenByInference seen, ModalityBits modalities) {
  const InferenceEvidence evidence(store, sight, seen, modalities);
  std::vector<Closing> closings = close_parties(evidence);
  const std::vector<Closing> tenures = close_tenures(evidence);
  closings.insert(closings.end(), tenures.begin(), tenures.end());
  return earliest_each(std::move(closings));
}

}  // namespace entente
