#include <entente/algorithm/communities.hpp>
#include <entente/io/json_text.hpp>

#include "groups_answer.hpp"
#include "measures.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Communities found_groups(const Call& call, const Question& question, const Network& network) {
  CommunityOptions options;
  if (call.has("--weight")) options.weights = Weights::used;
  options.resolution = call.number("--resolution").value_or(options.resolution);
  options.seed = call.count("--seed").value_or(options.seed);
  options.run = question.run;
  const std::string method = call.text("--method", "leiden");
  if (method == "louvain") return louvain(network, options);
  if (method == "label-propagation") return label_propagation(network, options);
  return leiden(network, options);
}

Exit run_groups(const Call& call) {
  const Question question = ask(call);
  const std::string_view measure = call.has("--weight") ? "strength" : "degree";
  const Network network = question.graph.select(question.selection, projection_for(measure, call));
  const Communities found = found_groups(call, question, network);
  auto further = projection_member(measure, call);
  further.insert(further.begin(), {"modularity", json_number(found.modularity)});
  return print_groups(call, question, found.groups, network.counts(), further);
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
