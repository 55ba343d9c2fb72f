#pragma once

/// The graph a call is about and the selection it asks for, with names made ids.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/facts/graph.hpp>
#include <entente/text/safe.hpp>

#include "call.hpp"

namespace entente::tool {

struct Question {
  Graph graph;
  Selection selection;
  std::string languages;
  RunControl run;
  /// With `--known-at`, what was certainly known by then, ascending.
  std::vector<RelationId> known = {};

  /// The entity an argument names. @throws InvalidArgument listing suggestions or candidates, and
  /// IoError if it is no entity but looks like a file that is not there.
  [[nodiscard]] EntityId entity(std::string_view text) const;
  [[nodiscard]] std::string name(EntityId entity) const {
    return std::string(graph.name(entity, languages));
  }
  /// The name as a line of text shows it: nothing in it acts on a terminal or ends the line.
  [[nodiscard]] std::string shown(EntityId entity) const { return terminal_safe(name(entity)); }
  [[nodiscard]] std::string id(EntityId entity) const { return std::string(graph.id(entity)); }
  /// The relation that closes this one's unknown end in the answer: none without inference, nor one
  /// that was not yet known.
  [[nodiscard]] std::optional<RelationId> closer(RelationId relation) const;
};

/// Whether one of the dossiers of a call is a snapshot.
[[nodiscard]] bool names_snapshot(const Call& call);

/// The graph of the dossiers of a call, or of the one snapshot it names.
/// @throws InvalidArgument for a snapshot among others; and as load_graph and open_snapshot do.
[[nodiscard]] Graph open_dossiers(const Call& call);

/// Reads the dossiers of a call, and makes its names ids.
[[nodiscard]] Question ask(const Call& call);

}  // namespace entente::tool
