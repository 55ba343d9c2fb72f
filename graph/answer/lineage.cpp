#include <set>

#include <entente/io/json_text.hpp>
#include <entente/query/lineage.hpp>

#include "answer.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

using Chain = std::vector<Successor>;

RelationRows rows_of(const Successor& successor) {
  RelationRows rows = successor.succession;
  rows.insert(rows.end(), successor.parties.begin(), successor.parties.end());
  return rows;
}

RelationRows all_rows(const Chain& chain) {
  RelationRows rows;
  for (const Successor& successor : chain)
    for (const SelectedRelation& row : rows_of(successor)) rows.push_back(row);
  return rows;
}

std::string successor_json(const Question& question, const Successor& successor) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(successor.agreement));
  json.member("in_force", to_string(successor.in_force));
  return json.key("relations")
      .raw(row_list_json(question, rows_of(successor)))
      .close_object()
      .str();
}

/// "in force", with the period where one is asked for.
std::string in_force_words(const Question& question, Verdict verdict) {
  const Selection& selection = question.selection;
  std::string period;
  if (!selection.as_of.empty()) period = " on " + selection.as_of;
  if (!selection.during.empty()) period = " during " + selection.during;
  if (!selection.throughout.empty()) period = " throughout " + selection.throughout;
  if (period.empty()) return verdict == Verdict::no ? "no party is known" : "has parties";
  return (verdict == Verdict::yes     ? "in force"
          : verdict == Verdict::maybe ? "possibly in force"
                                      : "not in force") +
         period;
}

std::string text_of(const Question& question, const Chain& chain) {
  std::string text;
  for (const Successor& successor : chain) {
    text += question.shown(successor.agreement) + " (" +
            terminal_safe(question.id(successor.agreement)) +
            "): " + in_force_words(question, successor.in_force) + "\n";
    for (const SelectedRelation& row : rows_of(successor))
      text += "  " + row_sentence(question, row) + "\n";
  }
  return text;
}

/// The older agreements, each once, however many accounts there are of its end.
std::string predecessors_of(const Question& question, const Successor& successor) {
  std::set<EntityId> older;
  for (const SelectedRelation& row : successor.succession)
    older.insert(question.graph.to(row.relation));
  std::string text;
  for (const EntityId agreement : older)
    text += (text.empty() ? "" : ", ") + question.id(agreement);
  return text;
}

Table table_of(const Question& question, const Chain& chain) {
  Table table{{{"agreement"}, {"name"}, {"in force"}, {"replaces or amends"}}, {}};
  for (const Successor& successor : chain) {
    table.rows.push_back({question.id(successor.agreement), question.name(successor.agreement),
                          std::string(to_string(successor.in_force)),
                          predecessors_of(question, successor)});
  }
  return table;
}

Exit run_lineage(const Call& call) {
  const Question question = ask(call);
  const EntityId agreement = question.entity(call.arguments[0]);
  const Chain chain = lineage(question.graph, agreement, question.selection);
  return print({.json =
                    [&] {
                      std::vector<std::string> list;
                      for (const Successor& successor : chain)
                        list.push_back(successor_json(question, successor));
                      return JsonObject().add("chain", std::move(list));
                    },
                .table = [&](Answer::Reader) { return table_of(question, chain); },
                .text = [&] { return text_of(question, chain); },
                .facts = [&] { return facts_of(question, all_rows(chain), {agreement}); },
                .counts = counts_of(all_rows(chain))},
               call, question);
}

}  // namespace

Verb lineage_verb() {
  Verb verb;
  verb.name = "lineage";
  verb.summary = "what an agreement replaced and was replaced by, and what was in force";
  verb.arguments = {{"A"}};
  verb.formats = fact_formats();
  verb.examples = {"entente lineage data/japan-nato japan-nato-itpp-2023 --as-of 2020-01-01",
                   "entente lineage data/japan-nato korea-nato-itpp-2023 --format json"};
  verb.run = run_lineage;
  return verb;
}

}  // namespace entente::tool
