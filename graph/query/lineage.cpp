#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <entente/error.hpp>
#include <entente/query/lineage.hpp>
#include <entente/query/timeline.hpp>
#include <entente/text/safe.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"

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

Selection without_period(Selection selection) {
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  return selection;
}

/// What may hold makes an answer "maybe", whatever of it is asked to be seen.
Selection with_possible(Selection selection) {
  selection.keep = Keep::certain_and_possible;
  return selection;
}

/// The selected relations of succession, whatever the period.
RelationList succession_of(const Graph& graph, Selection selection) {
  selection = without_period(std::move(selection));
  selection.types.clear();
  selection.kinds.clear();
  selection.entities.clear();
  RelationList rows = graph.facts(selection).relations;
  std::erase_if(rows, [&](const SelectedRelation& row) {
    return graph.type(row.relation).succession != Succession::lineage;
  });
  return rows;
}

/// The ties of parties that a selection keeps, and those without a date that a period leaves out.
SelectedFacts parties_of(const Graph& graph, Selection selection) {
  if (graph.vocabulary().find_type(tie_of_party) == nullptr) return {};
  selection.types = {tie_of_party};
  selection.kinds.clear();
  selection.entities.clear();
  return graph.facts(selection);
}

bool names_period(const Selection& selection) {
  return !selection.as_of.empty() || !selection.during.empty() || !selection.throughout.empty();
}

using RowsByAgreement = std::map<EntityId, RelationList>;

RowsByAgreement by_agreement(const Graph& graph, const RelationList& rows) {
  RowsByAgreement found;
  for (const SelectedRelation& row : rows) found[graph.to(row.relation)].push_back(row);
  return found;
}

/// Who is party to what: in the period, whatever the period, and without inference.
class Parties {
 public:
  Parties(const Graph& graph, const Selection& selection)
      : graph_(graph),
        criteria_(read_selection(graph, selection)),
        answers_(graph.store(), criteria_),
        facts_(parties_of(graph, with_possible(selection))),
        in_period_(by_agreement(graph, facts_.relations)),
        ever_(names_period(selection) ? known_ever(selection) : in_period_) {
    if (selection.inference == Inference::off || !names_period(selection)) return;
    Selection reported = with_possible(selection);
    reported.inference = Inference::off;
    as_reported_ = by_agreement(graph, parties_of(graph, reported).relations);
  }

  /// Those that the selection asks to see.
  [[nodiscard]] RelationList of(EntityId agreement) const {
    RelationList rows = at(in_period_, agreement);
    std::erase_if(rows, [&](const SelectedRelation& row) { return row.verdict < criteria_.least; });
    return rows;
  }

  void judge(Successor& successor) const {
    const EntityId agreement = successor.agreement;
    const RelationList ever = at(ever_, agreement);
    if (ever.empty() && (graph_.when(agreement) || !admits_parties(agreement)))
      judge_by_lifespan(successor);
    else
      judge_by_parties(successor, ever);
  }

 private:
  static RelationList at(const RowsByAgreement& rows, EntityId agreement) {
    const auto found = rows.find(agreement);
    return found == rows.end() ? RelationList{} : found->second;
  }

  [[nodiscard]] RowsByAgreement known_ever(const Selection& selection) const {
    return by_agreement(graph_, parties_of(graph_, without_period(selection)).relations);
  }

  [[nodiscard]] bool admits_parties(EntityId entity) const {
    const RelationType* const type = graph_.vocabulary().find_type(tie_of_party);
    return type != nullptr && std::ranges::any_of(type->to, [&](const std::string& kind) {
             return graph_.vocabulary().is_a(graph_.kind(entity), kind);
           });
  }

  void judge_by_lifespan(Successor& successor) const {
    const bool has_lifespan = graph_.when(successor.agreement).has_value();
    successor.rests_on =
        admits_parties(successor.agreement) ? RestsOn::lifespan : RestsOn::presence;
    successor.in_force = has_lifespan        ? answers_.presence(successor.agreement).verdict
                         : criteria_.dated() ? Verdict::maybe
                                             : Verdict::yes;
  }

