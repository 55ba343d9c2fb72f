#include <entente/answer/groups.hpp>
#include <entente/answer/structure.hpp>

#include "measures.hpp"
#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

using answers::Community;

Community method_of(const Call& call) {
  const std::string method = call.text("--method", "leiden");
  return method == "louvain"             ? Community::louvain
         : method == "label-propagation" ? Community::label_propagation
                                         : Community::leiden;
}

/// Triads are of directed relations: without a direction asked for, as they run.
Exit run_census(const Call& call, Question question) {
  if (!call.has("--direction")) question.selection.direction = Direction::out;
  return print(answers::census(question, folding_parameters(call)), call);
}

Exit run_groups(const Call& call, const Question& question) {
  if (call.has("--census")) return run_census(call, question);
  answers::GroupsParameters parameters{.method = method_of(call),
                                       .folding = folding_parameters(call)};
  parameters.resolution = call.number("--resolution").value_or(parameters.resolution);
  parameters.seed = call.count("--seed").value_or(parameters.seed);
  return print(answers::groups(question, parameters), call);
}

}  // namespace

Verb groups_verb() {
  Verb verb;
  verb.name = "groups";
  verb.summary = "communities: groups tied among themselves more than to others";
  verb.formats = fact_formats();
  verb.examples = {"entente groups data/japan-nato --kind country,organisation,person",
                   "entente groups data/japan-nato --method louvain --format json"};
  verb.run = run_groups;
  return verb;
}

}  // namespace entente::tool
