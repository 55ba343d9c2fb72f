#pragma once

#include <compare>
#include <string>

#include <entente/render/diagram.hpp>

namespace entente {

/// What makes edges of two snapshots the same.
struct EdgeIdentity {
  std::string from = {};
  std::string to = {};
  std::string type = {};
  Modality modality = Modality::fact;

  friend auto operator<=>(const EdgeIdentity&, const EdgeIdentity&) = default;
};
[[nodiscard]] EdgeIdentity identity_of(const Diagram& diagram, const DiagramEdge& edge);

/// A snapshot with the title, the look, the legend, the sources and their numbers of all.
[[nodiscard]] Diagram on_one_page(const Diagram& one, const Diagram& all);

}  // namespace entente
