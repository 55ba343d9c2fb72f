#pragma once

/// Questions about small graphs, and what their answers say.

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <entente/entente.hpp>

#include "support/graph_of.hpp"

namespace entente::answers {

inline Question asked(const std::string& lines, Selection selection = {}) {
  return {.graph = test::graph_of(lines), .selection = std::move(selection)};
}

inline std::string text_of(const Answer& answer) {
  return answer.sentences().value_or("");
}

inline std::vector<std::string> note_codes_of(const Answer& answer) {
  std::vector<std::string> list;
  for (const Note& note : answer.notes) list.push_back(note.code);
  return list;
}

inline nlohmann::json json_of(const Answer& answer) {
  return nlohmann::json::parse(to_json(answer));
}

/// The rows of a query.
inline nlohmann::json rows_of(const Question& question, const std::string& text) {
  return nlohmann::json::parse(
      to_json(query(question, query::prepare(question.graph, text))))["rows"];
}

}  // namespace entente::answers
