#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include <entente/error.hpp>
#include <entente/query/lineage.hpp>
#include <entente/query/timeline.hpp>
#include <entente/text/safe.hpp>

namespace entente {
namespace {

using RelationList = std::vector<SelectedRelation>;

constexpr const char* tie_of_party = "party_to";

/// Only what can replace, or be replaced, has a lineage.
void refuse_without_lineage(const Graph& graph, EntityId entity) {
  const Vocabulary& vocabulary = graph.vocabulary();
  const auto admitted = [&](const std::string& kind) {
    return vocabulary.is_a(graph.kind(entity), kind);
  };
  for (const RelationType& type : vocabulary.types())
    if (type.succession == Succession::lineage &&
        (std::ranges::any_of(type.from, admitted) || std::ranges::any_of(type.to, admitted)))
      return;
  throw InvalidArgument(
      "no-lineage", fmt::format("{} is of kind `{}`, which has no lineage; ask for an agreement",
                                terminal_safe(graph.id(entity)), graph.kind(entity)));
}

/// The selected relations of succession, whatever the period.
RelationList succession_of(const Graph& graph, Selection selection) {
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  selection.types.clear();
  selection.kinds.clear();
  RelationList rows = graph.facts(selection).relations;
  std::erase_if(rows, [&](const SelectedRelation& row) {
    return graph.type(row.relation).succession != Succession::lineage;
  });
  return rows;
}

RelationList parties_of(const Graph& graph, Selection selection) {
  if (graph.vocabulary().find_type(tie_of_party) == nullptr) return {};
  selection.types = {tie_of_party};
  selection.kinds.clear();
  return graph.facts(selection).relations;
}

/// The entities that rows tie to one, directly or not.
std::set<EntityId> reached(const Graph& graph, EntityId start, const RelationList& rows) {
  std::map<EntityId, std::vector<EntityId>> neighbours;
  for (const SelectedRelation& row : rows) {
    neighbours[graph.from(row.relation)].push_back(graph.to(row.relation));
    neighbours[graph.to(row.relation)].push_back(graph.from(row.relation));
  }
  std::set<EntityId> seen = {start};
  for (std::vector<EntityId> open = {start}; !open.empty();) {
    const EntityId entity = open.back();
    open.pop_back();
    for (const EntityId next : neighbours[entity])
      if (seen.insert(next).second) open.push_back(next);
  }
  return seen;
}

/// What an agreement is ordered by where succession does not: the first day known of it.
Day first_day(const Graph& graph, EntityId agreement) {
  if (const auto when = graph.when(agreement); when && when->earliest()) return *when->earliest();
  Day first = day_max;
  for (const RelationId relation : graph.relations(agreement))
    if (const auto when = graph.when(relation);
        when && when->earliest() && graph.type(relation).id == tie_of_party)
      first = std::min(first, *when->earliest());
  return first == day_max ? day_min : first;
}

/// The agreements, none behind what it replaced; among those that may come next the newest first.
std::vector<EntityId> newest_first(const Graph& graph, const std::set<EntityId>& agreements,
                                   const std::map<EntityId, RelationList>& succession) {
  std::map<EntityId, std::size_t> newer;  // agreements still to come that replaced it
  for (const auto& [agreement, rows] : succession)
    for (const SelectedRelation& row : rows) ++newer[graph.to(row.relation)];
  const auto key = [&](EntityId agreement) {
    return std::tuple(newer[agreement], -std::int64_t{first_day(graph, agreement)}, agreement);
  };
  std::set<decltype(key(EntityId{}))> open;
  for (const EntityId agreement : agreements) open.insert(key(agreement));
  std::vector<EntityId> ordered;
  while (!open.empty()) {
    const EntityId next = std::get<EntityId>(*open.begin());
    open.erase(open.begin());
    ordered.push_back(next);
    const auto older = succession.find(next);
    if (older == succession.end()) continue;
    for (const SelectedRelation& row : older->second) {
      const EntityId agreement = graph.to(row.relation);
      if (open.erase(key(agreement)) == 0) continue;
      --newer[agreement];
      open.insert(key(agreement));
    }
  }
  return ordered;
}

RelationList rows_of(const std::map<EntityId, RelationList>& rows, const Graph& graph,
                     EntityId agreement) {
  const auto found = rows.find(agreement);
  return found == rows.end() ? RelationList{} : in_order_of_time(graph, found->second);
}

}  // namespace

std::vector<Successor> lineage(const Graph& graph, EntityId agreement, const Selection& selection) {
  refuse_without_lineage(graph, agreement);
  const RelationList all = succession_of(graph, selection);
  const std::set<EntityId> agreements = reached(graph, agreement, all);
  std::map<EntityId, RelationList> succession;
  for (const SelectedRelation& row : all)
    if (agreements.contains(graph.from(row.relation)))
      succession[graph.from(row.relation)].push_back(row);
  std::map<EntityId, RelationList> parties;
  for (const SelectedRelation& row : parties_of(graph, selection))
    if (agreements.contains(graph.to(row.relation))) parties[graph.to(row.relation)].push_back(row);
  std::vector<Successor> chain;
  for (const EntityId one : newest_first(graph, agreements, succession)) {
    Successor successor{one, Verdict::no, rows_of(succession, graph, one),
                        rows_of(parties, graph, one)};
    for (const SelectedRelation& row : successor.parties)
      successor.in_force = successor.in_force | row.verdict;
    chain.push_back(std::move(successor));
  }
  return chain;
}

}  // namespace entente
