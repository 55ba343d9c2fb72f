#include <entente/answer/ego.hpp>

#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_ego(const Call& call, const Question& question) {
  return print(answers::ego(question, {.entity = call.arguments[0],
                                       .depth = call.hops("--depth").value_or(1)}),
               call);
}

}  // namespace

Verb ego_verb() {
  Verb verb;
  verb.name = "ego";
  verb.summary = "the sub-graph around an entity: its neighbours and all ties among them";
  verb.arguments = {{"E"}};
  verb.formats = fact_formats();
  verb.examples = {"entente ego data/japan-nato 岸田文雄 --format dot",
                   "entente ego data/japan-nato japan-nato-itpp-2023 --depth 2 --format graph"};
  verb.run = run_ego;
  return verb;
}

}  // namespace entente::tool
