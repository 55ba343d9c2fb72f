#pragma once

/// Small dossiers as text, and what reading them reports.

#include <string>
#include <string_view>
#include <vector>

#include <entente/io/dossier_reader.hpp>

namespace entente::test {

/// A part whose line 3 holds the entities and line 4 the relations.
inline std::string part(std::string_view entities, std::string_view relations = "") {
  return "{\"format\": \"entente/1\", \"title\": {\"en\": \"Test\"},\n \"vocabulary\": "
         "\"diplomacy\",\n"
         " \"entities\": [" +
         std::string(entities) + "],\n \"relations\": [" + std::string(relations) + "]}\n";
}

/// "line:column code" of every problem.
inline std::vector<std::string> places(const std::vector<Problem>& problems) {
  std::vector<std::string> list;
  for (const Problem& problem : problems)
    list.push_back(std::to_string(problem.line) + ':' + std::to_string(problem.column) + ' ' +
                   problem.code);
  return list;
}

inline ReadResult read_part(std::string_view text, const ReadLimits& limits = {}) {
  return read_records_from_text(text, "test.json", limits);
}

inline ReadResult read_lines(std::string_view text, const ReadLimits& limits = {}) {
  return read_records_from_text(text, "test.jsonl", limits);
}

}  // namespace entente::test
