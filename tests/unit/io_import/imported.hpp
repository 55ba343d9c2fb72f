#pragma once

/// Tables that are imported.

#include <string>
#include <vector>

#include <entente/io/import.hpp>

#include "support/folder.hpp"

namespace entente {

/// What a mapping of these members makes of a table.
inline ImportResult imported(const std::string& table, const std::string& members,
                             Faulty faulty = Faulty::refused) {
  const test::Folder folder;
  ImportOptions options;
  options.faulty = faulty;
  return import_tables({folder.write("t.csv", table)},
                       {"{\"format\": \"entente-mapping/1\", " + members + "}", "map.json"},
                       options);
}

/// Of the rejected rows: "A2: no-match".
inline std::vector<std::string> reasons(const ImportResult& result) {
  std::vector<std::string> all;
  for (const RejectedRow& row : result.rejected) all.push_back(row.cell + ": " + row.code);
  return all;
}

/// The date that a value of `when` makes of the first row, or why it is rejected.
inline std::string when_text(const std::string& table, const std::string& when) {
  const ImportResult result =
      imported(table, R"("relation": {"type": "party_to", "from": {"country": "Japan"}, )"
                      R"("to": {"id": "pact", "kind": "agreement"}, "when": )" +
                          when + "}");
  if (!result.rejected.empty()) return result.rejected.front().code;
  const auto& date = result.dossier.relations.at(0).when;
  return date ? date->text() : "undated";
}

/// Countries in `who` are parties to agreements in `what`.
inline const std::string ties =
    R"("relation": {"type": "party_to", "from": {"country": "{who}"}, )"
    R"("to": {"id": {"slug": "{what}"}, "kind": "agreement", "names": {"en": "{what}"}}})";

}  // namespace entente
