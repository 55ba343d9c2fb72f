// Clause after clause: rows are pushed from each to the next, and wait only where all must be
// there.

#include "query/pattern/execution.hpp"

#include <algorithm>

#include <entente/text/language.hpp>

#include "query/pattern/count/counter.hpp"
#include "query/pattern/parameters.hpp"
#include "query/pattern/period.hpp"
#include "query/pattern/rewrite.hpp"

namespace entente::query {

Execution::Execution(const Plan& plan, const Parameters& parameters, const RunOptions& options)
    : plan_(plan),
      options_(options),
      work_(plan.text, options),
      tallies_(options.profile == Profile::on),
      evaluator_(plan.source.store(), plan.text, parameters, options, *this),
      default_selections_{options.selection} {
  for (std::size_t i = 0; i < plan.parameters.size(); ++i)
    if (const std::string& name = plan.parameters[i]; !parameters.contains(name))
      fail(plan.text, Phase::compile_time, "ParameterMissing", "MissingParameter",
           plan.parameter_places[i], "the parameter $" + name + " is not set",
           "give it by --param " + name + "=…");
  check_parameters(plan.source.store(), parameters);
  static_cast<void>(LanguagePreference::parse(options.languages));  // also where no name is asked
  if (!plan.source.store().dossier()) return;
  Row nothing{std::vector<Value>(plan.query.slots), {}};
  if (plan.query.period.is_given())
    default_selections_ = narrowed(evaluator_, plan.query.period, default_selections_, nothing);
  default_certainly_ =
      plan.query.period.certainly ||
      (options.selection.keep == Keep::certain_only && !plan.query.period.for_all_time);
  seen_edges_.resize(plan.source.store().edge_count(), 0);
  seen_nodes_.resize(plan.source.store().node_count(), 0);
}

void Execution::keep(const std::vector<Value>& row) {
  // Its place is there twice for a moment, when all rows are put in line.
  work_.hold(Work::bytes_of(row) + static_cast<std::int64_t>(2 * sizeof(row)) + 4);
}

void Execution::tick(const Expr& expr, std::size_t items) {
  work_.tick(items, expr.span);
}

Result Execution::run(const TakeRow& take) {
  const Metered metered(work_);
  result_.columns = plan_.columns;
  result_.has_period = plan_.asks_period;
  const Query& query = plan_.query;
  for (const Knowledge& seen : query.seen) {
    const Viewpoint* const by = seen.of == Knowledge::Of::nothing ? nullptr : viewpoint(seen);
    result_.seen.push_back(by ? std::optional(*by) : std::nullopt);
  }
  const bool unites = !query.union_all.empty() && !query.union_all[0];
  using United = std::unordered_map<std::vector<Value>, Doubt, ValueHash, ValueSame>;
  United united;
  std::vector<United::const_pointer> in_order;
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
      const auto [place, is_new] = united.emplace(values, found.doubt);
      if (is_new) {
        in_order.push_back(&*place);
        work_.hold(Work::bytes_of(values) + chunk_of(sizeof(United::value_type) + 16) + 36);
      } else if (!found.doubt.possible) {
        place->second = {};
      }
      return true;
    });
  }
  for (const auto* each : in_order)
    if (!give(each->first, each->second)) break;
  for (const Mask* mask : period_masks_) {
    const Graph& graph = *plan_.source.store().dossier();
    const auto touches = [&](RelationId relation) {
      return seen_nodes_[index(graph.from(relation))] != 0 ||
             seen_nodes_[index(graph.to(relation))] != 0;
    };
    std::ranges::copy_if(mask->undated(), std::back_inserter(result_.undated), touches);
    std::ranges::copy_if(mask->inferred_ended(), std::back_inserter(result_.inferred_ended),
                         touches);
    std::ranges::copy_if(mask->presumed(), std::back_inserter(result_.presumed),
                         [&](RelationId relation) { return seen_edges_[index(relation)] != 0; });
  }
  const auto once = [](std::vector<RelationId>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  };
  once(result_.undated);
  once(result_.inferred_ended);
  once(result_.presumed);
  result_.counts.undated = result_.undated.size();
  for (const std::uint8_t seen : seen_edges_)
    if (seen != 0) result_.counts.add(seen == 1 ? Verdict::maybe : Verdict::yes);
  result_.held = static_cast<std::size_t>(std::max<std::int64_t>(work_.held(), 0));
  if (options_.profile == Profile::on) result_.profile = profiled(plan_, tallies_);
  return std::move(result_);
}

void Execution::each_row(const Single& query, Row& row, const Take& take) {
  ++level_;
  const Doubt outer = std::exchange(row.left_out, {});
  const auto open = row.open;
  single(query, row, take);
  row.open = open;
  row.left_out = outer;
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
  bool is_counted = false;
  for (std::size_t s = stages.size(); s-- > 0;) {
    is_counted = is_counted || (stages[s].body && stages[s].body->aggregates);
    stages[s].is_counted = is_counted;
  }
  for (std::size_t s = 0; s < stages.size(); ++s) {
    Stage& stage = stages[s];
    if (!stage.body) continue;
    const bool is_last = s + 1 == stages.size();
    stage.projection = std::make_unique<Projection>(
        evaluator_, work_, *stage.body, stage.where,
        is_last ? Projection::Followed::no : Projection::Followed::yes,
        [&, s, is_last](Row& projected) {
          if (!projected.left_out.possible)
            tallies_.add_row(stages[s].body);
          else if (is_last)
            return true;
          if (is_last) return take(projected);
          return feed(query, stages, s + 1, stages[s + 1].first, projected, take);
        });
  }
  if (!count_first(query, stages[0], row)) static_cast<void>(feed(query, stages, 0, 0, row, take));
  Doubt discarded;
  for (Stage& stage : stages) {
    if (stage.discarded.possible) discarded.add(stage.discarded.why);
    if (!stage.projection) continue;
    stage.projection->finish(row, discarded);
    if (const Doubt& lacks = stage.projection->lacks(); lacks.possible) discarded.add(lacks.why);
  }
  const Projection* const last = stages.back().projection.get();
  if (level_ > 0 || !last) return;
  result_.is_cut = result_.is_cut || last->is_cut();
  result_.left_out += last->left_out();
}

