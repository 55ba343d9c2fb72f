#include <algorithm>

#include <entente/io/json_text.hpp>

#include "answer.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// The hits among the entities that the selection keeps; what no relation touches is kept too.
std::vector<Match> hits(const Question& question, std::string_view text) {
  Selection selection = question.selection;
  selection.isolated = Isolated::always;
  const auto kept = question.graph.facts(selection).entities;
  std::vector<Match> matches = question.graph.search(text);
  std::erase_if(
      matches, [&](const Match& match) { return !std::ranges::binary_search(kept, match.entity); });
  return matches;
}

std::string match_json(const Question& question, const Match& match) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(match.entity));
  json.member("kind", question.graph.kind(match.entity));
  json.member("name", question.name(match.entity)).member("matched", match.name);
  return json.member("how", to_string(match.how)).close_object().str();
}

Table table_of(const Question& question, const std::vector<Match>& matches) {
  Table table{{{"entity"}, {"kind"}, {"name"}, {"matched"}, {"how"}}, {}};
  for (const Match& match : matches)
    table.rows.push_back({question.id(match.entity), std::string(question.graph.kind(match.entity)),
                          question.name(match.entity), match.name,
                          std::string(to_string(match.how))});
  return table;
}

Exit run_find(const Call& call) {
  const Question question = ask(call);
  const std::vector<Match> matches = hits(question, call.arguments[0]);
  return print(
      {.json =
           [&] {
             std::vector<std::string> list;
             for (const Match& match : matches) list.push_back(match_json(question, match));
             return JsonObject().add("matches", std::move(list));
           },
       .table = [&](Answer::Reader) { return table_of(question, matches); },
       .nothing = matches.empty() ? "nothing is named like '" + call.arguments[0] + "'" : ""},
      call, question);
}

}  // namespace

Verb find_verb_by_name() {
  Verb verb;
  verb.name = "find";
  verb.summary = "entities by name, in any language and script variant, best first";
  verb.arguments = {{"TEXT"}};
  verb.formats = row_formats();
  verb.examples = {"entente find data/japan-nato 北约",
                   "entente find data/japan-nato ITPP --kind agreement --format json"};
  verb.run = run_find;
  return verb;
}

}  // namespace entente::tool
