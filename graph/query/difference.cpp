#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <entente/query/difference.hpp>
#include <entente/query/spells.hpp>
#include <entente/query/timeline.hpp>
#include <entente/time/window.hpp>

#include "facts/criteria.hpp"
#include "facts/spells.hpp"

namespace entente {
namespace {

using DatedRows = std::vector<SelectedRelation>;

bool is_act(const Graph& graph, RelationId relation) {
  return graph.type(relation).reading == Reading::instant;
}

bool is_dated(const Graph& graph, RelationId relation) {
  return graph.store().has(relation, Trait::dated) ||
         graph.store().has(relation, Trait::evidence_dated);
}

/// What a period keeps, whatever the certainty asked for, and what it leaves out as undated.
class Kept {
 public:
  explicit Kept(const Graph& graph) : graph_(graph) {}

  /// All states with their verdicts at a date.
  DatedRows states_at(std::string_view date, Selection selection) {
    selection.as_of = date;
    selection.keep = Keep::certain_and_possible;
    return dated(graph_.facts(selection), Reading::interval);
  }

  DatedRows acts_within(const Window& window, Selection selection) {
    selection.during = format(window);
    selection.keep = Keep::certain_and_possible;
    return dated(graph_.facts(selection), Reading::instant);
  }

  std::set<RelationId> undated;

 private:
  DatedRows dated(const SelectedFacts& facts, Reading reading) {
    undated.insert(facts.undated.begin(), facts.undated.end());
    DatedRows rows;
    for (const SelectedRelation& row : facts.relations) {
      // Of what needs no date a state holds on both days, though it may not have been known; an act
      // happened on no day, and misses none.
      if (row.why == Why::undated)
        undated.insert(row.relation);
      else if (!is_dated(graph_, row.relation) && is_act(graph_, row.relation))
        continue;
      else if (graph_.type(row.relation).reading == reading)
        rows.push_back(row);
    }
    return rows;
  }

  const Graph& graph_;
};

const SelectedRelation* row_of(const DatedRows& rows, RelationId relation) {
  const auto found = std::ranges::lower_bound(rows, relation, {}, &SelectedRelation::relation);
  return found == rows.end() || found->relation != relation ? nullptr : &*found;
}

/// The row of a tie that holds best at one time: the most certain, then what is not presumed, then
/// the smallest relation.
std::optional<SelectedRelation> best_of(const std::vector<RelationId>& tie, const DatedRows& rows) {
  std::optional<SelectedRelation> best;
  for (const RelationId relation : tie) {
    const SelectedRelation* row = row_of(rows, relation);
    if (row == nullptr) continue;
    const bool is_firmer =
        best && (row->verdict > best->verdict ||
                 (row->verdict == best->verdict && best->presumed && !row->presumed));
    if (!best || is_firmer) best = *row;
  }
  return best;
}

/// Whether it misses no date: it has one, or needs none.
bool is_timed(const Graph& graph, RelationId relation) {
  return is_dated(graph, relation) ||
         graph.vocabulary().is_timeless(graph.type(relation), graph.kind(graph.from(relation)));
}

/// The states that miss no date, whenever they held.
std::vector<RelationId> timed_states(const Graph& graph, Selection selection) {
  selection.keep = Keep::certain_and_possible;
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : graph.facts(selection).relations)
    if (!is_act(graph, row.relation) && is_timed(graph, row.relation))
      relations.push_back(row.relation);
  return relations;
}

/// Spells of one tie between which there may be no gap, put together: of what may have gone on
/// nobody can say that it ended and appeared.
std::vector<Spell> ties_of(const Graph& graph, std::vector<Spell> spells) {
  const auto key = [&](const Spell& spell) {
    return tie_key(graph.store(), spell.relations.front());
  };
  std::ranges::stable_sort(spells, [&](const Spell& a, const Spell& b) {
    return std::pair(key(a), a.bounds.start_min) < std::pair(key(b), b.bounds.start_min);
  });
  std::vector<Spell> ties;
  for (Spell& spell : spells) {
    if (ties.empty() || key(ties.back()) != key(spell) ||
        !possibly_touch(ties.back().bounds, spell.bounds)) {
      ties.push_back(std::move(spell));
      continue;
    }
    Spell& tie = ties.back();
    tie.relations.insert(tie.relations.end(), spell.relations.begin(), spell.relations.end());
    std::ranges::sort(tie.relations);
    tie.bounds.end_max = std::max(tie.bounds.end_max, spell.bounds.end_max);
    if (spell.accounts == Accounts::differ) tie.accounts = Accounts::differ;
  }
  return ties;
}

/// Sorts the ties of the two days.
class Comparison {
 public:
  Comparison(const Graph& graph, const DatedRows& before, const DatedRows& after)
      : graph_(graph), before_(before), after_(after) {}

  void run(const Selection& selection) {
    for (const Spell& tie :
         ties_of(graph_, spells(graph_, timed_states(graph_, selection), selection)))
      if (add(tie.relations) && tie.accounts == Accounts::differ)
        difference.accounts_differ.insert(difference.accounts_differ.end(), tie.relations.begin(),
                                          tie.relations.end());
    std::ranges::sort(difference.accounts_differ);
  }

