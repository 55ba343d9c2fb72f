#include <entente/answer/balance.hpp>

#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_balance(const Call& call, const Question& question) {
  return print(answers::balance(question, {.limit = call.count("--limit", 1)}), call);
}

}  // namespace

Verb balance_verb() {
  Verb verb;
  verb.name = "balance";
  verb.summary = "triads of friends and enemies, and the share of balanced ones";
  verb.formats = row_formats();
  verb.examples = {"entente balance data/japan-nato",
                   "entente balance data/japan-nato --as-of 2023-07-12 --format json"};
  verb.run = run_balance;
  return verb;
}

}  // namespace entente::tool
