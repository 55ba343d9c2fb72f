#pragma once

/// What is new and what is gone from one snapshot to the next.

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/render/mark.hpp>
#include <entente/render/snapshots.hpp>

#include "render/diagram/merge.hpp"

namespace entente {

/// Who and what stands in a diagram.
struct Presence {
  explicit Presence(const Diagram& diagram);

  std::set<std::string> nodes = {};
  std::set<EdgeIdentity> edges = {};
};

/// How somebody is absent: who was there just before has gone.
[[nodiscard]] GhostMark ghost_of(std::string_view id, std::span<const Snapshot> before);

/// The snapshots, each with what is new in it beside the one before.
[[nodiscard]] std::vector<Snapshot> with_changes(std::span<const Snapshot> snapshots);

/// All of them with room for the signs that any has, and a legend that explains these.
[[nodiscard]] Diagram with_signs(Diagram all, std::span<const Snapshot> snapshots);

}  // namespace entente
