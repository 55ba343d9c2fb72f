#include <map>
#include <set>
#include <utility>
#include <vector>

#include <entente/answer/moments.hpp>

namespace entente::answers {
namespace {

/// A step by its name if that says the same (`2014`, `2014-05`), else by its days.
std::string asked_for(const Period& period, CalendarStep by) {
  const bool is_date = by != CalendarStep::quarter && period.window.first >= to_day({0, 1, 1}) &&
                       period.window.last <= to_day({9999, 12, 31});
  if (is_date && Window::parse(period.label) == period.window) return period.label;
  return format(period.window);
}

}  // namespace

std::vector<Moment> moments_at(const Question& question, const std::vector<std::string>& dates) {
  std::vector<Moment> moments;
  std::set<std::string> seen;
  for (const std::string& date : dates) {
    if (!seen.insert(date).second) continue;
    moments.push_back({date, question.selection});
    moments.back().selection.as_of = date;
  }
  return moments;
}

std::vector<Moment> moments_by(const Question& question, CalendarStep by) {
  std::vector<Moment> moments;
  for (const Period& period : periods(question.graph, question.selection, {.by = by})) {
    moments.push_back({period.label, question.selection});
    moments.back().selection.during = asked_for(period, by);
  }
  return moments;
}

SelectedFacts facts_of_moments(const Question& question, const std::vector<Moment>& moments) {
  std::map<RelationId, SelectedRelation> relations;
  std::vector<EntityId> entities;
  for (const Moment& moment : moments) {
    const SelectedFacts facts = question.graph.facts(moment.selection);
    for (const SelectedRelation& row : facts.relations) {
      SelectedRelation& known = relations.emplace(row.relation, row).first->second;
      if (row.verdict == Verdict::yes) known = row;
    }
    entities.insert(entities.end(), facts.entities.begin(), facts.entities.end());
  }
  std::vector<SelectedRelation> rows;
  for (const auto& [relation, row] : relations) rows.push_back(row);
  return SelectedFacts::of(question.graph, std::move(rows), std::move(entities));
}

}  // namespace entente::answers
