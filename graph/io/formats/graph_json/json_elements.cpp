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
  if (header.find("entente/1") == header.npos)
    for (LostPart& part : lost)
      reading.lose({0, part.at},
                   {std::move(part.code), std::move(part.message), std::move(part.hint)});
  PropertyRecords graph(reading);
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
  if (value.kind() == JsonKind::list) return take_pairs(value);
  if (value.kind() != JsonKind::object) return;
  for (const JsonValue member : value) {
    const std::string_view name = member.key();
    if (title.empty() && member.kind() == JsonKind::text && (name == "name" || name == "title"))
      title = member.text();
    else
      lose_attribute(member);
  }
}

void JsonElements::take_pairs(JsonValue list) {
  for (const JsonValue pair : list) {
    std::vector<std::string_view> texts;
    if (pair.kind() == JsonKind::list)
      for (const JsonValue part : pair)
        if (part.kind() == JsonKind::text) texts.push_back(part.text());
    const bool is_title = texts.size() == 2 && (texts[0] == "name" || texts[0] == "title");
    if (title.empty() && is_title)
      title = texts[1];
    else
      lose_attribute(pair);
  }
}

void JsonElements::lose_attribute(JsonValue member) {
  const bool is_empty = member.kind() == JsonKind::null ||
                        (member.kind() == JsonKind::text && member.text().empty()) ||
                        ((member.kind() == JsonKind::list || member.kind() == JsonKind::object) &&
                         member.begin() == member.end());
  if (!is_empty)
    lost.push_back(
        {"graph-attribute", "attributes of the graph as a whole are left out", member.at()});
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
