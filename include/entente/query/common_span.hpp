#pragma once

/// The time that several relations share.

#include <optional>
#include <span>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// The span in which relations hold together, and whether it certainly exists.
struct CommonSpan {
  When when;                       ///< the days they share
  Verdict verdict = Verdict::yes;  ///< yes if every two certainly overlap, else maybe
};

/// From the latest known start to the earliest known end of the relations, as written; an inferred
/// end is "that day or earlier". Undated relations limit nothing, and leave the span possible.
/// None if two of the relations cannot overlap, or there are none. Cost: O(n²).
[[nodiscard]] std::optional<CommonSpan> common_span(const Graph& graph,
                                                    std::span<const RelationId> relations,
                                                    Inference inference = Inference::on);

}  // namespace entente
