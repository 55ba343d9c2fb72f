#include <algorithm>

#include <entente/facts/viewpoint.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "facts/graph_store.hpp"

namespace entente {

struct Viewpoint::Asked {
  Asked(const Graph& of, const Selection& selection)
      : graph(of), criteria(read_selection(of, selection)), answers(graph.store(), criteria) {}

  Graph graph;
  Criteria criteria;
  Answers answers;  // of the two above
};

namespace {

SelectedRelation selected(RelationId relation, const Judgement& judgement) {
  return {relation, judgement.verdict, judgement.qualified, judgement.why, judgement.presumed};
}

}  // namespace

Viewpoint::Viewpoint(const Graph& graph, const Selection& selection)
    : asked_(std::make_shared<const Asked>(graph, selection)) {}

SelectedRelation Viewpoint::judge(RelationId relation) const {
  relation_in(asked_->graph.store(), relation, "Viewpoint::judge");
  return selected(relation, asked_->answers.judge(relation));
}

SelectedRelation Viewpoint::judge(RelationId relation, const Window& window,
                                  Coverage coverage) const {
  relation_in(asked_->graph.store(), relation, "Viewpoint::judge");
  require_order(window);
  const Condition condition{coverage, window};
  return selected(relation, asked_->answers.judge(relation, {&condition, 1}));
}

std::vector<Evidence> Viewpoint::evidence(RelationId relation) const {
  relation_in(asked_->graph.store(), relation, "Viewpoint::evidence");
  std::vector<Evidence> pieces = asked_->graph.evidence(relation);
  const std::uint32_t first = asked_->graph.store().evidence_of(relation).begin;
  std::vector<Evidence> seen;
  for (std::uint32_t i = 0; i < pieces.size(); ++i)
    if (asked_->answers.sight().piece(first + i).possible()) seen.push_back(std::move(pieces[i]));
  return seen;
}

std::vector<When> Viewpoint::dates(RelationId relation) const {
  relation_in(asked_->graph.store(), relation, "Viewpoint::dates");
  return asked_->answers.sight().dates(relation, Seen::most);
}

std::optional<When> Viewpoint::when(RelationId relation) const {
  relation_in(asked_->graph.store(), relation, "Viewpoint::when");
  const std::vector<When> counted = dates(relation);
  if (counted.empty()) return std::nullopt;
  const Graph::Store& store = asked_->graph.store();
  const auto own = store.when(store.relations.when[index(relation)]);
  if (own && counted.front() == *own) return own;
  return *std::min_element(counted.begin(), counted.end(), [](const When& a, const When& b) {
    return a.earliest().value_or(day_min) < b.earliest().value_or(day_min);
  });
}

TimeContext Viewpoint::context(RelationId relation) const {
  relation_in(asked_->graph.store(), relation, "Viewpoint::context");
  return asked_->answers.context(relation, Seen::most, Seen::most);
}

std::optional<InferredEnd> Viewpoint::inferred_end(RelationId relation) const {
  relation_in(asked_->graph.store(), relation, "Viewpoint::inferred_end");
  const auto most = asked_->answers.closing(relation, Seen::most);
  const auto least = asked_->answers.closing(relation, Seen::least);
  const auto& closing = most ? most : least;
  if (!closing) return std::nullopt;
  return InferredEnd{relation, closing->by, closing->ends_by, closing->qualified,
                     most == least ? Verdict::yes : Verdict::maybe};
}

std::optional<InferredEnd> Viewpoint::shown_end(RelationId relation) const {
  relation_in(asked_->graph.store(), relation, "Viewpoint::shown_end");
  const auto end = inferred_end(relation);
  const auto shown = end ? when(relation) : std::nullopt;
  if (!shown) return std::nullopt;
  const Reading reading = asked_->graph.type(relation).reading;
  const Bounds bounds = shown->bounds(reading);
  if (shown->end_state(reading) != EndState::unknown || closed_by(bounds, end->ends_by) == bounds)
    return std::nullopt;
  return end;
}

std::vector<InferredEnd> Viewpoint::inferred_ends() const {
  std::vector<InferredEnd> ends;
  for (const RelationId relation : asked_->answers.closed())
    ends.push_back(*inferred_end(relation));
  return ends;
}

}  // namespace entente
