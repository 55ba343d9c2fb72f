#include <algorithm>
#include <set>

#include <entente/query/schema.hpp>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/property_words.hpp"
#include "query/pattern/store.hpp"

namespace entente::query {
namespace {

using Of = PropertyWords::Of;

constexpr std::uint32_t most_looked_at = PropertyWords::most_looked_at;

void collect_names(const Map& properties, std::set<std::string>& names) {
  for (const auto& [name, value] : properties) names.insert(name);
}

}  // namespace

Schema schema_of(const Source& source) {
  const Store& store = source.store();
  Schema schema;
  for (std::uint32_t label = 0; label < store.labels().size(); ++label)
    schema.labels.emplace_back(store.labels()[label], store.nodes_with(label).size());
  for (std::uint32_t type = 0; type < store.types().size(); ++type)
    schema.types.emplace_back(store.types()[type], store.edges_of_type(type));
  std::sort(schema.labels.begin(), schema.labels.end());
  std::sort(schema.types.begin(), schema.types.end());
  std::set<std::string> names;
  if (store.dossier())
    for (const Of of : {Of::nodes, Of::edges})
      names.insert(own_properties(of).begin(), own_properties(of).end());
  for (std::uint32_t node = 0; node < std::min(store.node_count(), most_looked_at); ++node)
    collect_names(store.properties(Node{node}), names);
  for (std::uint32_t edge = 0; edge < std::min(store.edge_count(), most_looked_at); ++edge)
    collect_names(store.properties(Edge{edge}), names);
  schema.properties.assign(names.begin(), names.end());
  return schema;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const Function& function : all_functions()) names.emplace_back(function.name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace entente::query
