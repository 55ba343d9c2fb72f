#include <entente/answer/as_query.hpp>

#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_show(const Call& call, const Question& question) {
  const answers::ShowParameters parameters{.entity = call.arguments[0]};
  if (call.has("--show-query")) return print_query(answers::as_query(question, parameters), call);
  return print(answers::show(question, parameters), call);
}

}  // namespace

Verb show_verb() {
  Verb verb;
  verb.name = "show";
  verb.summary = "one entity: its names and dates, and its relations in sentences with sources";
  verb.arguments = {{"E"}};
  verb.formats = fact_formats();
  verb.examples = {"entente show data/japan-nato 岸田文雄",
                   "entente show data/japan-nato nato --type party_to --as-of 2013-06-30"};
  verb.run = run_show;
  return verb;
}

}  // namespace entente::tool
