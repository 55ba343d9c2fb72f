#include <algorithm>
#include <utility>

#include <entente/model/problem.hpp>
#include <entente/text/safe.hpp>

#include "text/shortened.hpp"

namespace entente {
namespace {

constexpr std::size_t most_listed = 100;

std::string summary(const std::vector<Problem>& problems) {
  std::string text;
  std::size_t errors = 0;
  for (const Problem& problem : problems) {
    if (problem.severity != Severity::error || ++errors > most_listed) continue;
    text += (text.empty() ? "" : "\n") + describe(problem);
  }
  if (errors > most_listed)
    text += "\n… and " + std::to_string(errors - most_listed) + " more errors";
  return text;
}

}  // namespace

std::string_view to_string(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

std::string describe(const Problem& problem) {
  std::string text = terminal_safe(problem.file.empty() ? "dossier" : problem.file);
  if (problem.line > 0)
    text += ':' + std::to_string(problem.line) + ':' + std::to_string(problem.column);
  text += ": ";
  text += to_string(problem.severity);
  text += ": ";
  if (!problem.record.empty()) text += terminal_safe(shortened(problem.record)) + ": ";
  text += terminal_safe(problem.message) + " [" + problem.code + ']';
  if (!problem.hint.empty()) text += "\n  hint: " + terminal_safe(problem.hint);
  return text;
}

bool has_errors(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

DossierError::DossierError(std::vector<Problem> problems)
    : Error(Exit::bad_data, "bad-dossier", summary(problems)), problems_(std::move(problems)) {}

}  // namespace entente
