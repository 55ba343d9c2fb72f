#include "query/pattern/period.hpp"

#include <algorithm>

#include "query/pattern/functions/period_text.hpp"
#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {
namespace {

bool is_written_out(const PeriodClause& period) {
  return !period.terms.empty() && std::ranges::all_of(period.terms, [](const PeriodTerm& term) {
    return term.date->kind == ExprKind::literal;
  });
}

std::string& period_in(Selection& selection, PeriodKind kind) {
  return kind == PeriodKind::as_of    ? selection.as_of
         : kind == PeriodKind::during ? selection.during
                                      : selection.throughout;
}

Selection timeless(Selection selection) {
  for (const PeriodKind kind : {PeriodKind::as_of, PeriodKind::during, PeriodKind::throughout})
    period_in(selection, kind).clear();
  return selection;
}

class MaskMaker : public SyntaxVisitor {
 public:
  MaskMaker(Plan& plan, const Evaluator& evaluator) : plan_(plan), evaluator_(evaluator) {}

  void visit(Match& match) override {
    plan_.asks_period = plan_.asks_period || !match.period.terms.empty();
    make(match.period);
  }
  using SyntaxVisitor::visit;

  void make(const PeriodClause& period) {
    if (!is_written_out(period)) return;
    Row nothing;
    const Selections all = narrowed(evaluator_, period, {Selection()}, nothing);
    std::shared_ptr<const Mask>& mask = plan_.masks[mask_key(all)];
    if (!mask) mask = std::make_shared<const Mask>(*plan_.source.store().dossier(), all);
  }

 private:
  Plan& plan_;
  const Evaluator& evaluator_;
};

}  // namespace

Selections narrowed(const Evaluator& evaluator, const PeriodClause& period, Selections around,
                    Row& row) {
  const auto text = [&](const PeriodTerm& term) {
    return period_text(evaluator, evaluator.value(*term.date, row), *term.date);
  };
  if (const PeriodTerm* const known = period.known_at())
    for (Selection& each : around) each.known_at = text(*known);
  if (!period.known_at() || period.terms.size() > 1) around = {timeless(around.front())};
  for (const PeriodTerm& term : period.terms) {
    if (term.kind == PeriodKind::known_at) continue;
    auto free = std::ranges::find_if(
        around, [&](Selection& each) { return period_in(each, term.kind).empty(); });
    if (free == around.end()) free = around.insert(free, timeless(around.front()));
    period_in(*free, term.kind) = text(term);
  }
  if (period.with_undated)
    for (Selection& each : around) each.undated = Undated::listed;
  return around;
}

Selection known_by(const Evaluator& evaluator, const PeriodClause& period, Selection selection,
                   Row& row) {
  if (const PeriodTerm* const term = period.known_at())
    selection.known_at = period_text(evaluator, evaluator.value(*term->date, row), *term->date);
  return selection;
}

void make_masks(Plan& plan, const Evaluator& evaluator) {
  if (!plan.source.store().dossier()) return;
  MaskMaker maker(plan, evaluator);
  maker.make(plan.query.period);
  maker.walk(plan.query);
}

}  // namespace entente::query
