#include "io/formats/graph_json/json_elements.hpp"

#include <utility>

namespace entente {

void JsonElements::finish(ForeignReading& reading) && {
  if (odd_at)
    reading.report({0, *odd_at}, {"bad-element", "this is no node, no edge and no id of one",
                                  "nodes and edges are objects {…}, their ids texts or numbers"});
  PropertyGraph graph(reading);
  if (!header.empty()) graph.header(std::move(header), {0, header_at});
  graph.title(std::move(title));
  for (const FoundNode& node : nodes) graph.add(node);
  nodes.clear();
  for (const FoundEdge& edge : edges) graph.add(edge);
  edges.clear();
  std::move(graph).finish();
}

std::string element_text(JsonValue value, JsonElements& elements) {
  if (value.kind() == JsonKind::text) return std::string(value.text());
  if (value.kind() == JsonKind::list || value.kind() == JsonKind::object ||
      value.kind() == JsonKind::null)
    elements.note_odd(value);
  return to_json(value);
}

}  // namespace entente
