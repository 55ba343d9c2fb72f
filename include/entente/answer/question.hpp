#pragma once

/// What every question has: the graph it is about, the part of its facts, the languages of the
/// answer, and how long that may take.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/facts/viewpoint.hpp>

namespace ENTENTE_API entente {
/// Questions and answers: what the command line asks and prints, for programs. A verb of the tool
/// is a function here, which takes a Question and the verb's own parameters, and whose value is an
/// Answer with its rows, its counts and notes, its JSON, its table and its text.
namespace answers {

/// A graph and what part of it is asked about, in which languages.
struct Question {
  Graph graph;                   ///< the facts; a copy shares them
  Selection selection = {};      ///< which of them; documents may be named by any name
  std::string languages = "en";  ///< of names and sentences, best first: "ja,en"
  RunControl run = {};           ///< stops long work
  std::optional<Viewpoint> viewpoint =
      {};  ///< how the selection sees relations: set by understood()
  std::vector<std::string> asked_sources = {};  ///< documents as they were named: likewise
  std::size_t faulty_records = 0;  ///< records that were left out when the graph was loaded

  /// The entity an id or a name means.
  /// @throws InvalidArgument `unknown-entity`, `ambiguous-entity`, listing suggestions or
  /// candidates.
  [[nodiscard]] EntityId entity(std::string_view text) const { return graph.find(text).value(); }
  /// The same of several.
  [[nodiscard]] std::vector<EntityId> entities(const std::vector<std::string>& texts) const;
  /// The name in the question's languages.
  [[nodiscard]] std::string name(EntityId entity) const;
  /// The name as a line of text shows it: nothing in it acts on a terminal or ends the line.
  [[nodiscard]] std::string shown(EntityId entity) const;
  /// The id as written.
  [[nodiscard]] std::string id(EntityId entity) const { return std::string(graph.id(entity)); }
};

/// The question with its documents' names made ids. What answers hold; asking it again is the same.
/// @throws InvalidArgument as Question::entity and Graph::facts.
[[nodiscard]] Question understood(Question question);

}  // namespace answers
}  // namespace entente
