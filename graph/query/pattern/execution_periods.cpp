// What a run sees: the periods of its clauses, and which relations its answer rests on.

#include <algorithm>

#include "query/pattern/execution.hpp"
#include "query/pattern/period.hpp"

namespace entente::query {

/// Notes which relations the answer rests on, and whose undated ones it passes over.
void Execution::count(const Matcher& matcher, const Mask* mask) {
  matcher.each_edge([&](Edge edge) {
    const bool is_certain = !mask || mask->edge(edge).verdict == Verdict::yes;
    std::uint8_t& seen = seen_edges_[static_cast<std::uint32_t>(edge)];
    seen = std::max<std::uint8_t>(seen, is_certain ? 2 : 1);
  });
  matcher.each_node([&](Node node) { seen_nodes_[static_cast<std::uint32_t>(node)] = 1; });
}

MatchRun Execution::match_run(const Match& match, Row& row) {
  if (!plan_.source.store().dossier()) return {};
  if (!match.period.is_given()) return {told_mask_for(default_selections_), default_certainly_};
  const Selections all = narrowed(evaluator_, match.period, default_selections_, row);
  return {told_mask_for(all), match.period.certainly};
}

const Mask* Execution::told_mask_for(const Selections& all) {
  const Mask* const mask = mask_for(all);
  if (mask && has_period(all) && period_masks_.insert(mask).second) result_.has_period = true;
  return mask;
}

const Mask* Execution::mask_for(const Selections& all) {
  if (selects_all(all)) return nullptr;
  const std::string key = mask_key(all);
  std::shared_ptr<const Mask>& mask = masks_[key];
  if (!mask) {
    const auto prepared = plan_.masks.find(key);
    mask = prepared != plan_.masks.end()
               ? prepared->second
               : std::make_shared<const Mask>(*plan_.source.store().dossier(), all);
  }
  return mask.get();
}

Selection Execution::selection(const Knowledge& seen) {
  if (seen.clause == nullptr) return default_selections_.front();
  Row nothing{std::vector<Value>(plan_.query.slots), {}};
  return known_by(evaluator_, *seen.clause, default_selections_.front(), nothing);
}

const Viewpoint* Execution::viewpoint(const Knowledge& seen) {
  const Graph* const graph = plan_.source.store().dossier();
  if (graph == nullptr) return nullptr;
  const auto [place, is_new] = viewpoints_.try_emplace(seen.clause);
  if (is_new) {
    const Selection by = selection(seen);
    if (!by.known_at.empty() || !by.sources.empty()) place->second.emplace(*graph, by);
  }
  return place->second ? &*place->second : nullptr;
}

Judged Execution::judge(Edge edge, PeriodKind kind, const std::string& period, const Expr& expr) {
  Selection asked = selection(expr.kids[0]->seen);
  asked.as_of.clear();
  asked.during.clear();
  asked.throughout.clear();
  asked.undated = Undated::listed;
  (kind == PeriodKind::as_of    ? asked.as_of
   : kind == PeriodKind::during ? asked.during
                                : asked.throughout) = period;
  return mask_for({asked})->edge(edge);
}

}  // namespace entente::query
