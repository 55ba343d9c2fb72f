#pragma once

/// What a vocabulary lets relations say about the unknown ends of others.

#include <vector>

#include "facts/graph_store.hpp"

namespace entente {

/// An unknown end that another relation closes.
struct Closing {
  RelationId relation = {};
  RelationId by = {};
  Day ends_by = 0;  ///< the last day it can have held
};

/// The closings that the columns support, by relation; at most one each, the earliest, then the
/// one of the smallest id. Only dated relations of modality fact or derived close; only dated ones
/// with an unknown end are closed, and never against their known bounds.
///
/// * Closes::parties_of_object: ties of type `party_to` to the `to` of a supersession dated D end
///   no later than the last day of D.
/// * Closes::previous_holder: where the post has `attributes.seats: 1`, a tenure that certainly
///   began before another person's known start ends no later than the last day of that start.
[[nodiscard]] std::vector<Closing> infer_closings(const Graph::Store& store);

}  // namespace entente
