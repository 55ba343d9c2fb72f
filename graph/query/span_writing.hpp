#pragma once

/// How a common span is written: never more precisely than its pieces are.

#include <vector>

#include <entente/query/common_span.hpp>
#include <entente/time/verdict.hpp>

#include "query/span_pieces.hpp"

namespace entente {

/// The span of chosen pieces, one a leg: from the latest start to the earliest end. An end is
/// written as the piece that it is of; where it is not known of which piece it is, as one of the
/// days on which the first end may be. An act, or a witness, leaves one day to be together: one of
/// all those on which the chosen relations may hold. `legs` holds what could be chosen.
[[nodiscard]] CommonSpan written_span(const std::vector<std::vector<Piece>>& legs,
                                      const std::vector<const Piece*>& chosen, Verdict verdict);

}  // namespace entente
