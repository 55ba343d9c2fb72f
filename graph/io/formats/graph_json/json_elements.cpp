#include "io/formats/graph_json/json_elements.hpp"

#include <utility>

namespace entente {

namespace {

Finding bad_element(Concerns concerns) {
  return {"bad-element",
          "this is no node, no edge and no id of one",
          "nodes and edges are objects {…}, their ids texts or numbers",
          {},
          Severity::error,
          concerns};
}

}  // namespace

void JsonElements::finish(ForeignReading& reading) && {
  if (odd_at) reading.report({0, *odd_at}, bad_element(Concerns::dossier));
  for (const std::size_t at : left_out) reading.leave_out({0, at}, bad_element(Concerns::record));
  PropertyGraph graph(reading);
  if (!header.empty()) graph.header(std::move(header), {0, header_at});
  graph.title(std::move(title));
  for (const FoundNode& node : nodes) graph.add(node);
  nodes.clear();
  for (const FoundEdge& edge : edges) graph.add(edge);
  edges.clear();
  std::move(graph).finish();
}

void JsonElements::take_header(JsonValue value) {
  header = to_json(value);
  header_at = value.at();
  if (value.kind() != JsonKind::object) return;
  for (const JsonValue member : value) {
    const std::string_view name = member.key();
    if (title.empty() && member.kind() == JsonKind::text && (name == "name" || name == "title"))
      title = member.text();
  }
}

std::string element_text(JsonValue value, JsonElements& elements) {
  if (value.kind() == JsonKind::text) return std::string(value.text());
  bool odd = value.kind() == JsonKind::object || value.kind() == JsonKind::null;
  if (value.kind() == JsonKind::list)
    for (const JsonValue part : value)
      odd |= part.kind() == JsonKind::list || part.kind() == JsonKind::object ||
             part.kind() == JsonKind::null;
  if (odd) elements.note_odd(value);
  return to_json(value);
}

std::string end_text(JsonValue value, JsonElements& elements) {
  if (value.kind() == JsonKind::object)
    for (const JsonValue member : value)
      if (member.key() == "id") return element_text(member, elements);
  return element_text(value, elements);
}

}  // namespace entente
