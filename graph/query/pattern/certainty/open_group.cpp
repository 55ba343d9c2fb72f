#include "query/pattern/certainty/open_group.hpp"

#include <algorithm>

#include "query/pattern/work.hpp"

namespace entente::query {
namespace {

constexpr std::size_t most_possible = 8;  // of which 256 choices are gone through
constexpr std::size_t most_logged = 256;

Aggregates copy_of(const Aggregates& aggregates) {
  Aggregates copies;
  for (const auto& each : aggregates) copies.push_back(each->copy());
  return copies;
}

std::vector<Value> results_of(Aggregates aggregates) {
  std::vector<Value> results;
  for (const auto& each : aggregates) results.push_back(each->result());
  return results;
}

void add_once(Alternatives& known, std::vector<Value> tuple) {
  const auto is_it = [&](const std::vector<Value>& other) {
    return std::ranges::equal(other, tuple,
                              [](const Value& a, const Value& b) { return same(a, b); });
  };
  if (std::ranges::none_of(known.tuples, is_it)) known.tuples.push_back(std::move(tuple));
}

}  // namespace

std::shared_ptr<const Alternatives> united(const std::shared_ptr<const Alternatives>& a,
                                           const std::shared_ptr<const Alternatives>& b) {
  constexpr std::size_t most_united = 1024;
  const bool are_few = a->tuples.size() + b->tuples.size() <= most_united;
  Alternatives both = *a;
  both.why = graver(a->why, b->why);
  const auto are_alike = [](const std::vector<Value>& x, const std::vector<Value>& y) {
    return std::ranges::equal(x, y, [](const Value& v, const Value& w) { return same(v, w); });
  };
  if (!std::ranges::equal(a->tuples, b->tuples, are_alike)) {
    both.is_all = both.is_all && are_few;
    if (are_few)
      for (const std::vector<Value>& tuple : b->tuples) add_once(both, tuple);
  }
  both.is_all = both.is_all && b->is_all;
  return std::make_shared<const Alternatives>(std::move(both));
}

void add_row(Aggregates& aggregates, const ArgumentLists& row, std::int64_t times) {
  for (std::size_t i = 0; i < aggregates.size(); ++i) {
    if (!row[i].empty() && row[i][0].is_null()) continue;
    if (times == 1)
      aggregates[i]->add(row[i]);
    else
      aggregates[i]->add_many(row[i], times);
  }
}

OpenGroup::OpenGroup(const std::vector<Expr*>& calls, const Aggregates& so_far,
                     bool has_certain_rows, bool has_keys)
    : calls_(calls.begin(), calls.end()),
      certain_(copy_of(so_far)),
      has_certain_rows_(has_certain_rows),
      has_keys_(has_keys) {}

std::int64_t OpenGroup::add(const ArgumentLists& row, std::int64_t times, bool is_possible) {
  has_certain_rows_ = has_certain_rows_ || !is_possible;
  possible_ += is_possible ? 1 : 0;
  const bool is_few = times == 1 && possible_ <= most_possible && log_.size() < most_logged;
  if (is_logged_ && !is_few) give_up_rows();
  if (!is_logged_) {
    if (!is_possible) add_row(certain_, row, times);
    return 0;
  }
  log_.push_back({row, is_possible});
  std::int64_t bytes = sizeof(Logged);
  for (const std::vector<Value>& list : row) bytes += Work::bytes_of(list);
  return bytes;
}

void OpenGroup::give_up_rows() {
  for (const Logged& each : log_)
    if (!each.is_possible) add_row(certain_, each.row, 1);
  log_.clear();
  is_logged_ = false;
}

/// Then each number between all and none is possible, and no other.
bool OpenGroup::is_only_count() const {
  return calls_.size() == 1 &&
         (calls_[0]->kind == ExprKind::count_all || calls_[0]->function->name == "count");
}

Alternatives OpenGroup::alternatives(const std::vector<Value>& all) const {
  Alternatives known;
  for (const Expr* call : calls_) known.slots.push_back(call->result);
  known.tuples.push_back(all);
  known.is_all = is_known_ && (is_logged_ || is_only_count());
  if (!known.is_all) return known;
  if (is_logged_)
    add_subsets(known);
  else
    add_counts(known);
  return known;
}

void OpenGroup::add_subsets(Alternatives& known) const {
  for (std::size_t left_out = 1; left_out < std::size_t{1} << possible_; ++left_out) {
    // A group with a key is there only if a row is.
    if (has_keys_ && !has_certain_rows_ && left_out + 1 == std::size_t{1} << possible_) continue;
    Aggregates aggregates = copy_of(certain_);
    std::size_t bit = 0;
    for (const Logged& each : log_)
      if (!each.is_possible || ((left_out >> bit++) & 1U) == 0) add_row(aggregates, each.row, 1);
    add_once(known, results_of(std::move(aggregates)));
  }
}

void OpenGroup::add_counts(Alternatives& known) const {
  constexpr std::int64_t most_counts = 1024;
  std::int64_t least = *certain_[0]->copy()->result().integer();
  const std::int64_t most = *known.tuples[0][0].integer();
  if (has_keys_ && !has_certain_rows_ && calls_[0]->kind == ExprKind::count_all)
    least = std::max<std::int64_t>(least, 1);
  known.is_all = most - least < most_counts;
  for (std::int64_t count = most; known.is_all && count-- > least;)
    known.tuples.push_back({Value(count)});
}

}  // namespace entente::query
