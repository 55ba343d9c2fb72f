// Conditions and values that rest on what only may hold, over the choices of it.

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "query/pattern/aggregate.hpp"
#include "query/pattern/certainty/world.hpp"
#include "query/pattern/evaluator.hpp"
#include "query/pattern/match/match_conditions.hpp"

namespace entente::query {
namespace {

constexpr int most_worlds = 256;
constexpr int most_values = 1024;  // gone through where no query is asked for each

void take_alternatives(World& world, Row& row, const std::vector<const Alternatives*>& open) {
  for (const Alternatives* each : open) {
    const std::vector<Value>& tuple = each->tuples[world.taken(each, each->tuples.size())];
    for (std::size_t i = 0; i < tuple.size(); ++i) row.values[each->slots[i]] = tuple[i];
  }
}

/// Puts the values that alternatives stand for back when it ends.
class OwnValues {
 public:
  OwnValues(Row& row, const std::vector<const Alternatives*>& open) : row_(row) {
    for (const Alternatives* each : open)
      for (const Slot slot : each->slots) values_.emplace_back(slot, row.values[slot]);
  }
  OwnValues(const OwnValues&) = delete;
  OwnValues& operator=(const OwnValues&) = delete;
  ~OwnValues() {
    for (auto& [slot, value] : values_) row_.values[slot] = std::move(value);
  }

