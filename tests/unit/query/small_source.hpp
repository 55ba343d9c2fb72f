#pragma once

// A small plain graph, and what queries answer about it.

#include <string>

#include <entente/answer/query.hpp>
#include <entente/io/property_graph.hpp>
#include <entente/query/pattern.hpp>

namespace entente::test {

//  1:A ─R→ 2:A:B ─S→ 3 ⟲S     1 ─R→ 2 twice
inline const query::Source& small_source() {
  static const query::Source source(read_property_graph_from_text(R"({
    "nodes": [{"id": 1, "labels": ["A"], "properties": {"name": "x", "num": 1}},
              {"id": 2, "labels": ["A", "B"], "properties": {"name": "y", "num": 2}},
              {"id": 3}],
    "edges": [{"id": 10, "type": "R", "from": 1, "to": 2, "properties": {"w": 1.5}},
              {"id": 11, "type": "R", "from": 1, "to": 2},
              {"id": 12, "type": "S", "from": 2, "to": 3},
              {"id": 13, "type": "S", "from": 3, "to": 3}]})",
                                                                  "graph.json"));
  return source;
}

inline answers::QueryAnswer answer_to(const std::string& text,
                                      const query::Source& source = small_source()) {
  return answers::query({.graph = Graph({}, Vocabulary("plain", {}, {}))},
                        query::prepare(source, text));
}

// The rows as typed JSON.
inline std::string rows(const std::string& text) {
  const std::string json = answers::typed_json(answer_to(text));
  const std::size_t begin = json.find("\"rows\": ") + 8;
  return json.substr(begin, json.size() - begin - 2);
}

}  // namespace entente::test
