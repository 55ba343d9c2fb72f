#include "path_search.hpp"

#include "allow_one_of.hpp"
#include "measures.hpp"

namespace entente::tool {

using answers::Distances;
using answers::Routes;

answers::PathParameters path_parameters(const Call& call, const std::vector<std::string>& ends) {
  allow_one_of(call, {"--all-shortest", "--k", "--max-hops"});
  const MissingWeights missing = missing_weights(call);
  answers::PathParameters parameters{
      .from = ends.at(0),
      .to = ends.at(1),
      .routes = call.has("--all-shortest") ? Routes::all_shortest
                : call.has("--k")          ? Routes::k_shortest
                : call.has("--max-hops")   ? Routes::within_hops
                                           : Routes::shortest,
      .count = call.count("--k", 1).value_or(1),
      .max_hops = call.hops("--max-hops").value_or(1),
      .weight = call.text("--weight"),
      .missing_weight = missing.what,
      .weight_if_missing = missing.value,
      .avoid = call.list("--avoid"),
      .avoid_types = call.list("--avoid-type"),
      .distances = call.has("--bounds") ? Distances::bounds : Distances::omitted};
  parameters.limit = call.count("--limit", 1);
  return parameters;
}

}  // namespace entente::tool
