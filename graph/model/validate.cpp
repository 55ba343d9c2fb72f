#include <utility>

#include <entente/model/validate.hpp>

#include "base/run_scope.hpp"
#include "model/checks.hpp"
#include "model/problem_order.hpp"
#include "model/record_form.hpp"

namespace entente {

const Entity* CheckRun::entity(std::string_view id) const {
  const auto row = references_.entity(id);
  return row ? &dossier_.entities[*row] : nullptr;
}

const RelationType* CheckRun::type(std::string_view id) const {
  const auto row = references_.type(id);
  return row ? &vocabulary_.types()[*row] : nullptr;
}

std::string CheckRun::at(const Place& place) const {
  if (place.line == 0 || place.file >= dossier_.files.size()) return "an earlier record";
  return dossier_.files[place.file] + ':' + std::to_string(place.line) + ':' +
         std::to_string(place.column);
}

void CheckRun::error(const Place& place, const std::string& record, Words words) {
  add(Severity::error, place, record, std::move(words));
}

void CheckRun::warning(const Place& place, const std::string& record, Words words) {
  add(Severity::warning, place, record, std::move(words));
}

std::vector<Problem> CheckRun::take_problems() && {
  sort_by_place(problems_);
  return std::move(problems_);
}

void CheckRun::add(Severity severity, const Place& place, const std::string& record, Words words) {
  const std::string file =
      place.file < dossier_.files.size() ? dossier_.files[place.file] : std::string();
  problems_.push_back({severity, std::move(words.code), file, place.line, place.column, record,
                       std::move(words.message), std::move(words.hint), Concerns::record});
}

namespace {

void check_entities(CheckRun& run) {
  for (const auto check : {check_entity_ids, check_kinds, check_publication}) {
    check_run();
    check(run);
  }
}

void check_all(CheckRun& run) {
  check_entities(run);
  for (const auto check : {check_relation_ids, check_relations, check_evidence, check_succession}) {
    check_run();
    check(run);
  }
}

void lint_all(CheckRun& run) {
  for (const auto lint : {lint_ids, lint_evidence, lint_isolation, lint_names, lint_lifespans,
                          lint_holders, lint_seats, lint_succession_dates, lint_closing}) {
    check_run();
    lint(run);
  }
}

}  // namespace

std::vector<Problem> find_entity_errors(const Dossier& dossier, const Vocabulary& vocabulary,
                                        const References& references) {
  CheckRun run(dossier, vocabulary, references);
  check_entities(run);
  return std::move(run).take_problems();
}

std::vector<Problem> validate(const Dossier& dossier, const Vocabulary& vocabulary, Checks checks) {
  const References references(dossier, vocabulary);
  CheckRun run(dossier, vocabulary, references);
  check_all(run);
  if (checks == Checks::all) lint_all(run);
  std::vector<Problem> problems = std::move(run).take_problems();
  if (auto forms = find_form_errors(dossier); !forms.empty()) {
    problems.insert(problems.end(), forms.begin(), forms.end());
    sort_by_place(problems);
  }
  return problems;
}

}  // namespace entente
