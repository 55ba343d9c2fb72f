#pragma once

/// What a period and the rest of a selection say of every node and edge of a dossier.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <entente/facts/selection.hpp>
#include <entente/query/value.hpp>
#include <entente/time/verdict.hpp>

#include "query/pattern/store.hpp"

namespace entente::query {

/// Whether a row may not hold, and the gravest reason.
struct Doubt {
  bool possible = false;
  Why why = Why::none;

  void add(Why reason) {
    possible = true;
    why = graver(why, reason);
  }
};

struct Judged {
  Verdict verdict = Verdict::yes;
  Why why = Why::none;
};

/// Several that must all hold: a selection has one period of each kind, a clause may have more.
using Selections = std::vector<Selection>;

class Mask {
 public:
  Mask(const Graph& graph, const Selection& selection);
  /// Of what all of them keep, each asked for itself. @pre There is one.
  Mask(const Graph& graph, const Selections& all);

  [[nodiscard]] Judged edge(Edge edge) const { return edges_[static_cast<std::uint32_t>(edge)]; }
  [[nodiscard]] bool keeps(Node node) const {
    return nodes_[static_cast<std::uint32_t>(node)] != 0;
  }
  /// What the node's own lifespan says.
  [[nodiscard]] Judged lifespan(Node node) const;
  /// Whether nothing only may hold.
  [[nodiscard]] bool is_certain() const { return is_certain_; }
  [[nodiscard]] const std::vector<RelationId>& undated() const { return undated_; }
  [[nodiscard]] const std::vector<RelationId>& inferred_ended() const { return inferred_ended_; }
  /// Those that hold only because they are presumed to last.
  [[nodiscard]] const std::vector<RelationId>& presumed() const { return presumed_; }

 private:
  /// Leaves only what the other keeps too.
  void meet(const Mask& other);
  void judge_lifespans(const Graph& graph, const Selection& selection);
  void note_certainty();

  std::vector<Judged> edges_;
  std::vector<std::uint8_t> nodes_;
  std::map<std::uint32_t, Judged> lifespans_;
  std::vector<RelationId> undated_;
  std::vector<RelationId> inferred_ended_;
  std::vector<RelationId> presumed_;
  bool is_certain_ = true;
};

/// Selections with the same key have the same mask.
[[nodiscard]] std::string mask_key(const Selections& all);
/// Whether selections narrow nothing and ask for no period: then there is no mask.
[[nodiscard]] bool selects_all(const Selections& all);
/// Whether one has a period or a day of knowledge.
[[nodiscard]] bool has_period(const Selections& all);

}  // namespace entente::query
