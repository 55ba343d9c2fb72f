#include <utility>

#include <entente/model/validate.hpp>

#include "model/checks.hpp"
#include "model/problem_order.hpp"

namespace entente {

CheckRun::CheckRun(const Dossier& dossier, const Vocabulary& vocabulary)
    : dossier_(dossier),
      vocabulary_(vocabulary),
      entities_(id_table(dossier.entities)),
      types_(id_table(vocabulary.types())) {}

const Entity* CheckRun::entity(std::string_view id) const {
  const auto row = entities_.first(id);
  return row ? &dossier_.entities[*row] : nullptr;
}

const RelationType* CheckRun::type(std::string_view id) const {
  const auto row = types_.first(id);
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

void CheckRun::add(Severity severity, const Place& place, const std::string& record, Words words) {
  const std::string file =
      place.file < dossier_.files.size() ? dossier_.files[place.file] : std::string();
  problems_.push_back({severity, std::move(words.code), file, place.line, place.column, record,
                       std::move(words.message), std::move(words.hint)});
}

std::vector<Problem> validate(const Dossier& dossier, const Vocabulary& vocabulary, Checks checks) {
  CheckRun run(dossier, vocabulary);
  for (const auto check : {check_ids, check_kinds, check_relations, check_evidence,
                           check_publication, check_succession})
    check(run);
  if (checks == Checks::all)
    for (const auto lint : {
             lint_ids,
             lint_evidence,
             lint_isolation,
             lint_names,
             lint_lifespans,
             lint_holders,
             lint_succession_dates,
         })
      lint(run);
  std::vector<Problem> problems = std::move(run).take_problems();
  sort_by_place(problems);
  return problems;
}

}  // namespace entente
