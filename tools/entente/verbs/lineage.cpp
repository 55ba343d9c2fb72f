#include <entente/answer/as_query.hpp>

#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_lineage(const Call& call, const Question& question) {
  const answers::LineageParameters parameters{.agreement = call.arguments[0]};
  if (call.has("--show-query")) return print_query(answers::as_query(question, parameters), call);
  return print(answers::lineage(question, parameters), call);
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
