#include <entente/answer/path.hpp>

#include "measures.hpp"
#include "path_search.hpp"
#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_path(const Call& call, const Question& question) {
  return print(answers::path(question, path_parameters(call, call.arguments)), call);
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
