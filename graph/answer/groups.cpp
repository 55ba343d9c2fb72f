#include <entente/algorithm/communities.hpp>
#include <entente/answer/groups.hpp>
#include <entente/base/json_text.hpp>
#include <entente/network/network.hpp>

#include "answer/measuring.hpp"
#include "answer/notes/apart_notes.hpp"
#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

Communities sought(const Question& question, const GroupsParameters& parameters,
                   const Network& network) {
  CommunityOptions options;
  if (!parameters.folding.weight.empty()) options.weights = Weights::used;
  options.resolution = parameters.resolution;
  options.seed = parameters.seed;
  options.run = question.run;
  switch (parameters.method) {
    case Community::louvain:
      return louvain(network, options);
    case Community::label_propagation:
      return label_propagation(network, options);
    case Community::leiden:
      break;
  }
  return leiden(network, options);
}

}  // namespace

GroupsAnswer groups(const Question& asked, const GroupsParameters& parameters) {
  const QuestionRun running(asked);
  GroupsAnswer answer(asked);
  const Question& question = answer.question;
  const FoldingParameters& folding = parameters.folding;
  const Projection projection =
      projection_for(folding.weight.empty() ? "degree" : "strength", folding);
  const Network network = question.graph.select(question.selection, projection);
  const std::string advice = advice_on_over(question, folding);
  Communities found = advice.empty() ? sought(question, parameters, network) : Communities();
  answer.groups = std::move(found.groups);
  answer.modularity = found.modularity;
  if (folding.chosen()) answer.projection = projection;
  rest_on(answer, answer.question.graph.facts(answer.selection()));
  note_weights(answer, folding.weight, folding.missing_weight, folding.weight_if_missing);
  note_apart(answer, network);
  if (answer.groups.empty())
    answer.nothing =
        advice.empty() ? nothing_text(NothingWord::no_such_group, question.languages) : advice;
  return given(std::move(answer),
               advice.empty() ? WhenUndated::listed_if_asked_for : WhenUndated::never_listed);
}

JsonObject GroupsAnswer::json() const {
  JsonObject object;
  object.add("groups",
             json_list(groups, [&](const auto& group) { return ids_json(question, group); }));
  if (modularity) object.add("modularity", json_number(*modularity));
  if (projection) object.add("projection", projection_json(*projection));
  return object;
}

/// A group a row for a person; a member a row for a program.
Table GroupsAnswer::table(Reader reader) const {
  constexpr auto right = Column::Align::right;
  const bool person = reader == Reader::person;
  Table table;
  if (person)
    table.columns = {{"group", right}, {"size", right}, {"members"}};
  else
    table.columns = {{"group", right}, {"entity"}};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    std::string members;
    for (const EntityId entity : groups[i]) {
      if (!person) table.rows.push_back({number, question.id(entity)});
      members += (members.empty() ? "" : ", ") + question.name(entity);
    }
    if (person) table.rows.push_back({number, std::to_string(groups[i].size()), members});
  }
  return table;
}

std::optional<SelectedFacts> GroupsAnswer::facts() const {
  return question.graph.facts(question.selection);
}

}  // namespace entente::answers
