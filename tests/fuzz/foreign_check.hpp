#pragma once

// What must hold of any bytes that a reader of another program's format is given.

#include <sstream>
#include <string>
#include <string_view>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/load.hpp>

#include "dossier_check.hpp"

namespace entente {

// Problems have places and hints; a sound graph is a sound dossier, which is written in every
// format and read back from each without a word.
inline void check_foreign_bytes(std::string_view bytes, const std::string& format) {
  ReadLimits limits = {.depth = 64, .identifier = 256, .string = 4096, .values = 4096};
  limits.format = format;
  const CheckedDossier checked = check_records(read_records_from_text(bytes, "input", limits));
  for (const Problem& problem : checked.problems) check_problem(problem);
  if (has_errors(checked.problems)) return;
  for (const DossierFormat& target : dossier_formats()) {
    if (target.write == nullptr || target.name == "dot") continue;
    std::ostringstream out;
    static_cast<void>(target.write(out, checked.dossier, checked.vocabulary, {}));
    if (!target.is_read()) continue;
    ReadLimits any;
    any.format = target.name;
    const ReadResult again = read_records_from_text(out.str(), "again", any);
    REQUIRE(again.extent == Extent::whole);
    REQUIRE(again.dossier.relations.size() == checked.dossier.relations.size());
  }
}

}  // namespace entente
