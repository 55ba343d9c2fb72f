#include <entente/answer/rank.hpp>

#include "measures.hpp"
#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

using answers::Explained;

std::string measure_of(const Call& call) {
  return call.text("--by", "degree");
}

void check_rank(const Call& call) {
  static_cast<void>(answers::measure_named(measure_of(call)));
}

Exit run_rank(const Call& call, const Question& question) {
  return print(
      answers::rank(question, {.measure = measure_of(call),
                               .top = call.count("--top", 1),
                               .explained = call.has("--explain") ? Explained::yes : Explained::no,
                               .how = measure_parameters(call)}),
      call);
}

}  // namespace

Verb rank_verb() {
  Verb verb;
  verb.name = "rank";
  verb.summary = "who matters most, by a measure of centrality";
  verb.formats = row_formats();
  verb.examples = {"entente rank data/japan-nato --by betweenness --top 10",
                   "entente rank data/japan-nato --by pagerank --kind country,organisation"};
  verb.check = check_rank;
  verb.run = run_rank;
  return verb;
}

}  // namespace entente::tool
