#include <algorithm>
#include <compare>
#include <iterator>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/model/validate.hpp>

#include "base/text_map.hpp"
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
  ViewSet reported;
  for (const Problem& problem : problems) reported.insert(problem.record);
  ViewSet explained;
  for (const Entity& entity : dossier.entities)
    if (entity.kind.empty() && reported.contains(entity.id)) explained.insert(entity.id);
  std::vector<Problem> added;
  std::copy_if(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()),
               std::back_inserter(added), [&](const Problem& problem) {
                 return problem.code != "unknown-kind" || !explained.contains(problem.record);
               });
  problems.insert(problems.end(), std::make_move_iterator(added.begin()),
                  std::make_move_iterator(added.end()));
}

/// Finds the record in which a problem stands: the last one that begins no later, if it is the one
/// that the problem names. Rows of relations follow those of entities.
class RecordFinder {
 public:
  explicit RecordFinder(const Dossier& dossier) : files_(dossier.files) {
    add(dossier.entities);
    add(dossier.relations);
    std::sort(records_.begin(), records_.end());
  }

  [[nodiscard]] std::optional<std::size_t> row(const Problem& problem) const {
    const auto file = std::find(files_.begin(), files_.end(), problem.file);
    const auto number = static_cast<std::uint32_t>(file - files_.begin());
    auto behind = std::upper_bound(
        records_.begin(), records_.end(),
        Begun{number, problem.line, problem.column, std::numeric_limits<std::size_t>::max(), {}});
    if (behind == records_.begin()) return std::nullopt;
    --behind;
    const bool is_it = behind->file == number && behind->id == problem.record;
    return is_it ? std::optional(behind->row) : std::nullopt;
  }

 private:
  struct Begun {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::size_t row = 0;
    std::string_view id = {};
    auto operator<=>(const Begun&) const = default;
  };

  template <typename Record>
  void add(const std::vector<Record>& records) {
    for (const Record& record : records)
      records_.push_back(
          {record.place.file, record.place.line, record.place.column, records_.size(), record.id});
  }

  const std::vector<std::string>& files_;
  std::vector<Begun> records_;
};

template <typename Record>
void erase_marked(std::vector<Record>& records, const std::vector<bool>& marked,
                  std::size_t first) {
  std::size_t row = first;
  std::erase_if(records, [&](const Record&) { return marked[row++]; });
}

/// Takes away the records that errors stand in, and moves those errors to what is left out. Returns
/// how many were taken away; errors of no record stay.
std::size_t leave_out(Dossier& dossier, std::vector<Problem>& problems, LeftOut& left_out) {
  const std::size_t entities = dossier.entities.size();
  const std::size_t before = entities + dossier.relations.size();
  std::vector<bool> marked(before, false);
  std::vector<Problem> stay;
  const RecordFinder finder(dossier);
  for (Problem& problem : problems) {
    const bool goes = problem.severity == Severity::error && problem.concerns == Concerns::record;
    if (goes)
      if (const auto row = finder.row(problem)) marked[*row] = true;
    (goes ? left_out.problems : stay).push_back(std::move(problem));
  }
  problems = std::move(stay);
  erase_marked(dossier.entities, marked, 0);
  erase_marked(dossier.relations, marked, entities);
  return before - dossier.entities.size() - dossier.relations.size();
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

// What is left out leaves ends and sources without an entity, whose relations go next.
LenientDossier check_leniently(ReadResult records) {
  Dossier& dossier = records.dossier;
  LeftOut left_out;
  left_out.records = records.dropped;
  std::vector<Problem> problems = std::move(records.problems);
  left_out.records += leave_out(dossier, problems, left_out);
  Vocabulary vocabulary = vocabulary_or_problems(dossier, problems);
  bool sound = records.beyond_lines == Extent::whole && !has_errors(problems);
  while (sound) {
    std::vector<Problem> found = validate(dossier, vocabulary, Checks::errors);
    if (found.empty()) break;
    const std::size_t gone = leave_out(dossier, found, left_out);
    left_out.records += gone;
    sound = gone > 0;
    if (!sound) problems.insert(problems.end(), found.begin(), found.end());
  }
  if (sound) merge(problems, validate(dossier, vocabulary), dossier);
  sort_by_place(problems);
  sort_by_place(left_out.problems);
  return {{std::move(dossier), std::move(vocabulary), std::move(problems)}, std::move(left_out)};
}

LenientDossier check_leniently(const std::vector<std::string>& paths, const ReadLimits& limits) {
  return check_leniently(read_records(paths, limits));
}

CheckedDossier check_dossier(const std::vector<std::string>& paths, const ReadLimits& limits) {
  const ThreadScope threads(limits.threads);
  return check_records(read_records(paths, limits));
}

}  // namespace entente
