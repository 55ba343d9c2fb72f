#include <optional>
#include <utility>

#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

#include "base/run_scope.hpp"
#include "base/threads.hpp"
#include "facts/build/graph_builder.hpp"
#include "io/loaded_inputs.hpp"

namespace entente {
namespace {

/// The graph of inputs in which nothing is wrong.
std::optional<LoadedGraph> load_right(LoadedInputs& inputs, const LoadOptions& options) {
  auto columns = read_columns(inputs, options.limits);
  if (!columns) return std::nullopt;
  report_progress(0.6);
  if (!options.titles.empty()) columns->dossier.titles = options.titles;
  auto store = store_of(columns->dossier, columns->chunks, vocabulary_of(columns->dossier));
  if (!store) return std::nullopt;
  report_progress(1);
  return LoadedGraph{Graph(std::move(store)), {}, std::move(columns->remarks)};
}

}  // namespace

// What is wrong is found by reading once more, record by record.
LoadedGraph load_dossiers(const std::vector<std::string>& paths, const LoadOptions& options) {
  const ThreadScope threads(options.limits.threads);
  report_progress(0);
  LoadedInputs inputs = load_inputs(paths, options.limits);
  report_progress(0.1);
  if (auto loaded = load_right(inputs, options)) return std::move(*loaded);
  ReadResult records = read_loaded(inputs, options.limits);
  if (!options.titles.empty()) records.dossier.titles = options.titles;
  std::vector<Problem> remarks = std::move(records.remarks);
  if (options.faulty == Faulty::left_out) {
    LenientDossier lenient = check_leniently(std::move(records));
    CheckedDossier& checked = lenient.checked;
    if (has_errors(checked.problems)) throw DossierError(std::move(checked.problems));
    return {Graph(checked.dossier, std::move(checked.vocabulary)), std::move(lenient.left_out),
            std::move(remarks)};
  }
  if (has_errors(records.problems)) throw DossierError(check_records(std::move(records)).problems);
  return {Graph(records.dossier, vocabulary_of(records.dossier)), {}, std::move(remarks)};
}

Graph load_graph(const std::string& path, const ReadLimits& limits) {
  return load_graph(std::vector<std::string>{path}, limits);
}

Graph load_graph(std::initializer_list<std::string> paths, const ReadLimits& limits) {
  return load_graph(std::vector<std::string>(paths), limits);
}

Graph load_graph(const std::vector<std::string>& paths, const ReadLimits& limits) {
  LoadOptions options;
  options.limits = limits;
  return load_dossiers(paths, options).graph;
}

}  // namespace entente
