#include <entente/answer/as_query.hpp>

#include "measures.hpp"
#include "path_search.hpp"
#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_path(const Call& call, const Question& question) {
  const answers::PathParameters parameters = path_parameters(call, call.arguments);
  if (call.has("--show-query")) return print_query(answers::as_query(question, parameters), call);
  return print(answers::path(question, parameters), call);
}

}  // namespace

Verb path_verb() {
  Verb verb;
  verb.name = "path";
  verb.summary = "how two are connected: the shortest path, hop by hop with dates and sources";
  verb.arguments = {{"A", "B"}};
  verb.formats = fact_formats();
  verb.examples = {"entente path data/japan-nato 尹锡悦 马克龙 --type met_with",
                   "entente path data/japan-nato japan france --all-shortest --format json"};
  verb.run = run_path;
  return verb;
}

}  // namespace entente::tool
