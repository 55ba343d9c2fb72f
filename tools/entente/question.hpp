#pragma once

/// The graph a call is about and the selection it asks for, with names made ids.

#include <string>
#include <string_view>

#include <entente/algorithm/run_control.hpp>
#include <entente/network/graph.hpp>

#include "call.hpp"

namespace entente::tool {

struct Question {
  Graph graph;
  Selection selection;
  std::string languages;
  RunControl run;

  /// The entity an argument names. @throws InvalidArgument listing suggestions or candidates.
  [[nodiscard]] EntityId entity(std::string_view text) const { return graph.find(text).value(); }
  [[nodiscard]] std::string name(EntityId entity) const {
    return std::string(graph.name(entity, languages));
  }
  [[nodiscard]] std::string id(EntityId entity) const { return std::string(graph.id(entity)); }
};

/// Reads the dossiers of a call.
[[nodiscard]] Question ask(const Call& call);

}  // namespace entente::tool
