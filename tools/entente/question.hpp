#pragma once

/// The question of a call: the graph of its dossiers, and what it selects.

#include <string>
#include <vector>

#include <entente/answer/question.hpp>
#include <entente/facts/graph.hpp>
#include <entente/io/load.hpp>

#include "call.hpp"

namespace entente::tool {

using answers::Question;

/// Whether one of the dossiers of a call is a snapshot.
[[nodiscard]] bool names_snapshot(const Call& call);

/// The graph of the dossiers of a call, or of the one snapshot it names, and what is left out of
/// it.
/// @throws InvalidArgument for a snapshot among others; and as load_graph and open_snapshot do.
[[nodiscard]] LoadedGraph open_dossiers(const Call& call);

/// The question of a call, about the graph of these of its dossiers.
[[nodiscard]] Question ask(const Call& call, std::vector<std::string> dossiers);

/// The call with lists of names in which a name that holds commas is whole: `--avoid 'A, B,c'` are
/// two where an entity is called "A, B".
[[nodiscard]] Call with_whole_names(Call call, const Graph& graph);

/// The same, and what reading them has said on stderr: parts of other programs' files that records
/// do not hold, or hold otherwise.
struct Asked {
  Question question;
  std::vector<Problem> remarks = {};
};

[[nodiscard]] Asked ask_with_remarks(const Call& call, std::vector<std::string> dossiers);

/// For what is no answer with notes: says on stderr of each argument that names an entity by less
/// than its id, a code or a name as written, by what it was found.
void remark_on_names(const Call& call, const Graph& graph);

/// @throws IoError where an argument that is no entity looks like a file that is not there.
void refuse_missing_files(const Call& call, const Graph& graph);

}  // namespace entente::tool
