#include <filesystem>
#include <sstream>

#include <entente/snapshot/snapshot.hpp>
#include <entente/system/output.hpp>

#include "output_options.hpp"
#include "question.hpp"
#include "sink.hpp"
#include "terminal/terminal.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// Sources are found again from the folder that the snapshot stands in.
std::string folder_of(const std::string& file) {
  const std::string folder = std::filesystem::path(file).parent_path().string();
  return folder.empty() ? "." : folder;
}

void check_snapshot(const Call& call) {
  if (call.has("--format"))
    throw InvalidArgument("usage", "a snapshot has one format of its own; leave --format out");
  refuse_endings_of_other_formats(call, ".entente");
  if (goes_to_terminal(call.output))
    throw InvalidArgument("usage", "a terminal cannot show a snapshot; use --output FILE");
}

Exit run_snapshot(const Call& call) {
  const Graph graph = open_dossiers(call).graph;
  const auto sources = snapshot_sources(call.dossiers, folder_of(call.output.file));
  if (call.output.file.empty()) {
    std::ostringstream bytes;
    write_snapshot(bytes, graph, sources);
    write(call.output, bytes.view());
    return Exit::answered;
  }
  OutputFile file(call.output.file);
  write_snapshot(file.stream(), graph, sources);
  file.commit();
  return Exit::answered;
}

}  // namespace

Verb snapshot_verb() {
  Verb verb;
  verb.name = "snapshot";
  verb.summary = "a binary file of the whole graph that every verb opens at once";
  verb.reads = Reads::dossier;
  verb.examples = {"entente snapshot data/japan-nato --output japan-nato.entente",
                   "entente snapshot a.json b.json > both.entente"};
  verb.check = check_snapshot;
  verb.run_alone = run_snapshot;
  return verb;
}

}  // namespace entente::tool