/// Runs the stage's clauses from that one on; false if no more rows are wanted.
bool Execution::feed(const Single& query, Stages& stages, std::size_t stage, std::size_t clause,
                     Row& row, const Take& take) {
  Stage& here = stages[stage];
  if (clause == here.last) {
    if (here.body) work_.begin_rows(here.body->clause);
    if (here.projection) return here.projection->add(row);
    return row.left_out.possible || take(row);
  }
  const Take next = [&](Row& found) { return feed(query, stages, stage, clause + 1, found, take); };
  const Clause& this_clause = query.clauses[clause];
  if (this_clause.match) return match(*this_clause.match, here, row, next);
  work_.begin_rows(this_clause.span);
  return unwind(*this_clause.unwind, row, next);
}

bool Execution::match(const Match& match, Stage& stage, Row& row, const Take& next) {
  Matcher& finder = matcher(match);
  MatchRun run = match_run(match, row);
  run.carries = stage.is_counted;
  const bool is_left_out = row.left_out.possible;
  bool found_any = false;
  // What a subquery asks under a period, the answer rests on too.
  const bool is_told = plan_.source.store().dossier() && !is_left_out &&
                       (level_ == 0 || period_masks_.contains(run.mask));
  const auto take = [&](Row& found) {
    if (found.left_out.possible && !is_left_out) return next(found);
    found_any = true;
    if (is_told) count(finder, run.mask);
    return next(found);
  };
  bool goes_on = finder.run(row, run, take);
  if (finder.discarded().possible) stage.discarded.add(finder.discarded().why);
  if (found_any || !match.optional || !goes_on) return goes_on;
  tallies_.add_row(&match);
  for (const Slot slot : plan_.matches.at(&match).introduced) row.values[slot] = {};
  return next(row);
}

bool Execution::count_first(const Single& query, Stage& stage, Row& row) {
  const auto found = plan_.counts.find(&query);
  if (found == plan_.counts.end() || level_ > 0) return false;
  const CountPlan& plan = *found->second;
  const bool is_dossier = plan_.source.store().dossier() != nullptr;
  const Mask* mask = nullptr;
  for (std::size_t i = 0; i < plan.clauses; ++i) {
    const MatchRun run = match_run(*query.clauses[i].match, row);
    if (run.certainly || (i > 0 && run.mask != mask)) return false;
    mask = run.mask;
  }
  // Tests of edges are subqueries, which the query's own period is asked about.
  if (plan.has_joins && is_dossier && !selects_all(default_selections_)) return false;
  // What other subqueries leave open is judged together with what is matched.
  if (plan.has_subqueries && is_dossier) {
    const Mask* const asked = mask_for(default_selections_);
    if (asked && !asked->is_certain()) return false;
  }
  if (mask)
    for (const CountedNode& node : plan.nodes)
      for (const NodePattern* pattern : node.patterns)
        if (pattern->is_alone) return false;
  const auto note = [this, mask](std::uint32_t edge, std::uint32_t node) {
    seen_nodes_[node] = 1;
    if (edge >= seen_edges_.size()) return;
    const bool is_certain = !mask || mask->edge(Edge{edge}).verdict == Verdict::yes;
    seen_edges_[edge] = std::max<std::uint8_t>(seen_edges_[edge], is_certain ? 2 : 1);
  };
  const Counter::Mark mark(note);
  const auto add = [&stage](Row& counted, std::int64_t times) {
    return stage.projection->add(counted, times);
  };
  const std::vector<PathPattern>& paths = query.clauses[0].match->paths;
  work_.begin_walk(paths.front().span.to(paths.back().span));
  work_.begin_rows(stage.body->clause);
  Counter counter(evaluator_, work_, tallies_, plan, mask, is_dossier ? &mark : nullptr);
  counter.run(row, add);
  return true;
}

bool Execution::unwind(const Unwind& unwind, Row& row, const Take& next) {
  const Doubt before = row.doubt;
  const Value list = evaluator_.value(*unwind.list, row, row.doubt);
  bool goes_on = true;
  if (list.list()) {
    for (const Value& item : *list.list()) {
      work_.tick();
      row.values[unwind.name.slot] = item;
      tallies_.add_row(&unwind);
      goes_on = next(row);
      if (!goes_on) break;
    }
  } else if (!list.is_null()) {
    row.values[unwind.name.slot] = list;
    tallies_.add_row(&unwind);
    goes_on = next(row);
  }
  row.doubt = before;
  return goes_on;
}

Matcher& Execution::matcher(const Match& match) {
  std::unique_ptr<Matcher>& found = matchers_[&match];
  if (!found)
    found = std::make_unique<Matcher>(evaluator_, work_, tallies_, plan_.matches.at(&match));
  return *found;
}

}  // namespace entente::query
