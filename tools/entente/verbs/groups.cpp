#include <entente/answer/groups.hpp>

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

Exit run_groups(const Call& call, const Question& question) {
  say_missing_weights(call, question);
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
  verb.options = {{"--method",
                   "M",
                   "leiden (default), louvain or label-propagation",
                   {"leiden", "louvain", "label-propagation"}},
                  {"--resolution", "R", "above 1 smaller groups, below 1 larger ones (1)"},
                  {"--seed", "N", "of the order entities are looked at in (1)"}};
  verb.formats = fact_formats();
  verb.examples = {"entente groups data/japan-nato --kind country,organisation,person",
                   "entente groups data/japan-nato --method louvain --format json"};
  verb.run = run_groups;
  for (Option& option : projection_options()) verb.options.push_back(std::move(option));
  return verb;
}

}  // namespace entente::tool
