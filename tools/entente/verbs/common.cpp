#include <entente/answer/common.hpp>

#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_common(const Call& call, const Question& question) {
  return print(answers::common(question, {.entities = call.arguments}), call);
}

}  // namespace

Verb common_verb() {
  Verb verb;
  verb.name = "common";
  verb.summary = "the agreements, bodies, events and other neighbours that several share";
  verb.arguments = {{"A", "B"}, Arguments::Last::repeats};
  verb.formats = fact_formats();
  verb.examples = {"entente common data/japan-nato japan nato",
                   "entente common data/japan-nato 日本 韩国 --kind country,body,event"};
  verb.run = run_common;
  return verb;
}

}  // namespace entente::tool
