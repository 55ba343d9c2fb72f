#include <algorithm>
#include <cmath>

#include <entente/answer/path.hpp>
#include <entente/base/json_text.hpp>

#include "answer/notes/notes.hpp"
#include "answer/paths/path_search.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/path_rows.hpp"
#include "answer/rows/rows.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

/// Those along the paths, and the two ends, though no path joins them.
std::vector<EntityId> entities_of(const PathAnswer& answer) {
  std::vector<EntityId> entities = {answer.from, answer.to};
  for (const Path& path : answer.paths)
    entities.insert(entities.end(), path.entities.begin(), path.entities.end());
  return entities;
}

std::string no_path(const Question& question, EntityId from, EntityId to) {
  return nothing_text(NothingWord::no_path, question.languages,
                      {question.name(from), question.name(to)});
}

std::string bounds_json(const PathBounds& bounds) {
  JsonText json;
  json.open_object();
  for (const auto& [name, distance] :
       {std::pair("certain", bounds.certain), std::pair("possible", bounds.possible)}) {
    json.key(name);
    if (distance)
      json.value(*distance);
    else
      json.null();
  }
  return json.close_object().str();
}

std::string bounds_text(const Question& question, const PathBounds& bounds) {
  const auto said = [&](const std::optional<double>& distance) {
    return distance ? score_text(*distance, Reader::person)
                    : note_text(NoteWord::unreached, question.languages);
  };
  return note_text(NoteWord::bounds, question.languages,
                   {said(bounds.certain), said(bounds.possible)}) +
         "\n";
}

/// Costs that are above the largest number, of paths and of the bounds.
std::size_t infinite_costs(const PathAnswer& answer) {
  const auto is_infinite = [](double cost) { return std::isinf(cost); };
  auto count = static_cast<std::size_t>(
      std::ranges::count_if(answer.paths, is_infinite, [](const Path& path) { return path.cost; }));
  if (!answer.bounds) return count;
  for (const auto& distance : {answer.bounds->certain, answer.bounds->possible})
    if (distance && is_infinite(*distance)) ++count;
  return count;
}

}  // namespace

PathAnswer path(const Question& asked, const PathParameters& parameters) {
  const QuestionRun running(asked);
  PathAnswer answer(asked);
  const Question& question = answer.question;
  answer.from = question.entity(parameters.from);
  answer.to = question.entity(parameters.to);
  search_paths(answer, parameters);
  if (parameters.distances == Distances::bounds) answer.bounds = bounds_of(answer, parameters);
  rest_on(answer, answer.selected, entities_of(answer));
  note_weights(answer, parameters.weight, parameters.missing_weight, parameters.weight_if_missing);
  note_infinite_costs(answer, infinite_costs(answer));
  note_names(answer, {parameters.from, parameters.to});
  note_names(answer, parameters.avoid);
  if (answer.paths.empty()) answer.nothing = no_path(question, answer.from, answer.to);
  return given(std::move(answer));
}

JsonObject PathAnswer::json() const {
  JsonObject object;
  std::vector<std::string> list;
  for (std::size_t i = 0; i < paths.size(); ++i)
    list.push_back(path_json(question, selected, paths[i], shared[i]));
  object.add("paths", std::move(list));
  if (bounds) object.add("bounds", bounds_json(*bounds));
  return object;
}

Table PathAnswer::table(Reader reader) const {
  return paths_table(question, selected, paths, reader);
}

std::optional<std::string> PathAnswer::sentences() const {
  return paths_text(question, selected, paths, shared) +
         (bounds ? bounds_text(question, *bounds) : "");
}

std::optional<SelectedFacts> PathAnswer::facts() const {
  return facts_of(question,
                  all_rows(paths, [&](const Path& path) { return steps_of(selected, path); }),
                  {from, to});
}

}  // namespace entente::answers
