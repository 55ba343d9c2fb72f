// Queries and their rows, as openCypher 9 has them: a line each. The rows were worked out apart
// from the engine, and are never refreshed by it.

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include <entente/answer/query.hpp>
#include <entente/io/property_graph.hpp>
#include <entente/query/pattern.hpp>

namespace {

using namespace entente;

//  1:A ─R→ 2:A:B twice, 2 ─S→ 3:B ⟲S, 3 ─R→ 1; 4 stands alone
query::Source asked_graph() {
  return query::Source(read_property_graph_from_text(R"({
    "nodes": [{"id": 1, "labels": ["A"], "properties": {"n": 1, "name": "a", "l": [1, 2]}},
              {"id": 2, "labels": ["A", "B"], "properties": {"n": 2, "name": "b"}},
              {"id": 3, "labels": ["B"], "properties": {"n": 3}},
              {"id": 4}],
    "edges": [{"id": 10, "type": "R", "from": 1, "to": 2, "properties": {"w": 1}},
              {"id": 11, "type": "R", "from": 1, "to": 2, "properties": {"w": 2}},
              {"id": 12, "type": "S", "from": 2, "to": 3},
              {"id": 13, "type": "S", "from": 3, "to": 3},
              {"id": 14, "type": "R", "from": 3, "to": 1}]})",
                                                     "graph.json"));
}

std::string rows_of(const query::Source& source, const std::string& text) {
  try {
    const std::string json = answers::typed_json(answers::query(
        {.graph = Graph({}, Vocabulary("plain", {}, {}))}, query::prepare(source, text)));
    const std::size_t begin = json.find("\"rows\": ") + 8;
    return json.substr(begin, json.size() - begin - 2);
  } catch (const std::exception& error) {
    return error.what();
  }
}

TEST(RightQuery, GivesTheRowsThatTheLanguageSays) {
  std::ifstream in(ENTENTE_SOURCE_DIR "/tests/unit/query/right_queries.txt");
  const query::Source source = asked_graph();
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    const std::size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    EXPECT_EQ(rows_of(source, line.substr(0, tab)), line.substr(tab + 1)) << line.substr(0, tab);
  }
  EXPECT_GE(count, 500u);
}

}  // namespace
