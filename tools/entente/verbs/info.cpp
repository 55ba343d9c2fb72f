#include <entente/answer/info.hpp>
#include <entente/answer/structure.hpp>

#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_info(const Call& call, const Question& question) {
  if (call.has("--mixing")) return print(answers::mixing_of_kinds(question), call);
  return print(answers::info(question), call);
}

}  // namespace

Verb info_verb() {
  Verb verb;
  verb.name = "info";
  verb.summary = "what is in a dossier: counts by kind and type, time span, sources, languages";
  verb.formats = row_formats();
  verb.examples = {"entente info data/japan-nato",
                   "entente info data/japan-nato --as-of 2013-06-30 --format json"};
  verb.run = run_info;
  return verb;
}

}  // namespace entente::tool
