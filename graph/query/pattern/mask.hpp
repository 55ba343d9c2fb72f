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

class Mask {
 public:
  Mask(const Graph& graph, const Selection& selection);

  [[nodiscard]] Judged edge(Edge edge) const { return edges_[static_cast<std::uint32_t>(edge)]; }
  [[nodiscard]] bool keeps(Node node) const {
    return nodes_[static_cast<std::uint32_t>(node)] != 0;
  }
  /// What the node's own lifespan says.
  [[nodiscard]] Judged lifespan(Node node) const;
  [[nodiscard]] const std::vector<RelationId>& undated() const { return undated_; }
  [[nodiscard]] const std::vector<RelationId>& inferred_ended() const { return inferred_ended_; }
  /// Those that hold only because they are presumed to last.
  [[nodiscard]] const std::vector<RelationId>& presumed() const { return presumed_; }

 private:
  std::vector<Judged> edges_;
  std::vector<std::uint8_t> nodes_;
  std::map<std::uint32_t, Judged> lifespans_;
  std::vector<RelationId> undated_;
  std::vector<RelationId> inferred_ended_;
  std::vector<RelationId> presumed_;
};

/// Selections with the same key have the same mask.
[[nodiscard]] std::string mask_key(const Selection& selection);
/// Whether a selection narrows nothing and asks for no period: then there is no mask.
[[nodiscard]] bool selects_all(const Selection& selection);
/// Whether it has a period or a day of knowledge.
[[nodiscard]] bool has_period(const Selection& selection);

}  // namespace entente::query
