#include <utility>

#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

namespace entente {

Graph load_graph(const std::string& path) {
  return load_graph(std::vector<std::string>{path});
}

Graph load_graph(const std::vector<std::string>& paths, const ReadLimits& limits) {
  ReadResult records = read_records(paths, limits);
  if (has_errors(records.problems)) throw DossierError(check_records(std::move(records)).problems);
  return Graph(records.dossier, vocabulary_of(records.dossier));
}

}  // namespace entente
