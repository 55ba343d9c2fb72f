#include <entente/io/load.hpp>
#include <entente/query/difference.hpp>

#include "answer.hpp"
#include "dossier_arguments.hpp"
#include "read_limits.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// A difference and the graphs its rows are of: the same one twice when two days are compared.
struct Compared {
  const Question& before;
  const Question& after;
  Difference difference;
};

std::string section(const Question& question, std::string_view title, std::string_view mark,
                    const RelationRows& rows) {
  std::string text = std::string(title) + " " + std::to_string(rows.size()) + "\n";
  for (const SelectedRelation& row : rows)
    text += "  " + std::string(mark) + " " + row_sentence(question, row) + "\n";
  return text;
}

std::string text_of(const Compared& compared) {
  const Difference& difference = compared.difference;
  return section(compared.after, "appeared", "+", difference.appeared) +
         section(compared.before, "ended", "-", difference.ended) + "persisted " +
         std::to_string(difference.persisted.size()) + "\n";
}

Table table_of(const Compared& compared, Answer::Reader reader) {
  Table table;
  const auto add = [&](const Question& question, const std::string& what,
                       const RelationRows& rows) {
    Table part = rows_table(question, rows, reader);
    table.columns = std::move(part.columns);
    for (auto& row : part.rows) {
      row.insert(row.begin(), what);
      table.rows.push_back(std::move(row));
    }
  };
  add(compared.after, "appeared", compared.difference.appeared);
  add(compared.before, "ended", compared.difference.ended);
  table.columns.insert(table.columns.begin(), {"change"});
  return table;
}

Counts counts_of_all(const Difference& difference) {
  Counts counts;
  for (const auto* rows : {&difference.appeared, &difference.ended, &difference.persisted}) {
    const Counts part = counts_of(*rows);
    counts.certain += part.certain;
    counts.possible += part.possible;
  }
  return counts;
}

Exit print_compared(const Compared& compared, const Call& call) {
  const Difference& difference = compared.difference;
  const bool nothing = difference.appeared.empty() && difference.ended.empty();
  return print({.json =
                    [&] {
                      return JsonObject()
                          .add("appeared", rows_json(compared.after, difference.appeared))
                          .add("ended", rows_json(compared.before, difference.ended))
                          .add("persisted", std::to_string(difference.persisted.size()));
                    },
                .table = [&](Answer::Reader reader) { return table_of(compared, reader); },
                .text = [&] { return text_of(compared); },
                .counts = counts_of_all(difference),
                .nothing = nothing ? "nothing appeared and nothing ended" : ""},
               call, compared.after);
}

Exit compare_dossiers(const Call& call) {
  Call older = call;
  older.dossiers = {call.dossiers[0]};
  Call newer = call;
  newer.dossiers = {call.dossiers[1]};
  const Question before = ask(older);
  const Question after = ask(newer);
  return print_compared({before, after, difference(before.graph, after.graph, after.selection)},
                        call);
}

Exit run_diff(const Call& call) {
  if (call.arguments.empty()) return compare_dossiers(call);
  const Question question = ask(call);
  return print_compared(
      {question, question,
       difference(question.graph, call.arguments[0], call.arguments[1], question.selection)},
      call);
}

/// Two inputs and nothing else are two dossiers to compare.
Arguments arguments_of(const Call&, const std::vector<std::string>& positionals) {
  const bool two_inputs =
      positionals.size() == 2 && is_input(positionals[0]) && is_input(positionals[1]);
  return two_inputs ? Arguments{} : Arguments{{"D1", "D2"}};
}

}  // namespace

Verb diff_verb() {
  Verb verb;
  verb.name = "diff";
  verb.summary = "what appeared, ended and persisted between two dates, or two dossiers";
  verb.arguments = {{"D1", "D2"}};
  verb.arguments_for = arguments_of;
  verb.formats = row_formats();
  verb.examples = {"entente diff data/japan-nato 2022-12-31 2023-12-31",
                   "entente diff old.json new.json --format json"};
  verb.run = run_diff;
  return verb;
}

}  // namespace entente::tool
