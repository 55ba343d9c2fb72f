// From facts to the edges that algorithms run on.

#include <algorithm>
#include <cmath>
#include <string>
#include <variant>

#include <fmt/format.h>

#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/network/network.hpp>
#include <entente/text/safe.hpp>

#include "base/run_scope.hpp"
#include "facts/criteria.hpp"
#include "facts/given_facts.hpp"
#include "facts/graph_store.hpp"
#include "facts/precedence.hpp"
#include "network/network_builder.hpp"
#include "network/one_mode.hpp"

namespace entente {

namespace {

std::optional<double> number_of(const std::optional<AttributeValue>& value) {
  const Scalar* scalar = value ? std::get_if<Scalar>(&*value) : nullptr;
  if (scalar == nullptr) return std::nullopt;
  if (const auto* integer = std::get_if<std::int64_t>(scalar)) return static_cast<double>(*integer);
  if (const auto* natural = std::get_if<std::uint64_t>(scalar))
    return static_cast<double>(*natural);
  const auto* number = std::get_if<double>(scalar);
  return number && std::isfinite(*number) ? std::optional(*number) : std::nullopt;
}

/// Empty where the projection leaves the relation out.
std::optional<double> weight_of(const Graph& graph, RelationId relation,
                                const Projection& projection) {
  if (const auto number = number_of(graph.attribute(relation, projection.attribute))) return number;
  if (projection.missing_weight == MissingWeight::skip) return std::nullopt;
  if (projection.missing_weight == MissingWeight::value) return projection.weight_if_missing;
  throw InvalidArgument(
      "missing-weight",
      fmt::format("relation {} has no numeric attribute `{}` to weigh it by; select relations that "
                  "have it, leave out those without it, or say what they weigh",
                  terminal_safe(graph.id(relation)), terminal_safe(projection.attribute)));
}

/// Gathers the columns of the edges.
class EdgeGatherer {
 public:
  EdgeGatherer(const Graph& graph, const SelectedFacts& facts, Direction direction,
               const Projection& projection)
      : graph_(graph),
        facts_(facts),
        direction_(direction),
        projection_(projection),
        counts_(facts.counts) {}

  EdgeColumns run() {
    const std::size_t expected = facts_.relations.size();
    for (auto* column : {&columns_.from, &columns_.to}) column->reserve(expected);
    columns_.relation.reserve(expected);
    if (projection_.parallels == Parallels::merged_by_type)
      gather_by_type();
    else
      for (const SelectedRelation& selected : facts_.relations) gather(selected);
    return std::move(columns_);
  }

  /// After run(): the relations that have an edge.
  [[nodiscard]] Counts counts() const { return counts_; }

 private:
  void gather_by_type() {
    std::vector<SelectedRelation> relations = facts_.relations;
    const auto type = [&](const SelectedRelation& s) {
      return graph_.store().relations.type[index(s.relation)];
    };
    std::stable_sort(relations.begin(), relations.end(),
                     [&](const auto& a, const auto& b) { return type(a) < type(b); });
    for (const SelectedRelation& selected : relations) gather(selected);
  }

  void gather(const SelectedRelation& selected) {
    constexpr std::size_t relations_between_looks = 1 << 14;
    if (columns_.relation.size() % relations_between_looks == 0) check_run();
    std::optional<double> weight = 1;
    if (projection_.weighting == Weighting::attribute)
      weight = weight_of(graph_, selected.relation, projection_);
    if (!weight) {
      counts_.remove(selected.verdict);
      return;
    }
    const EntityId from = graph_.from(selected.relation);
    const EntityId to = graph_.to(selected.relation);
    add(selected, from, to, *weight);
    const bool both_ways = direction_ != Direction::both && from != to &&
                           graph_.type(selected.relation).symmetry == Symmetry::symmetric;
    if (both_ways) add(selected, to, from, *weight);
  }

  void add(const SelectedRelation& selected, EntityId from, EntityId to, double weight) {
    columns_.from.push_back(from);
    columns_.to.push_back(to);
    columns_.relation.push_back(selected.relation);
    if (facts_.counts.possible > 0) columns_.verdict.push_back(selected.verdict);
    if (projection_.parallels != Parallels::kept)
      columns_.precedence.push_back(precedence(graph_.store(), selected));
    if (projection_.parallels == Parallels::merged_by_type)
      columns_.group.push_back(graph_.store().relations.type[index(selected.relation)]);
    if (projection_.weighting == Weighting::attribute) columns_.weight.push_back(weight);
  }

  const Graph& graph_;
  const SelectedFacts& facts_;
  const Direction direction_;
  const Projection& projection_;
  EdgeColumns columns_;
  Counts counts_;
};

void check(const Projection& projection) {
  if (projection.weighting == Weighting::newman)
    throw InvalidArgument("bad-projection",
                          "weights after Newman are for one-mode networks; say over which kinds");
  if (!std::isfinite(projection.weight_if_missing))
    throw InvalidArgument("bad-weight",
                          "relations without a weight must weigh something finite instead");
}

/// Of facts that are of this graph and whole.
Network network_from(const Graph& graph, const SelectedFacts& facts, const Projection& projection,
                     Direction direction) {
  check(projection);
  EdgeGatherer gatherer(graph, facts, direction, projection);
  const EdgeColumns columns = gatherer.run();
  return build_network(facts.entities, columns, plan_for(direction, projection, gatherer.counts()));
}

}  // namespace

std::vector<RelationId> relations_without_number(const Graph& graph, const SelectedFacts& facts,
                                                 std::string_view attribute) {
  std::vector<RelationId> missing;
  for (const SelectedRelation& selected : facts.relations)
    if (!number_of(graph.attribute(selected.relation, attribute)))
      missing.push_back(selected.relation);
  return missing;
}

Network Graph::select(const Selection& selection, const Projection& projection) const {
  const SelectedFacts facts = this->facts(selection);
  if (projection.over.empty()) return network_from(*this, facts, projection, selection.direction);
  return one_mode(*this, facts, projection, read_selection(*this, selection));
}

Network Graph::network_of(const SelectedFacts& facts, const Projection& projection,
                          Direction direction) const {
  require_facts(*this, facts, "Graph::select");
  if (!projection.over.empty()) {
    Selection selection;
    selection.direction = direction;
    return one_mode(*this, facts, projection, read_selection(*this, selection));
  }
  return network_from(*this, facts, projection, direction);
}

}  // namespace entente
