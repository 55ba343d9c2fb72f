#include <entente/facts/viewpoint.hpp>

#include "facts/answers.hpp"
#include "facts/graph_store.hpp"
#include "facts/question.hpp"

namespace entente {

struct Viewpoint::Seen {
  Seen(const Graph& of, const Selection& selection)
      : graph(of), question(read_selection(of, selection)), answers(graph.store(), question) {}

  Graph graph;
  Question question;
  Answers answers;
};

Viewpoint::Viewpoint(const Graph& graph, const Selection& selection)
    : seen_(std::make_shared<const Seen>(graph, selection)) {}

namespace {

SelectedRelation selected(RelationId relation, const Answer& answer) {
  return {.relation = relation, .verdict = answer.verdict, .qualified = answer.qualified};
}

}  // namespace

SelectedRelation Viewpoint::judge(RelationId relation) const {
  const Answers& answers = seen_->answers;
  Answer all = answers.dated(relation);
  if (answers.lifespans_matter())
    all = all & answers.presence(seen_->graph.from(relation)) &
          answers.presence(seen_->graph.to(relation));
  if (seen_->question.known_by) all = all & answers.known(relation);
  return selected(relation, all);
}

SelectedRelation Viewpoint::judge(RelationId relation, const Window& window,
                                  Coverage coverage) const {
  Answer answer = held(dates(relation), seen_->graph.type(relation).reading, context(relation),
                       {coverage, window});
  if (seen_->question.known_by) answer = answer & seen_->answers.known(relation);
  return selected(relation, answer);
}

std::vector<Evidence> Viewpoint::evidence(RelationId relation) const {
  return seen_->graph.evidence(relation);
}

std::vector<When> Viewpoint::dates(RelationId relation) const {
  return seen_->answers.dates(relation);
}

TimeContext Viewpoint::context(RelationId relation) const {
  return seen_->answers.context(relation);
}

std::optional<InferredEnd> Viewpoint::inferred_end(RelationId relation) const {
  const Graph::Store& store = seen_->graph.store();
  if (!context(relation).ends_by) return std::nullopt;
  const std::size_t row = store.closing(relation);
  return InferredEnd{
      .relation = relation, .by = store.closings.by[row], .ends_by = store.closings.ends_by[row]};
}

std::vector<InferredEnd> Viewpoint::inferred_ends() const {
  std::vector<InferredEnd> ends;
  for (const RelationId relation : seen_->graph.store().closings.relation)
    if (const auto end = inferred_end(relation)) ends.push_back(*end);
  return ends;
}

}  // namespace entente
