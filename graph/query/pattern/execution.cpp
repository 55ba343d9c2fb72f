// Clause after clause: rows are pushed from each to the next, and wait only where all must be
// there.

#include "query/pattern/execution.hpp"

#include <algorithm>

#include "query/pattern/functions/period_text.hpp"

namespace entente::query {

Execution::Execution(const Plan& plan, const Parameters& parameters, const RunOptions& options)
    : plan_(plan),
      options_(options),
      work_(plan.text, options),
      evaluator_(plan.source.store(), plan.text, parameters, options, *this),
      default_selection_(options.selection) {
  if (!plan.source.store().dossier()) return;
  Row nothing{std::vector<Value>(plan.query.slots), {}};
  if (plan.query.period.is_given())
    default_selection_ = narrowed(plan.query.period, default_selection_, nothing);
  default_certainly_ =
      plan.query.period.certainly ||
      (default_selection_.keep == Keep::certain_only && !plan.query.period.for_all_time);
  seen_edges_.resize(plan.source.store().edge_count(), 0);
  seen_nodes_.resize(plan.source.store().node_count(), 0);
}

void Execution::tick(const Expr&) {
  work_.tick();
}

Result Execution::run(const TakeRow& take) {
  result_.columns = plan_.columns;
  const Query& query = plan_.query;
  const bool unites = !query.union_all.empty() && !query.union_all[0];
  struct United {
    std::vector<Value> row;
    Doubt doubt;
  };
  std::vector<United> united;
  std::unordered_map<std::vector<Value>, std::size_t, ValueHash, ValueSame> known;
  const auto give = [&take](const std::vector<Value>& row, const Doubt& doubt) {
    return take(row, {doubt.possible ? Verdict::maybe : Verdict::yes, doubt.why});
  };
  bool goes_on = true;
  for (const Single& part : query.parts) {
    if (!goes_on) break;
    Row row{std::vector<Value>(query.slots), {}};
    std::vector<Value> values(part.body->items.size());
    single(part, row, [&](Row& found) {
      for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = found.values[part.body->items[i].slot];
      if (!unites) return goes_on = give(values, found.doubt);
      const auto [place, is_new] = known.emplace(values, united.size());
      if (is_new)
        united.push_back({values, found.doubt});
      else if (!found.doubt.possible)
        united[place->second].doubt = {};
      return true;
    });
  }
  for (const United& each : united)
    if (!give(each.row, each.doubt)) break;
  for (const Mask* mask : period_masks_) {
    const Graph& graph = *plan_.source.store().dossier();
    const auto touches = [&](RelationId relation) {
      return seen_nodes_[index(graph.from(relation))] != 0 ||
             seen_nodes_[index(graph.to(relation))] != 0;
    };
    std::ranges::copy_if(mask->undated(), std::back_inserter(result_.undated), touches);
    std::ranges::copy_if(mask->inferred_ended(), std::back_inserter(result_.inferred_ended),
                         touches);
  }
  const auto once = [](std::vector<RelationId>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  once(result_.undated);
  once(result_.inferred_ended);
  result_.counts.undated = result_.undated.size();
  for (const std::uint8_t seen : seen_edges_)
    if (seen != 0) result_.counts.add(seen == 1 ? Verdict::maybe : Verdict::yes);
  return std::move(result_);
}

void Execution::each_row(const Single& query, Row& row, const Take& take) {
  ++level_;
  single(query, row, take);
  --level_;
}

void Execution::single(const Single& query, Row& row, const Take& take) {
  Stages stages(1);
  for (std::size_t i = 0; i < query.clauses.size(); ++i) {
    if (!query.clauses[i].with) continue;
    stages.back().last = i;
    stages.back().body = &query.clauses[i].with->body;
    stages.back().where = query.clauses[i].with->where.get();
    stages.emplace_back();
    stages.back().first = i + 1;
  }
  stages.back().last = query.clauses.size();
  if (query.body) stages.back().body = &*query.body;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    Stage& stage = stages[s];
    if (!stage.body) continue;
    const bool is_last = s + 1 == stages.size();
    stage.projection = std::make_unique<Projection>(
        evaluator_, work_, *stage.body, stage.where, [&, s, is_last](Row& projected) {
          if (is_last) return take(projected);
          return feed(query, stages, s + 1, stages[s + 1].first, projected, take);
        });
  }
  static_cast<void>(feed(query, stages, 0, 0, row, take));
  Doubt discarded;
  for (Stage& stage : stages) {
    if (stage.discarded.possible) discarded.add(stage.discarded.why);
    if (stage.projection) stage.projection->finish(row, discarded);
  }
}

/// Runs the stage's clauses from that one on; false if no more rows are wanted.
bool Execution::feed(const Single& query, Stages& stages, std::size_t stage, std::size_t clause,
                     Row& row, const Take& take) {
  Stage& here = stages[stage];
  if (clause == here.last) {
    work_.begin_rows(here.body ? here.body->span : query.span);
    return here.projection ? here.projection->add(row) : take(row);
  }
  const Take next = [&](Row& found) { return feed(query, stages, stage, clause + 1, found, take); };
  const Clause& this_clause = query.clauses[clause];
  if (this_clause.match) return match(*this_clause.match, here, row, next);
  work_.begin_rows(this_clause.span);
  return unwind(*this_clause.unwind, row, next);
}

bool Execution::match(const Match& match, Stage& stage, Row& row, const Take& next) {
  Matcher& finder = matcher(match);
  const MatchRun run = match_run(match, row);
  bool found_any = false;
  const auto take = [&](Row& found) {
    found_any = true;
    if (level_ == 0 && plan_.source.store().dossier()) count(finder, run.mask);
    return next(found);
  };
  bool goes_on = finder.run(row, run, take);
  if (finder.discarded().possible) stage.discarded.add(finder.discarded().why);
  if (found_any || !match.optional || !goes_on) return goes_on;
  for (const Slot slot : plan_.matches.at(&match).introduced) row.values[slot] = {};
  return next(row);
}

bool Execution::unwind(const Unwind& unwind, Row& row, const Take& next) {
  const Doubt before = row.doubt;
  const Value list = evaluator_.value(*unwind.list, row, row.doubt);
  bool goes_on = true;
  if (list.list()) {
    for (const Value& item : *list.list()) {
      work_.tick();
      row.values[unwind.name.slot] = item;
      goes_on = next(row);
      if (!goes_on) break;
    }
  } else if (!list.is_null()) {
    row.values[unwind.name.slot] = list;
    goes_on = next(row);
  }
  row.doubt = before;
  return goes_on;
}

Matcher& Execution::matcher(const Match& match) {
  std::unique_ptr<Matcher>& found = matchers_[&match];
  if (!found) found = std::make_unique<Matcher>(evaluator_, work_, plan_.matches.at(&match));
  return *found;
}

/// Notes which relations the answer rests on, and whose undated ones it passes over.
void Execution::count(const Matcher& matcher, const Mask* mask) {
  matcher.each_edge([&](Edge edge) {
    const bool is_certain = !mask || mask->edge(edge).verdict == Verdict::yes;
    std::uint8_t& seen = seen_edges_[static_cast<std::uint32_t>(edge)];
    seen = std::max<std::uint8_t>(seen, is_certain ? 2 : 1);
  });
  matcher.each_node([&](Node node) { seen_nodes_[static_cast<std::uint32_t>(node)] = 1; });
}

Selection Execution::narrowed(const PeriodClause& period, Selection selection, Row& row) const {
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  selection.known_at.clear();
  for (const PeriodTerm& term : period.terms) {
    std::string& place = term.kind == PeriodKind::as_of        ? selection.as_of
                         : term.kind == PeriodKind::during     ? selection.during
                         : term.kind == PeriodKind::throughout ? selection.throughout
                                                               : selection.known_at;
    place = period_text(evaluator_, evaluator_.value(*term.date, row), *term.date);
  }
  if (period.with_undated) selection.undated = Undated::listed;
  return selection;
}

MatchRun Execution::match_run(const Match& match, Row& row) {
  if (!plan_.source.store().dossier()) return {};
  if (!match.period.is_given()) return {mask_for(default_selection_), default_certainly_};
  const Selection selection = narrowed(match.period, default_selection_, row);
  return {mask_for(selection), match.period.certainly};
}

const Mask* Execution::mask_for(const Selection& selection) {
  if (selects_all(selection)) return nullptr;
  const std::string key = selection.as_of + '\n' + selection.during + '\n' + selection.throughout +
                          '\n' + selection.known_at + '\n' +
                          (selection.undated == Undated::listed ? "listed" : "");
  std::unique_ptr<Mask>& mask = masks_[key];
  if (!mask) {
    mask = std::make_unique<Mask>(*plan_.source.store().dossier(), selection);
    if (has_period(selection) && level_ == 0) {
      period_masks_.push_back(mask.get());
      result_.has_period = true;
    }
  }
  return mask.get();
}

Judged Execution::judge(Edge edge, PeriodKind kind, const std::string& period, const Expr&) {
  Selection selection = options_.selection;
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  selection.undated = Undated::listed;
  (kind == PeriodKind::as_of    ? selection.as_of
   : kind == PeriodKind::during ? selection.during
                                : selection.throughout) = period;
  ++level_;  // its undated relations are not those of the query's own period
  const Mask* const mask = mask_for(selection);
  --level_;
  return mask->edge(edge);
}

}  // namespace entente::query
