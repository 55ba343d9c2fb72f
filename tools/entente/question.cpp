#include "question.hpp"

#include <algorithm>
#include <utility>

#include <entente/io/load.hpp>
#include <entente/snapshot/snapshot.hpp>

#include "dossier_arguments.hpp"
#include "foreign_files.hpp"
#include "read_limits.hpp"
#include "restoring.hpp"
#include "say.hpp"
#include "terminal/progress.hpp"

namespace entente::tool {
namespace {

/// Whether an argument stands where the verb's help has an entity: E, A, B.
bool names_entity(const Call& call, std::size_t argument) {
  const std::vector<std::string>& words = call.arguments;
  if (call.verb->name == "render")
    return argument > 0 && (words.front() == "ego" || words.front() == "path");
  const auto& names = call.verb->arguments.names;
  if (names.empty()) return false;
  const std::string_view name = names[std::min(argument, names.size() - 1)];
  return name == "E" || name == "[E]" || name == "A" || name == "B";
}

bool is_name(const Graph& graph, const std::string& text) {
  const Lookup found = graph.find(text);
  return !found.matches().empty() && found.matches().front().how <= MatchKind::folded;
}

/// Of a list taken apart at its commas, those put together that are one name so.
std::vector<std::string> whole_names(const std::vector<std::string>& parts, const Graph& graph) {
  constexpr std::size_t most_commas = 8;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < parts.size();) {
    names.push_back(parts[i]);
    std::size_t next = i + 1;
    std::string text = parts[i];
    for (std::size_t j = i + 1; j < std::min(parts.size(), i + 1 + most_commas); ++j) {
      text += "," + parts[j];
      if (!is_name(graph, text)) continue;
      names.back() = text;
      next = j + 1;
    }
    i = next;
  }
  return names;
}

}  // namespace

Call with_whole_names(Call call, const Graph& graph) {
  for (const Option& option : options_of(*call.verb)) {
    const bool names = option.takes == Takes::entity || option.takes == Takes::source;
    const auto given = call.values.find(option.name);
    if (names && option.times == Option::Times::many && given != call.values.end())
      given->second = whole_names(given->second, graph);
  }
  call.selection.sources = whole_names(call.selection.sources, graph);
  return call;
}

bool names_snapshot(const Call& call) {
  return std::ranges::any_of(
      call.dossiers, [](const std::string& path) { return path != "-" && is_snapshot(path); });
}

LoadedGraph open_dossiers(const Call& call) {
  if (call.has("--with-report")) return {restored_graph(call), {}};
  refuse_foreign_files(call);
  const WaitingLine line("reading the dossier");
  if (!names_snapshot(call)) {
    LoadedGraph loaded = load_dossiers(call.dossiers, load_options(call));
    say_faulty(loaded.left_out);
    say_remarks(loaded.remarks);
    return loaded;
  }
  if (call.dossiers.size() > 1)
    throw InvalidArgument("usage", "a snapshot is read alone; give the files it was made from");
  return {open_snapshot(call.dossiers.front(),
                        call.has("--stale") ? Staleness::accepted : Staleness::refused,
                        thread_limit(call)),
          {}};
}

Question ask(const Call& call, std::vector<std::string> dossiers) {
  return ask_with_remarks(call, std::move(dossiers)).question;
}

Asked ask_with_remarks(const Call& call, std::vector<std::string> dossiers) {
  Call of_these = call;
  of_these.dossiers = std::move(dossiers);
  LoadedGraph loaded = open_dossiers(of_these);
  Selection selection = with_whole_names(call, loaded.graph).selection;
  return {{.graph = std::move(loaded.graph),
           .selection = std::move(selection),
           .languages = call.output.languages,
           .run = run_control(call),
           .faulty_records = loaded.left_out.records},
          std::move(loaded.remarks)};
}

void remark_on_names(const Call& call, const Graph& graph) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < call.arguments.size(); ++i)
    if (names_entity(call, i)) names.push_back(call.arguments[i]);
  for (const Option& option : options_of(*call.verb)) {
    if (option.takes != Takes::entity && option.takes != Takes::source) continue;
    for (const std::string& name : call.list(option.name))
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  for (const std::string& name : names) {
    const std::string remark = graph.find(name).remark();
    if (!remark.empty()) say_remark(remark);
  }
}

void refuse_missing_files(const Call& call, const Graph& graph) {
  for (const std::string& word : call.arguments)
    if (looks_like_path(word) && !is_input(word) && graph.find(word).candidates().empty())
      throw IoError(Exit::input_missing, "input-missing",
                    "there is no file or folder " + word +
                        ", nor an entity of that name in the dossier that was read");
}

}  // namespace entente::tool
