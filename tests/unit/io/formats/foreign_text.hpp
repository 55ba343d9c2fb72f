#pragma once

#include <sstream>
#include <string>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/load.hpp>

#include "support/folder.hpp"

namespace entente::test {

/// What is read from a file of that name and text, checked with its vocabulary.
inline CheckedDossier read_foreign_text(const std::string& text, const std::string& name,
                                        const std::string& format = {}) {
  const Folder folder;
  return check_dossier({folder.write(name, text)}, {.format = format});
}

/// The records as JSON Lines, without the header.
inline std::string records_of(const Dossier& dossier) {
  std::ostringstream out;
  write_json_lines(out, dossier);
  const std::string text = out.str();
  return text.substr(text.find('\n') + 1);
}

/// The problems, one a line, without the folder.
inline std::string problems_of(const CheckedDossier& checked) {
  std::string text;
  for (const Problem& problem : checked.problems) {
    if (problem.severity != Severity::error) continue;
    const std::size_t slash = problem.file.rfind('/');
    text += problem.file.substr(slash == std::string::npos ? 0 : slash + 1) + ":" +
            std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " +
            problem.code + " " + problem.message + "\n";
  }
  return text;
}

/// What was left out or read otherwise: `code: message`, one a line.
inline std::string warnings_of(const CheckedDossier& checked) {
  std::string text;
  for (const Problem& problem : checked.problems)
    if (problem.severity == Severity::warning) text += problem.code + ": " + problem.message + "\n";
  return text;
}

}  // namespace entente::test
