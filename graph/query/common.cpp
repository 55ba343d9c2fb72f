#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <entente/facts/local_facts.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/query/common.hpp>
#include <entente/query/timeline.hpp>

#include "facts/folding.hpp"
#include "query/longest_stretch.hpp"
#include "query/span_search.hpp"

namespace entente {
namespace {

/// The ties of one entity, by which of those asked about they lead to.
using SharedTies = std::map<EntityId, std::vector<SelectedRelation>>;

/// Whether a relation may be walked from one end to the other.
bool walks(const Graph& graph, RelationId relation, EntityId start, Direction direction) {
  if (direction == Direction::both) return true;
  if (graph.type(relation).symmetry == Symmetry::symmetric) return true;
  return (direction == Direction::out ? graph.from(relation) : graph.to(relation)) == start;
}

/// Agreements first, then bodies and events; the rest by the name of the kind.
std::pair<int, std::string_view> kind_order(const Graph& graph, EntityId entity) {
  const std::string_view kind = graph.kind(entity);
  int order = 0;
  for (const char* leading : {"agreement", "body", "event"}) {
    if (graph.vocabulary().is_a(kind, leading)) return {order, {}};
    ++order;
  }
  return {order, kind};
}

/// What one entity shares with those asked about.
class Sharing {
 public:
  Sharing(const Graph& graph, const SpanSearch& search, const Viewpoint& viewpoint, EntityId entity,
          const SharedTies& ties)
      : graph_(graph),
        search_(search),
        viewpoint_(viewpoint),
        folds_(graph, search.answers()),
        entity_(entity) {
    for (const auto& [start, rows] : ties) {
      legs_.emplace_back();
      std::vector<FoldedLeg> folded;
      for (const SelectedRelation& row : rows) folded.push_back(folds_.leg(row));
      folds_.join(folded);
      for (std::size_t i = 0; i < rows.size(); ++i) legs_.back().push_back({rows[i], folded[i]});
    }
  }

  [[nodiscard]] std::optional<Shared> shared() {
    for (const Verdict verdict : {Verdict::yes, Verdict::maybe}) {
      if (verdict < search_.criteria().least) return std::nullopt;
      chosen_.clear();
      if (!choose(0, verdict)) continue;
      return Shared{entity_, in_order_of_time(graph_, relations(), viewpoint_), verdict, span(),
                    verdict == Verdict::maybe ? why() : Why::none};
    }
    return std::nullopt;
  }

 private:
  struct Candidate {
    SelectedRelation row;
    FoldedLeg leg;
  };

  [[nodiscard]] Verdict fold(const Candidate& a, const Candidate& b) const {
    return folds_.fold(a.leg, b.leg, entity_);
  }