 private:
  Row& row_;
  std::vector<std::pair<Slot, Value>> values_;
};

int most_choices(std::span<const Expr* const> expressions) {
  return std::ranges::any_of(expressions, [](const Expr* each) { return has_subquery(*each); })
             ? most_worlds
             : most_values;
}

}  // namespace

const ConditionShape& Evaluator::shape(const Expr& condition) const {
  const auto [known, is_new] = shapes_.try_emplace(&condition);
  if (is_new) known->second = shape_of(condition);
  return known->second;
}

std::vector<const Alternatives*> Evaluator::read_by(std::span<const Expr* const> expressions,
                                                    const Row& row) const {
  std::vector<const Alternatives*> read;
  if (row.open.empty()) return read;
  for (const auto& each : row.open)
    if (std::ranges::any_of(expressions,
                            [&](const Expr* expr) { return reads_any(*expr, each->slots); }))
      read.push_back(each.get());
  return read;
}

bool Evaluator::reads_any(const Expr& expr, const std::vector<Slot>& slots) const {
  const auto& reads = shape(expr).reads;
  return std::ranges::any_of(slots, [&](Slot slot) { return reads.contains(slot); });
}

/// Judged once if no answer that is only possible was met; else for choices of such answers. What
/// is judged inside one choice is judged there, and leaves nothing open.
Kept Evaluator::keeps(const Expr& condition, Row& row,
                      std::span<const UncertainFact> assumed) const {
  if (world_) return {truth(condition, row) == true, {}, {}};
  const Doubt outer = std::exchange(met_, {});
  const Doubt touched = std::exchange(touched_, {});
  Choices* const before = std::exchange(choices_, nullptr);
  Kept kept{truth(condition, row) == true, {}, {}};
  Doubt met = met_.possible ? met_ : touched_;
  bool is_open = met_.possible || (touched_.possible && !shape(condition).is_plain);
  const Expr* const one = &condition;
  for (const Alternatives* each : read_by({&one, 1}, row)) {
    is_open = true;
    met.add(each->why);
  }
  if (is_open) kept = keeps_for_choices(condition, row, met, assumed);
  choices_ = before;
  met_ = outer;
  touched_ = touched;
  if (met.possible) touched_.add(met.why);
  return kept;
}

Kept Evaluator::keeps_in_all(const Expr& condition, Row& row,
                             std::span<const UncertainFact> assumed) const {
  World* const outer = std::exchange(world_, nullptr);
  Kept kept = keeps(condition, row, assumed);
  world_ = outer;
  return kept;
}

Kept Evaluator::keeps_for_choices(const Expr& condition, Row& row, Doubt met,
                                  std::span<const UncertainFact> assumed) const {
  const Expr* const one = &condition;
  if (auto kept = keeps_in_two_worlds({&one, 1}, row, met, assumed)) return *std::move(kept);
  const ConditionShape& how = shape(condition);
  const bool by_leanings = how.leanings && how.is_plain && row.open.empty();
  const auto holds = [&](Choices& choices) {
    choices_ = &choices;
    const bool is_true = truth(condition, row) == true;
    choices_ = nullptr;
    return is_true;
  };
  if (by_leanings) {
    ExtremeChoice truest(*how.leanings, ExtremeChoice::Which::truest);
    ExtremeChoice least_true(*how.leanings, ExtremeChoice::Which::least_true);
    if (!holds(truest)) return {};
    if (holds(least_true)) return {true, {}, {}};
  }
  if (auto kept = keeps_in_worlds({&one, 1}, row, met, assumed)) return *std::move(kept);
  if (by_leanings || !how.is_plain || !row.open.empty()) return {true, met, {}};
  EachChoice each;
  const bool first = holds(each);
  for (int tried = 1; each.next(); ++tried)
    if (tried == most_worlds || holds(each) != first) return {true, met, {}};
  return {first, {}, {}};
}

Kept Evaluator::keeps_together(std::span<const Expr* const> conditions, Row& row, Doubt met,
                               std::span<const UncertainFact> assumed) const {
  if (world_) return {true, {}, {}};  // each was judged in it
  if (auto kept = keeps_in_two_worlds(conditions, row, met, assumed)) return *std::move(kept);
  if (auto kept = keeps_in_worlds(conditions, row, met, assumed)) return *std::move(kept);
  return {true, met, {}};
}

/// None if conditions do not all get truer, or less so, with each fact that holds.
std::optional<Kept> Evaluator::keeps_in_two_worlds(std::span<const Expr* const> conditions,
                                                   Row& row, Doubt met,
                                                   std::span<const UncertainFact> assumed) const {
  const std::optional<bool> rises = shape(*conditions.front()).rises;
  const auto is_other = [&](const Expr* each) { return shape(*each).rises != rises; };
  if (!rises || std::ranges::any_of(conditions, is_other)) return std::nullopt;
  if (!read_by(conditions, row).empty()) return std::nullopt;
  const auto all_hold = [&](World::Others others) {
    World world(others);
    for (const UncertainFact& fact : assumed) world.assume(fact);
    world_ = &world;
    const bool all = std::ranges::all_of(
        conditions, [&](const Expr* each) { return truth(*each, row) == true; });
    world_ = nullptr;
    return all;
  };
  if (!all_hold(*rises ? World::Others::hold : World::Others::fail)) return Kept{};
  const bool always = all_hold(*rises ? World::Others::fail : World::Others::hold);
  return Kept{true, always ? Doubt{} : met, {}};
}

/// None if there are too many choices to go through.
std::optional<Kept> Evaluator::keeps_in_worlds(std::span<const Expr* const> conditions, Row& row,
                                               Doubt met,
                                               std::span<const UncertainFact> assumed) const {
  const std::vector<const Alternatives*> open = read_by(conditions, row);
  if (std::ranges::any_of(open, [](const Alternatives* each) { return !each->is_all; }))
    return std::nullopt;
  const OwnValues own_values(row, open);
  World world;
  for (const UncertainFact& fact : assumed) world.assume(fact);
  world_ = &world;
  Kept kept;
  bool always = true;
  const int most = most_choices(conditions);
  int tried = 0;
  do {
    if (tried++ == most) break;
    take_alternatives(world, row, open);
    const bool holds = std::ranges::all_of(
        conditions, [&](const Expr* each) { return truth(*each, row) == true; });
    always = always && holds;
    if (!holds || kept.keeps) continue;
    kept.keeps = true;
    for (const Alternatives* each : open)
      for (const Slot slot : each->slots) kept.values.emplace_back(slot, row.values[slot]);
  } while ((always || !kept.keeps) && world.next());
  world_ = nullptr;
  if (tried > most) return std::nullopt;
  if (kept.keeps && !always) kept.doubt = met;
  return kept;
}

Alternatives Evaluator::alternatives(const std::vector<std::pair<Slot, const Expr*>>& values,
                                     Row& row) const {
  Alternatives all;
  std::vector<const Expr*> expressions;
  std::vector<Value> own;
  for (const auto& [slot, expr] : values) {
    all.slots.push_back(slot);
    expressions.push_back(expr);
    own.push_back(value(*expr, row));
  }
  all.tuples.push_back(std::move(own));
  const std::vector<const Alternatives*> open = read_by(expressions, row);
  all.is_all = std::ranges::all_of(open, [](const Alternatives* each) { return each->is_all; });
  if (!all.is_all) return all;
  const OwnValues own_values(row, open);
  std::unordered_set<std::vector<Value>, ValueHash, ValueSame> known(all.tuples.begin(),
                                                                     all.tuples.end());
  const auto add_values = [&] {
    std::vector<Value> tuple;
    for (const Expr* expr : expressions) tuple.push_back(value(*expr, row));
    if (known.insert(tuple).second) all.tuples.push_back(std::move(tuple));
  };
  World world;
  world_ = &world;
  const int most = most_choices(expressions);
  int tried = 0;
  do {
    all.is_all = tried++ < most;
    if (!all.is_all) break;
    take_alternatives(world, row, open);
    add_values();
  } while (world.next());
  world_ = nullptr;
  const auto only_match = [this](const Expr* each) { return shape(*each).is_plain; };
  if (all.is_all || !open.empty() || !std::ranges::all_of(expressions, only_match)) return all;
  // Of many facts: each number of each subquery's possible answers.
  all.tuples.resize(1);
  known = {all.tuples.front()};
  EachChoice each;
  choices_ = &each;
  tried = 0;
  do {
    all.is_all = tried++ < most_values;
    if (!all.is_all) break;
    add_values();
  } while (each.next());
  choices_ = nullptr;
  return all;
}

std::int64_t Evaluator::chosen(const Expr& subquery, std::int64_t possible) const {
  return choices_ && possible > 0 ? choices_->of(subquery, possible) : possible;
}

Value Evaluator::value(const Expr& expr, Row& row, Doubt& doubt) const {
  const Doubt outer = std::exchange(met_, {});
  const Doubt touched = std::exchange(touched_, {});
  Value result = value(expr, row);
  if (met_.possible) doubt.add(met_.why);
  if (touched_.possible && !shape(expr).is_plain) doubt.add(touched_.why);
  met_ = outer;
  touched_ = touched;
  return result;
}

}  // namespace entente::query
