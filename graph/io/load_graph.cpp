#include <utility>

#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

namespace entente {

Graph load_graph(const std::string& path, const ReadLimits& limits) {
  return load_graph(std::vector<std::string>{path}, limits);
}

Graph load_graph(std::initializer_list<std::string> paths, const ReadLimits& limits) {
  return load_graph(std::vector<std::string>(paths), limits);
}

Graph load_graph(const std::vector<std::string>& paths, const ReadLimits& limits) {
  ReadResult records = read_records(paths, limits);
  if (has_errors(records.problems)) throw DossierError(check_records(std::move(records)).problems);
  return Graph(records.dossier, vocabulary_of(records.dossier));
}

}  // namespace entente