  /// Chooses one relation of each leg from `leg` on, each together with all before.
  bool choose(std::size_t leg, Verdict verdict) {
    if (leg == legs_.size()) return true;
    for (const Candidate& candidate : legs_[leg]) {
      if (candidate.row.verdict < verdict) continue;
      const bool fits = std::ranges::all_of(
          chosen_, [&](const Candidate* other) { return fold(candidate, *other) >= verdict; });
      if (!fits) continue;
      chosen_.push_back(&candidate);
      if (choose(leg + 1, verdict)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  /// Those that may hold together with one of each other leg.
  [[nodiscard]] std::vector<SelectedRelation> relations() const {
    std::vector<SelectedRelation> rows;
    for (const auto& leg : legs_)
      for (const Candidate& candidate : leg) {
        const bool kept = std::ranges::all_of(legs_, [&](const auto& other) {
          return &other == &leg || std::ranges::any_of(other, [&](const Candidate& partner) {
            return fold(candidate, partner) != Verdict::no;
          });
        });
        if (kept) rows.push_back(candidate.row);
      }
    return rows;
  }

  [[nodiscard]] Why why() const {
    Why gravest = Why::none;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      gravest = graver(gravest, chosen_[i]->row.why);
      for (std::size_t j = 0; j < i; ++j) {
        const Candidate& a = *chosen_[i];
        const Candidate& b = *chosen_[j];
        if (fold(a, b) < (a.row.verdict & b.row.verdict))
          gravest = graver(gravest, folds_.why_together(a.leg, b.leg));
      }
    }
    return gravest;
  }

  [[nodiscard]] std::optional<CommonSpan> span() const {
    const auto is_dated_act = [](const Candidate* one) {
      return one->leg.is_act && one->leg.dated;
    };
    if (folds_.gathers_acts(entity_) && std::ranges::all_of(chosen_, is_dated_act))
      return span_of_acts();
    std::vector<std::vector<RelationId>> relations;
    for (std::size_t leg = 0; leg < legs_.size(); ++leg) relations.push_back(like_chosen(leg));
    return search_.best(relations).span;
  }

  /// The relations of a leg that may stand for it as the chosen one does.
  [[nodiscard]] std::vector<RelationId> like_chosen(std::size_t leg) const {
    const Candidate& chosen = *chosen_[leg];
    std::vector<RelationId> relations;
    for (const Candidate& candidate : legs_[leg])
      if (candidate.row.verdict >= chosen.row.verdict &&
          candidate.leg.is_act == chosen.leg.is_act && candidate.leg.dated == chosen.leg.dated)
        relations.push_back(candidate.row.relation);
    return relations;
  }

  /// From the first act to the last, as written.
  [[nodiscard]] std::optional<CommonSpan> span_of_acts() const {
    std::optional<When> first;
    std::optional<When> last;
    Verdict verdict = Verdict::yes;
    for (const Candidate* one : chosen_) {
      const auto when = viewpoint_.when(one->row.relation);
      if (!when) return std::nullopt;
      const auto days = [](const When& w) { return w.bounds(Reading::instant); };
      if (!first || days(*when).start_min < days(*first).start_min) first = when;
      if (!last || days(*when).end_max > days(*last).end_max) last = when;
      verdict = verdict & one->row.verdict;
    }
    if (*first == *last) return CommonSpan{*first, verdict};
    const std::string start(first->start(Reading::instant).text());
    const std::string end(last->end(Reading::instant).text());
    return CommonSpan{When::between(start, end), verdict};
  }

  const Graph& graph_;
  const SpanSearch& search_;
  const Viewpoint& viewpoint_;
  Folds folds_;
  const EntityId entity_;
  std::vector<std::vector<Candidate>> legs_;
  std::vector<const Candidate*> chosen_;
};

/// Those that rows of a selection have for each relation, which stand by relation.
const SelectedRelation* row_of(const SelectedFacts& facts, RelationId relation) {
  const auto found =
      std::ranges::lower_bound(facts.relations, relation, {}, &SelectedRelation::relation);
  return found != facts.relations.end() && found->relation == relation ? &*found : nullptr;
}

/// By what they share, the ties of both ends of an edge.
std::map<EntityId, SharedTies> ties_of_edge(const Graph& graph, const Network& network,
                                            EdgeIndex edge, const SelectedFacts& facts) {
  std::map<EntityId, SharedTies> ties;
  const EntityId a = network.entity(network.from(edge));
  const EntityId b = network.entity(network.to(edge));
  for (const RelationId relation : network.relations(edge)) {
    const SelectedRelation* row = row_of(facts, relation);
    if (row == nullptr) continue;
    const EntityId from = graph.from(relation);
    const EntityId member = from == a || from == b ? from : graph.to(relation);
    ties[from == member ? graph.to(relation) : from][member].push_back(*row);
  }
  return ties;
}

std::int64_t certain_days(const Shared& shared) {
  if (!shared.span) return 0;
  const When& when = shared.span->when;
  const Bounds bounds = when.bounds(when.is_interval() ? Reading::interval : Reading::instant);
  return days_between(bounds.start_max, bounds.end_min);
}

bool is_better(const Shared& a, const Shared& b) {
  if (a.verdict != b.verdict) return a.verdict > b.verdict;
  return certain_days(a) > certain_days(b);
}

}  // namespace

std::vector<std::optional<Shared>> shared_by_edges(const Graph& graph, const Network& network,
                                                   std::span<const EdgeIndex> edges,
                                                   const Selection& selection) {
  const SelectedFacts facts = graph.facts(selection);
  const SpanSearch search(graph, selection);
  const Viewpoint viewpoint(graph, selection);
  std::vector<std::optional<Shared>> all;
  for (const EdgeIndex edge : edges) {
    std::optional<Shared>& best = all.emplace_back();
    for (const auto& [entity, ties] : ties_of_edge(graph, network, edge, facts)) {
      if (ties.size() < 2) continue;
      auto one = Sharing(graph, search, viewpoint, entity, ties).shared();
      if (one && (!best || is_better(*one, *best))) best = std::move(one);
    }
  }
  return all;
}

std::vector<Shared> common(const Graph& graph, std::span<const EntityId> entities,
                           const Selection& selection) {
  const std::set<EntityId> asked(entities.begin(), entities.end());
  std::map<EntityId, SharedTies> tied;
  for (const SelectedRelation& row : facts_at(graph, selection, entities).relations) {
    const EntityId from = graph.from(row.relation);
    const EntityId to = graph.to(row.relation);
    for (const auto& [start, other] : {std::pair(from, to), std::pair(to, from)}) {
      if (!asked.contains(start) || asked.contains(other)) continue;
      if (!walks(graph, row.relation, start, selection.direction)) continue;
      tied[other][start].push_back(row);
    }
  }
  const SpanSearch search(graph, selection);
  const Viewpoint viewpoint(graph, selection);
  std::vector<Shared> shared;
  for (const auto& [entity, ties] : tied) {
    if (ties.size() != asked.size()) continue;
    if (auto one = Sharing(graph, search, viewpoint, entity, ties).shared())
      shared.push_back(std::move(*one));
  }
  std::ranges::stable_sort(shared, {},
                           [&](const Shared& one) { return kind_order(graph, one.entity); });
  return shared;
}

}  // namespace entente
