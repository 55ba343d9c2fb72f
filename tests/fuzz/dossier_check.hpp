#pragma once

// What must hold of any bytes that a dossier reader is given.

#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/model/validate.hpp>

#include "text/utf8.hpp"

namespace entente {

inline void require(bool holds, std::string_view claim) {
  if (holds) return;
  std::cerr << "does not hold: " << claim << '\n';
  std::abort();
}

#define REQUIRE(claim) require((claim), #claim)

inline void check_problem(const Problem& problem) {
  REQUIRE(problem.line >= 1);
  REQUIRE(problem.column >= 1);
  REQUIRE(!problem.code.empty());
  REQUIRE(!problem.hint.empty());
  REQUIRE(!first_invalid_utf8(describe(problem)));
}

inline std::string json_of(const Dossier& dossier) {
  std::ostringstream out;
  write_json(out, dossier);
  return out.str();
}

// Whatever the bytes: problems have places and hints; what was read is written, reads back without
// a problem of its own, and is written the same again.
inline void check_dossier_bytes(std::string_view bytes, const std::string& name,
                                const std::string& format = {}) {
  const ReadLimits limits = {
      .depth = 64, .identifier = 256, .string = 4096, .values = 4096, .format = format};
  const ReadResult read = read_records_from_text(bytes, name, limits);
  for (const Problem& problem : read.problems) check_problem(problem);
  for (const Problem& problem : validate(read.dossier, builtin_vocabulary()))
    check_problem(problem);
  if (read.extent == Extent::cut || has_errors(read.problems)) return;
  const std::string text = json_of(read.dossier);
  const ReadResult again = read_records_from_text(text, "again.json");
  REQUIRE(!has_errors(again.problems));
  REQUIRE(again.dossier.entities.size() == read.dossier.entities.size());
  REQUIRE(again.dossier.relations.size() == read.dossier.relations.size());
  REQUIRE(json_of(again.dossier) == text);
}

}  // namespace entente