  Difference difference;

 private:
  /// Whether the tie holds on one of the days.
  bool add(const std::vector<RelationId>& tie) {
    const auto before = best_of(tie, before_);
    const auto after = best_of(tie, after_);
    if (before && after)
      difference.persisted.push_back({before->relation, before->verdict & after->verdict,
                                      before->qualified || after->qualified,
                                      graver(before->why, after->why),
                                      before->presumed || after->presumed});
    else if (before)
      difference.ended.push_back(*before);
    else if (after)
      difference.appeared.push_back(*after);
    return before || after;
  }

  const Graph& graph_;
  const DatedRows& before_;
  const DatedRows& after_;
};

void keep_as_asked(const Graph& graph, const Viewpoint& viewpoint, Keep keep, DatedRows& rows,
                   Counts& counts) {
  if (keep == Keep::certain_only)
    std::erase_if(rows, [](const SelectedRelation& row) { return row.verdict != Verdict::yes; });
  rows = in_order_of_time(graph, rows, viewpoint);
  for (const SelectedRelation& row : rows) counts.add(row.verdict);
}

/// Those that would still hold on the second day, had nothing been inferred.
std::vector<RelationId> only_inferred(const Graph& graph, const DatedRows& ended,
                                      std::string_view second, Selection selection) {
  if (selection.inference == Inference::off || ended.empty()) return {};
  selection.inference = Inference::off;
  const DatedRows otherwise = Kept(graph).states_at(second, selection);
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : ended)
    if (row_of(otherwise, row.relation) != nullptr) relations.push_back(row.relation);
  std::ranges::sort(relations);
  return relations;
}

/// Those whose own dates say that they hold on the second day, or may: an end of theirs was gone.
std::vector<RelationId> ended_with_an_end(const Viewpoint& viewpoint, const DatedRows& ended,
                                          const Window& second) {
  const auto goes_on = [&](RelationId relation) {
    TimeContext context = viewpoint.context(relation);
    context.lifetime = all_time;
    context.loose_lifetime.reset();
    const std::vector<When> dates = viewpoint.dates(relation);
    // What needs no date ends only so.
    return dates.empty() || std::ranges::any_of(dates, [&](const When& when) {
             return holds_during(when, Reading::interval, second, context).possible();
           });
  };
  std::vector<RelationId> relations;
  for (const SelectedRelation& row : ended)
    if (goes_on(row.relation)) relations.push_back(row.relation);
  std::ranges::sort(relations);
  return relations;
}

void refuse(const Selection& selection, std::string_view first, std::string_view second) {
  if (!selection.as_of.empty() || !selection.during.empty() || !selection.throughout.empty())
    throw InvalidArgument("period-given",
                          "a difference is between its two dates; leave --as-of, --during and "
                          "--throughout out");
  if (selection.undated == Undated::listed)
    throw InvalidArgument("undated-asked",
                          "a relation without a date neither appears nor ends between two dates, "
                          "and is in no list of a difference; leave --undated out");
  const Window before = window_of("the first date", std::string(first));
  const Window after = window_of("the second date", std::string(second));
  if (before.last < after.first) return;
  if (after.last < before.first)
    throw InvalidArgument("reversed-dates",
                          "the first date is the later one, and a difference is from the earlier "
                          "date to the later one\nwrite " +
                              std::string(second) + " " + std::string(first));
  throw InvalidArgument("overlapping-dates",
                        "the two dates have " +
                            std::string(before == after ? "the same days" : "days in common") +
                            "; a difference is between dates apart, as in 2013 2014");
}

}  // namespace

Difference difference(const Graph& graph, std::string_view first, std::string_view second,
                      const Selection& selection) {
  refuse(selection, first, second);
  const Window between{window_of("the first date", std::string(first)).last,
                       window_of("the second date", std::string(second)).last};
  Kept kept(graph);
  const DatedRows before = kept.states_at(first, selection);
  const DatedRows after = kept.states_at(second, selection);
  DatedRows acts;
  if (between.first < between.last)
    acts = kept.acts_within({between.first + 1, between.last}, selection);
  Comparison comparison(graph, before, after);
  comparison.run(selection);
  Difference result = std::move(comparison.difference);
  result.happened = std::move(acts);
  const Viewpoint viewpoint(graph, selection);
  for (auto* rows : {&result.appeared, &result.ended, &result.happened, &result.persisted})
    keep_as_asked(graph, viewpoint, selection.keep, *rows, result.counts);
  result.undated.assign(kept.undated.begin(), kept.undated.end());
  result.counts.undated = result.undated.size();
  result.ended_with_an_end =
      ended_with_an_end(viewpoint, result.ended, window_of("the second date", std::string(second)));
  result.ended_by_inference = only_inferred(graph, result.ended, second, selection);
  return result;
}

}  // namespace entente
