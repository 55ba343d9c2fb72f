// What a match rests on: which of its facts and conditions only may hold, and whether they may
// together.

#include <algorithm>

#include "query/pattern/match/matcher.hpp"

namespace entente::query {

/// Under CERTAINLY a match in doubt is no row of the answer.
bool Matcher::give_row() {
  if (!run_.certainly) return doubted_.empty() ? (*take_)(*row_) : give_together();
  if (!doubted_.empty() && !kept_together().keeps) return true;
  const Doubt own = std::exchange(row_->doubt, around_);
  const Doubt before = row_->left_out;
  if (own.possible) row_->left_out.add(own.why);
  const bool goes_on = (*take_)(*row_);
  row_->left_out = before;
  row_->doubt = own;
  return goes_on;
}

/// Conditions that may hold one by one may exclude each other, or the match itself.
Kept Matcher::kept_together() {
  if (doubted_.size() == 1 && assumed_.empty() && row_->open.empty()) return {true, {}, {}};
  return evaluator_.keeps_together(doubted_, *row_, row_->doubt, assumed_);
}

bool Matcher::give_together() {
  const Kept kept = kept_together();
  if (!kept.keeps) return true;
  std::vector<std::pair<Slot, Value>> before;
  for (const auto& [slot, value] : kept.values)
    before.emplace_back(slot, std::exchange(row_->values[slot], value));
  const bool goes_on = (*take_)(*row_);
  for (auto& [slot, value] : before) row_->values[slot] = std::move(value);
  return goes_on;
}

bool Matcher::fits_step(std::size_t index) {
  const Step& here = plan_.steps[index];
  return std::ranges::all_of(here.late,
                             [this](const LateCheck& check) { return passes_late(check); }) &&
         std::ranges::all_of(here.conditions, [this](const Expr* expr) {
           const Doubt before = std::exchange(row_->doubt, {});
           const bool fits = passes(*expr);
           if (row_->doubt.possible) doubted_.push_back(expr);
           if (before.possible) row_->doubt.add(before.why);
           return fits;
         });
}

/// What is asked for certainly is so whichever choice is at hand.
Kept Matcher::judged(const Expr& condition) {
  if (run_.certainly) return evaluator_.keeps_in_all(condition, *row_, assumed_);
  return evaluator_.keeps(condition, *row_, assumed_);
}

bool Matcher::passes(const Expr& condition) {
  const Kept kept = judged(condition);
  if (!kept.keeps) return false;
  if (kept.doubt.possible) {
    if (passes_over_) {
      discarded_.add(kept.doubt.why);
      return false;
    }
    row_->doubt.add(kept.doubt.why);
  }
  return true;
}

bool Matcher::passes_late(const LateCheck& check) {
  if (!check.is_map) return passes(*check.expr);
  const PathState& state = state_[check.path];
  const Value element = check.is_node ? Value(state.nodes[check.index])
                                      : Value(state.traces[check.index].edges.front());
  return evaluator_.fits(*check.expr, element, *row_);
}

bool Matcher::admits(const Judged& judged, const UncertainFact& fact) {
  if (judged.verdict != Verdict::maybe) return judged.verdict == Verdict::yes;
  if (World* const world = run_.certainly ? nullptr : evaluator_.world()) return world->holds(fact);
  (passes_over_ ? discarded_ : row_->doubt).add(judged.why);
  if (!run_.certainly) evaluator_.note_open(judged.why);
  return !passes_over_;
}

UncertainFact Matcher::fact(Edge edge) const {
  return {run_.mask, UncertainFact::Of::edge, static_cast<std::uint32_t>(edge)};
}

bool Matcher::is_open(Edge edge) const {
  return run_.mask && run_.mask->edge(edge).verdict == Verdict::maybe;
}

void Matcher::assume(Edge edge) {
  if (is_open(edge)) assumed_.push_back(fact(edge));
}

void Matcher::forget(Edge edge) {
  if (is_open(edge)) assumed_.pop_back();
}

}  // namespace entente::query
