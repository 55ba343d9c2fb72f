#include <entente/answer/as_query.hpp>

#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_neighbors(const Call& call, const Question& question) {
  const answers::NeighborsParameters parameters{.entity = call.arguments[0],
                                                .depth = call.hops("--depth").value_or(1)};
  if (call.has("--show-query")) return print_query(answers::as_query(question, parameters), call);
  return print(answers::neighbors(question, parameters), call);
}

}  // namespace

Verb neighbors_verb() {
  Verb verb;
  verb.name = "neighbors";
  verb.summary = "who and what is tied to an entity, and by which relations";
  verb.arguments = {{"E"}};
  verb.formats = fact_formats();
  verb.examples = {"entente neighbors data/japan-nato nato --type party_to",
                   "entente neighbors data/japan-nato 日本 --depth 2 --kind country,agreement"};
  verb.run = run_neighbors;
  return verb;
}

}  // namespace entente::tool
