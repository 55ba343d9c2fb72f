#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/model/validate.hpp>

#include "base/threads.hpp"
#include "model/problem_order.hpp"

namespace entente {
namespace {

/// The dossier's vocabulary; if that is wrong itself, its problems, and the built-in one instead.
Vocabulary vocabulary_or_problems(const Dossier& dossier, std::vector<Problem>& problems) {
  try {
    return vocabulary_of(dossier);
  } catch (const DossierError& error) {
    problems.insert(problems.end(), error.problems().begin(), error.problems().end());
  }
  return builtin_vocabulary();
}

/// Adds what validation found, except the missing kinds that the reader has explained already.
void merge(std::vector<Problem>& problems, std::vector<Problem> found, const Dossier& dossier) {
  std::unordered_set<std::string_view> told;
  for (const Problem& problem : problems) told.insert(problem.record);
  std::unordered_set<std::string_view> explained;
  for (const Entity& entity : dossier.entities)
    if (entity.kind.empty() && told.contains(entity.id)) explained.insert(entity.id);
  std::vector<Problem> news;
  std::copy_if(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()),
               std::back_inserter(news), [&](const Problem& problem) {
                 return problem.code != "unknown-kind" || !explained.contains(problem.record);
               });
  problems.insert(problems.end(), std::make_move_iterator(news.begin()),
                  std::make_move_iterator(news.end()));
}

}  // namespace

CheckedDossier check_records(ReadResult records) {
  std::vector<Problem> problems = std::move(records.problems);
  const std::size_t before = problems.size();
  Vocabulary vocabulary = vocabulary_or_problems(records.dossier, problems);
  const bool vocabulary_is_sound = problems.size() == before;
  if (records.extent == Extent::whole && vocabulary_is_sound)
    merge(problems, validate(records.dossier, vocabulary), records.dossier);
  sort_by_place(problems);
  return {std::move(records.dossier), std::move(vocabulary), std::move(problems)};
}

CheckedDossier check_dossier(const std::vector<std::string>& paths, const ReadLimits& limits) {
  const ThreadScope threads(limits.threads);
  return check_records(read_records(paths, limits));
}

}  // namespace entente
