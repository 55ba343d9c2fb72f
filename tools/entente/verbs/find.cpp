#include <entente/answer/find.hpp>

#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_find(const Call& call, const Question& question) {
  return print(answers::find(question, {.text = call.arguments[0]}), call);
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
