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

class MaskMaker : public SyntaxVisitor {
 public:
  MaskMaker(Plan& plan, const Evaluator& evaluator) : plan_(plan), evaluator_(evaluator) {}

  void visit(Match& match) override { make(match.period); }
  using SyntaxVisitor::visit;

  void make(const PeriodClause& period) {
    if (!is_written_out(period)) return;
    Row nothing;
    const Selection selection = narrowed(evaluator_, period, {}, nothing);
    std::shared_ptr<const Mask>& mask = plan_.masks[mask_key(selection)];
    if (!mask) mask = std::make_shared<const Mask>(*plan_.source.store().dossier(), selection);
  }

 private:
  Plan& plan_;
  const Evaluator& evaluator_;
};

}  // namespace

Selection narrowed(const Evaluator& evaluator, const PeriodClause& period, Selection selection,
                   Row& row) {
  const auto is_known_at = [](const PeriodTerm& term) { return term.kind == PeriodKind::known_at; };
  const bool says_known = period.known_at() != nullptr;
  if (says_known) selection.known_at.clear();
  if (!says_known || !std::ranges::all_of(period.terms, is_known_at)) {
    selection.as_of.clear();
    selection.during.clear();
    selection.throughout.clear();
  }
  for (const PeriodTerm& term : period.terms) {
    std::string& place = term.kind == PeriodKind::as_of        ? selection.as_of
                         : term.kind == PeriodKind::during     ? selection.during
                         : term.kind == PeriodKind::throughout ? selection.throughout
                                                               : selection.known_at;
    place = period_text(evaluator, evaluator.value(*term.date, row), *term.date);
  }
  if (period.with_undated) selection.undated = Undated::listed;
  return selection;
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
