#include <utility>

#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

#include "base/threads.hpp"
#include "facts/graph_builder.hpp"
#include "io/loaded_inputs.hpp"

namespace entente {
namespace {

/// The store of inputs in which nothing is wrong.
std::shared_ptr<const Graph::Store> store_of_right(LoadedInputs& inputs, const ReadLimits& limits) {
  const auto columns = read_columns(inputs, limits);
  if (!columns) return nullptr;
  return store_of(columns->dossier, columns->chunks, vocabulary_of(columns->dossier));
}

}  // namespace

Graph load_graph(const std::string& path, const ReadLimits& limits) {
  return load_graph(std::vector<std::string>{path}, limits);
}

Graph load_graph(std::initializer_list<std::string> paths, const ReadLimits& limits) {
  return load_graph(std::vector<std::string>(paths), limits);
}

// What is wrong is found by reading once more, record by record.
Graph load_graph(const std::vector<std::string>& paths, const ReadLimits& limits) {
  const ThreadScope threads(limits.threads);
  LoadedInputs inputs = load_inputs(paths, limits);
  if (auto store = store_of_right(inputs, limits)) return Graph(std::move(store));
  ReadResult records = read_loaded(inputs, limits);
  if (has_errors(records.problems)) throw DossierError(check_records(std::move(records)).problems);
  return Graph(records.dossier, vocabulary_of(records.dossier));
}

}  // namespace entente
