#include "question.hpp"

#include <algorithm>

#include <entente/io/load.hpp>
#include <entente/snapshot/snapshot.hpp>

#include "dossier_arguments.hpp"
#include "read_limits.hpp"
#include "terminal/progress.hpp"

namespace entente::tool {

bool names_snapshot(const Call& call) {
  return std::ranges::any_of(
      call.dossiers, [](const std::string& path) { return path != "-" && is_snapshot(path); });
}

Graph open_dossiers(const Call& call) {
  const WaitingLine line("reading the dossier");
  if (!names_snapshot(call)) return load_graph(call.dossiers, read_limits(call));
  if (call.dossiers.size() > 1)
    throw InvalidArgument("usage", "a snapshot is read alone; give the files it was made from");
  return open_snapshot(call.dossiers.front(),
                       call.has("--stale") ? Staleness::accepted : Staleness::refused);
}

EntityId Question::entity(std::string_view text) const {
  const Lookup found = graph.find(text);
  if (!found && found.candidates().empty() && looks_like_path(text) && !is_input(std::string(text)))
    throw IoError(Exit::input_missing, "input-missing",
                  "there is no file or folder " + std::string(text) +
                      ", nor an entity of that name in the dossier that was read");
  return found.value();
}

std::optional<RelationId> Question::closer(RelationId relation) const {
  if (selection.inference == Inference::off) return std::nullopt;
  const auto closer = graph.inferred_from(relation);
  if (closer && !selection.known_at.empty() && !std::ranges::binary_search(known, *closer))
    return std::nullopt;
  return closer;
}

Question ask(const Call& call) {
  Question question{open_dossiers(call), call.selection, call.output.languages, run_control(call)};
  if (!call.selection.known_at.empty())
    for (const SelectedRelation& row :
         question.graph.facts({.known_at = call.selection.known_at, .keep = Keep::certain_only})
             .relations)
      question.known.push_back(row.relation);
  for (std::string& source : question.selection.sources)
    source = question.id(question.entity(source));
  return question;
}

}  // namespace entente::tool
