#include "facts/throughout.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "facts/spells.hpp"

namespace entente {

namespace {

bool is_about_every_day(const Condition& condition) {
  return condition.coverage == Coverage::every_day && !condition.window.is_one_day();
}

/// The same question about some day of every period.
Question of_some_day(Question question) {
  for (Condition& condition : question.conditions) condition.coverage = Coverage::some_day;
  question.least = Verdict::maybe;
  return question;
}

/// The relations of the ties that are present, whenever they held.
std::vector<RelationId> of_the_same_ties(const Graph::Store& store, Question question,
                                         const std::vector<SelectedRelation>& present) {
  question.conditions.clear();
  const Answers answers(store, question);
  std::set<TieKey> keys;
  for (const SelectedRelation& row : present) keys.insert(tie_key(store, row.relation));
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : judge(store, question, answers).kept)
    if (keys.contains(tie_key(store, row.relation))) relations.push_back(row.relation);
  return relations;
}

/// The relations of ties that are several records, by what the tie adds to them.
std::map<RelationId, Answer> raised(const Graph::Store& store, const Question& question,
                                    const Answers& answers,
                                    const std::vector<SelectedRelation>& present) {
  std::map<RelationId, Answer> some_day;
  for (const SelectedRelation& row : present)
    some_day.emplace(row.relation, Answer{row.verdict, row.qualified});
  std::vector<RelationId> relations = of_the_same_ties(store, of_some_day(question), present);
  std::map<RelationId, Answer> found;
  for (const TieSpell& spell : spells_of(store, answers, question.context, std::move(relations)))
    for (const Stretch& stretch : spell.stretches) {
      if (stretch.accounts.size() < 2) continue;
      Answer every_day{Verdict::yes};
      for (const Condition& condition : question.conditions)
        if (is_about_every_day(condition))
          every_day = every_day & covers(stretch.bounds, condition.window);
      for (const Account& account : stretch.accounts)
        if (const auto row = some_day.find(account.relation); row != some_day.end()) {
          const Answer answer = every_day & row->second;
          Answer& best = found.try_emplace(account.relation, answer).first->second;
          if (answer.verdict > best.verdict) best = answer;
        }
    }
  return found;
}

}  // namespace

bool asks_about_every_day(const Question& question) {
  return std::any_of(question.conditions.begin(), question.conditions.end(), is_about_every_day);
}

void keep_lasting_ties(const Graph::Store& store, const Question& question, const Answers& answers,
                       JudgedRelations& judged) {
  if (!asks_about_every_day(question)) return;
  const Question some_day = of_some_day(question);
  const Answers some_day_answers(store, some_day);
  const auto present = judge(store, some_day, some_day_answers).kept;
  std::map<RelationId, SelectedRelation> rows;
  for (const SelectedRelation& row : judged.kept) rows.emplace(row.relation, row);
  for (const auto& [relation, tie] : raised(store, question, answers, present)) {
    const Answer ends = answers.presence(store.relations.from[index(relation)]) &
                        answers.presence(store.relations.to[index(relation)]);
    const Answer answer = tie & ends;
    if (answer.verdict < question.least || answer.verdict == Verdict::no) continue;
    const auto known = rows.find(relation);
    if (known != rows.end() && known->second.verdict >= answer.verdict) continue;
    rows[relation] = {relation, answer.verdict, answer.qualified};
  }
  judged.kept.clear();
  judged.counts = {};
  for (const auto& [relation, row] : rows) {
    judged.kept.push_back(row);
    ++(row.verdict == Verdict::yes ? judged.counts.certain : judged.counts.possible);
  }
}

}  // namespace entente
