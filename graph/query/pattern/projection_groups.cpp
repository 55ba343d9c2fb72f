// Rows gathered in groups, and what their aggregates come to.

#include <algorithm>
#include <utility>

#include "query/pattern/projection.hpp"

namespace entente::query {

/// A group is no more than possible if a row that was left out might be in it.
void Projection::doubt_groups() {
  for (const auto& [key, doubt] : left_out_of_) {
    lacks_.add(doubt.why);
    const auto found = group_of_.find(key);
    if (found != group_of_.end()) groups_[found->second].doubt.add(doubt.why);
  }
}

Aggregates Projection::new_aggregates() const {
  Aggregates aggregates;
  for (const Expr* call : body_.aggregate_calls)
    aggregates.push_back(make_aggregate(evaluator_, *call));
  return aggregates;
}

void Projection::add_to_group(Row& row, std::int64_t times) {
  Doubt own;  // of what the row itself says
  std::vector<Value> key = key_of(row, own);
  const auto [place, is_new] = group_of_.emplace(std::move(key), groups_.size());
  if (is_new) {
    Group& group = groups_.emplace_back();
    group.row = row.values;
    group.aggregates = new_aggregates();
    constexpr std::int64_t of_group = sizeof(Group);
    constexpr std::int64_t of_aggregate = 112;
    claim_.add(Work::bytes_of(group.row) + Work::bytes_of(place->first) + of_group +
               chunk_of(5 * sizeof(void*)) + 16 +
               of_aggregate * static_cast<std::int64_t>(body_.aggregate_calls.size()));
  }
  Group& group = groups_[place->second];
  ArgumentLists arguments;
  for (const Expr* call : body_.aggregate_calls) {
    std::vector<Value>& list = arguments.emplace_back();
    for (const ExprPtr& kid : call->kids) list.push_back(evaluator_.value(*kid, row, own));
  }
  note_open_row(group, row, arguments, times, own, is_new);
  for (const Doubt& doubt : {row.doubt, own})
    if (doubt.possible) group.doubt.add(doubt.why);
  add_row(group.aggregates, arguments, times);
}

/// Before it is added. Values that something asks about are followed through all choices of rows.
void Projection::note_open_row(Group& group, const Row& row, const ArgumentLists& arguments,
                               std::int64_t times, const Doubt& own, bool is_first) {
  if (!is_asked_about_ || (!row.doubt.possible && !own.possible && !group.open)) return;
  if (!group.open)
    group.open =
        std::make_unique<OpenGroup>(body_.aggregate_calls, group.aggregates, !is_first, has_keys_);
  claim_.add(group.open->add(arguments, times, row.doubt.possible || own.possible));
  if (!row.open.empty() || own.possible) group.open->doubt_all();
}

void Projection::close_groups(Row& row, const Doubt& discarded) {
  if (groups_.empty() && !has_keys_) {
    group_of_.emplace(std::vector<Value>(), 0);
    Group& group = groups_.emplace_back();
    group.row = row.values;
    group.aggregates = new_aggregates();
  }
  doubt_groups();
  std::size_t rest = groups_.size();
  for (Group& group : groups_) {
    row.values = std::move(group.row);
    row.doubt = group.doubt;
    if (discarded.possible) row.doubt.add(discarded.why);
    std::vector<Value> results;
    for (std::size_t i = 0; i < body_.aggregate_calls.size(); ++i)
      results.push_back(row.values[body_.aggregate_calls[i]->result] =
                            group.aggregates[i]->result());
    const auto before = std::exchange(row.open, {});
    if (group.open) {
      Alternatives open = group.open->alternatives(results);
      open.why = row.doubt.why;
      row.open.push_back(std::make_shared<const Alternatives>(std::move(open)));
    }
    const bool goes_on = project(row);
    row.open = before;
    if (limit_ != 0u) --rest;
    if (!goes_on) break;
  }
  note_cut(rest);
  groups_.clear();
}

}  // namespace entente::query