  void judge_by_parties(Successor& successor, const RelationList& ever) const {
    const EntityId agreement = successor.agreement;
    successor.in_force = best(at(in_period_, agreement));
    if (successor.in_force == Verdict::no && may_hold_undated(agreement))
      successor.in_force = Verdict::maybe;
    if (successor.in_force != Verdict::no) return;
    const auto give = [&](NotInForce because, const RelationList& rows) {
      successor.because = because;
      for (const SelectedRelation& row : rows) successor.reasons.push_back(row.relation);
    };
    const auto counting = [&](const SelectedRelation& row) { return counts(row.relation); };
    const RelationList reported = counting_of(at(as_reported_, agreement));
    if (ever.empty())
      give(NotInForce::no_party_known, {});
    else if (std::ranges::none_of(ever, counting))
      give(reason_of(ever), ever);
    else if (best(reported) != Verdict::no)
      give(NotInForce::inferred_ended, reported);
  }

  /// A plan does not put anything in force.
  [[nodiscard]] bool counts(RelationId relation) const {
    const Modality modality = graph_.modality(relation);
    return modality == Modality::fact || modality == Modality::derived;
  }

  [[nodiscard]] RelationList counting_of(RelationList rows) const {
    std::erase_if(rows, [&](const SelectedRelation& row) { return !counts(row.relation); });
    return rows;
  }

  /// Why an agreement is not in force whose ties do not count.
  [[nodiscard]] NotInForce reason_of(const RelationList& rows) const {
    const auto claims = std::ranges::count_if(rows, [&](const SelectedRelation& row) {
      return graph_.modality(row.relation) == Modality::claim;
    });
    if (claims == 0) return NotInForce::only_planned;
    return claims == std::ssize(rows) ? NotInForce::only_claimed
                                      : NotInForce::only_planned_or_claimed;
  }

  [[nodiscard]] Verdict best(const RelationList& rows) const {
    Verdict verdict = Verdict::no;
    for (const SelectedRelation& row : rows)
      if (counts(row.relation) && (!criteria_.dated() || is_dated(row.relation)))
        verdict = verdict | row.verdict;
    return verdict;
  }

  [[nodiscard]] bool is_dated(RelationId relation) const {
    return graph_.store().has(relation, Trait::dated) ||
           graph_.store().has(relation, Trait::evidence_dated);
  }

  /// Whether a tie that counts has no date, and may hold in the period.
  [[nodiscard]] bool may_hold_undated(EntityId agreement) const {
    return std::ranges::any_of(at(in_period_, agreement),
                               [&](const SelectedRelation& row) {
                                 return counts(row.relation) && !is_dated(row.relation);
                               }) ||
           std::ranges::any_of(facts_.undated, [&](RelationId relation) {
             return graph_.to(relation) == agreement && counts(relation);
           });
  }

  const Graph& graph_;
  const Criteria criteria_;
  const Answers answers_;
  const SelectedFacts facts_;
  const RowsByAgreement in_period_;
  const RowsByAgreement ever_;
  RowsByAgreement as_reported_;
};

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
    return std::tuple(newer[agreement], -std::int64_t{first_day(graph, agreement).count()},
                      agreement);
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
                     const Viewpoint& viewpoint, EntityId agreement) {
  const auto found = rows.find(agreement);
  return found == rows.end() ? RelationList{} : in_order_of_time(graph, found->second, viewpoint);
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
  const Parties parties(graph, selection);
  const Viewpoint viewpoint(graph, selection);
  std::vector<Successor> chain;
  for (const EntityId one : newest_first(graph, agreements, succession)) {
    Successor successor{one, Verdict::no, rows_of(succession, graph, viewpoint, one),
                        in_order_of_time(graph, parties.of(one), viewpoint)};
    parties.judge(successor);
    chain.push_back(std::move(successor));
  }
  return chain;
}

}  // namespace entente
