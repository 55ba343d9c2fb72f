#pragma once

/// What a vocabulary lets relations say about the unknown ends of others.

#include <vector>

#include "facts/graph_store.hpp"
#include "facts/sight.hpp"

namespace entente {

/// An unknown end that another relation closes.
struct Closing {
  RelationId relation = {};
  RelationId by = {};
  Day ends_by = {};        ///< the last day it can have held
  bool qualified = false;  ///< it rests on a date marked ? or ~

  /// The same value.
  friend bool operator==(const Closing&, const Closing&) = default;
};

/// What is left of those of several rules: for each relation the earliest, then the one of the
/// smallest id. By relation.
[[nodiscard]] std::vector<Closing> earliest_each(std::vector<Closing> closings);

/// The modalities whose relations are seen: a bit each.
using ModalityBits = std::uint8_t;

/// How much inference sees: whether a document was out may be judged otherwise for what
/// closes than for what is closed.
struct SeenByInference {
  Seen closed = Seen::most;   ///< of relations whose ends are unknown
  Seen closers = Seen::most;  ///< of what closes them, and of who held a post with whom
};

/// The closings that what is seen supports, by relation; at most one each, the earliest, then the
/// one of the smallest id. Only dated relations of modality fact or derived close; only dated ones
/// with an unknown end are closed, never against their known bounds, and never later than what
/// they tie was there: its lifespan, where that is in no doubt, says more.
///
/// * Closes::parties_of_object: B supersedes A on D. A party's tie to A ends no later than e, the
///   last day of D or the last possible start of that party's tie to B, whichever is later, if that
///   tie may still hold on e. Who skipped B and joined C, which supersedes B, is closed by C once
///   all on the chain have passed. With `attributes.closes: "all"` all ties to A end by D.
/// * Closes::previous_holder: where the post has one seat, a tenure that certainly began before
///   another person's known start ends no later than the last day of that start. Nothing is
///   inferred for a post that does not say how many it seats and of which what is seen shows two
///   holders at one time, by dates marked ? or ~, too: these move no bounds.
[[nodiscard]] std::vector<Closing> infer_closings(const Graph::Store& store, const Sight& sight,
                                                  SeenByInference seen, ModalityBits modalities);

}  // namespace entente
