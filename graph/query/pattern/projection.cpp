#include "query/pattern/projection.hpp"

#include <algorithm>
#include <utility>

#include "query/pattern/match/match_conditions.hpp"

namespace entente::query {

Projection::Projection(const Evaluator& evaluator, Work& work, const Body& body, const Expr* where,
                       Followed followed, Take take)
    : evaluator_(evaluator),
      work_(work),
      body_(body),
      where_(where),
      is_asked_about_(where != nullptr || followed == Followed::yes),
      take_(std::move(take)) {
  skip_ = bound(body.skip, "SKIP").value_or(0);
  limit_ = bound(body.limit, "LIMIT");
  // A row that is certain may follow one that says the same and is not.
  const bool waits_for_certainty = body.distinct && evaluator.store().dossier() != nullptr;
  holds_ = !body.order.empty() || waits_for_certainty;
  keeps_row_ = where != nullptr && !body.aggregates && !body.distinct;
  for (const Item& item : body.items) {
    has_keys_ = has_keys_ || !item.aggregates;
    if (!item.aggregates && has_subquery(*item.value))
      open_items_.emplace_back(item.slot, item.value.get());
  }
}

std::optional<std::size_t> Projection::bound(const ExprPtr& expr, std::string_view what) const {
  if (!expr) return std::nullopt;
  Row nothing;
  const Value value = evaluator_.value(*expr, nothing);
  if (!value.integer())
    evaluator_.fail("SyntaxError", "InvalidArgumentType", *expr,
                    std::string(what) + " takes a whole number, not " +
                        std::string(Evaluator::words_for(value)));
  if (*value.integer() < 0)
    evaluator_.fail("SyntaxError", "NegativeIntegerArgument", *expr,
                    std::string(what) + " takes a number of at least 0");
  return static_cast<std::size_t>(*value.integer());
}

bool Projection::add(Row& row, std::int64_t times) {
  work_.tick();
  if (limit_ == 0u && !body_.aggregates) {
    is_cut_ = true;
    return false;
  }
  if (row.left_out.possible) {
    add_left_out(row);
    return true;
  }
  if (body_.aggregates) {
    add_to_group(row, times);
    return true;
  }
  return project(row);
}

/// What a row is grouped by.
std::vector<Value> Projection::key_of(Row& row, Doubt& doubt) const {
  std::vector<Value> key;
  for (const Item& item : body_.items)
    if (!item.aggregates) key.push_back(evaluator_.value(*item.value, row, doubt));
  return key;
}

void Projection::add_left_out(Row& row) {
  if (!body_.aggregates && (limit_ || skip_ > 0)) {
    lacks_.add(row.left_out.why);  // others might have come in its place
    return;
  }
  Doubt doubt;
  std::vector<Value> values = key_of(row, doubt);
  if (!body_.aggregates && !body_.distinct) {
    for (std::size_t i = 0; i < values.size(); ++i)
      row.values[body_.items[i].slot] = std::move(values[i]);
    give_left_out(row);
    return;
  }
  const std::int64_t bytes = Work::bytes_of(values) + chunk_of(6 * sizeof(void*));
  const auto [place, is_new] = left_out_of_.try_emplace(std::move(values));
  if (is_new) claim_.add(bytes);
  place->second.add(row.left_out.why);
}

void Projection::give_left_out(Row& row) {
  if (!where_ || evaluator_.keeps(*where_, row).keeps) static_cast<void>(take_(row));
}

/// Computes the items; holds the row back or gives it at once.
bool Projection::project(Row& row) {
  const Doubt before = row.doubt;
  const auto open_before = row.open;
  std::vector<Value> values;
  values.reserve(body_.items.size());
  for (const Item& item : body_.items)
    values.push_back(evaluator_.value(*item.value, row, row.doubt));
  note_alternatives(row);
  for (std::size_t i = 0; i < values.size(); ++i)
    row.values[body_.items[i].slot] = std::move(values[i]);
  bool goes_on = true;
  if (!body_.distinct || !is_repeated(row)) {
    if (holds_)
      hold(row);
    else
      goes_on = give(row);
  }
  row.doubt = before;
  row.open = open_before;
  return goes_on;
}

/// Of what is computed from what only may hold, and asked about further on.
void Projection::note_alternatives(Row& row) {
  if (!is_asked_about_ || evaluator_.world() || !row.doubt.possible) return;
  if (open_items_.empty() && row.open.empty()) return;
  std::vector<std::pair<Slot, const Expr*>> values = open_items_;
  for (const auto& each : row.open)
    for (const Item& item : body_.items)
      if (evaluator_.reads_any(*item.value, each->slots) && !has_subquery(*item.value))
        values.emplace_back(item.slot, item.value.get());
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  Alternatives all = evaluator_.alternatives(values, row);
  all.why = row.doubt.why;
  if (all.tuples.size() > 1 || !all.is_all)
    row.open.push_back(std::make_shared<const Alternatives>(std::move(all)));
}

bool Projection::is_repeated(Row& row) {
  std::vector<Value> values;
  for (const Item& item : body_.items) values.push_back(row.values[item.slot]);
  const std::int64_t bytes = Work::bytes_of(values) + chunk_of(6 * sizeof(void*)) + 12;
  const auto [place, is_new] = seen_.emplace(std::move(values), held_.size());
  if (is_new) {
    claim_.add(bytes);
    return false;
  }
  if (!holds_) return true;
  Held& held = held_[place->second];
  if (!row.doubt.possible) held.doubt = {};
  unite_open(held.open, row.open);
  return true;
}

/// Rows that say the same become one, which can be what either can. Only what comes out is read
/// behind DISTINCT. A row without alternatives is what it says, which the other says first.
void Projection::unite_open(Open& held, const Open& more) const {
  const auto of_items = [this](const Open& open) {
    Open read;
    for (const auto& each : open)
      if (std::ranges::any_of(body_.items, [&](const Item& item) {
            return std::ranges::find(each->slots, item.slot) != each->slots.end();
          }))
        read.push_back(each);
    return read;
  };
  const Open other = of_items(more);
  held = of_items(held);
  if (other.empty()) return;
  if (held.empty()) {
    held = other;
  } else if (held.size() == 1 && other.size() == 1 && held.front()->slots == other.front()->slots) {
    held.front() = united(held.front(), other.front());
  } else {
    held.insert(held.end(), other.begin(), other.end());
    for (auto& each : held) {
      Alternatives some = *each;
      some.is_all = false;
      each = std::make_shared<const Alternatives>(std::move(some));
    }
  }
}

void Projection::hold(Row& row) {
  Held held;
  if (keeps_row_)
    held.values = row.values;
  else
    for (const Item& item : body_.items) held.values.push_back(row.values[item.slot]);
  for (const SortItem& sort : body_.order)
    held.keys.push_back(evaluator_.value(*sort.value, row, row.doubt));
  held.doubt = row.doubt;
  held.open = row.open;
  // Sorting takes the place of half of them once more.
  held.bytes = static_cast<std::int64_t>(sizeof(Held) * 3 / 2) + Work::bytes_of(held.values) +
               Work::bytes_of(held.keys);
  claim_.add(held.bytes);
  held_.push_back(std::move(held));
  if (limit_ && !body_.distinct) cut();
}

/// Of many rows only those that the limit leaves are kept.
void Projection::cut() {
  const std::size_t wanted = *limit_ + skip_;
  if (wanted > held_.size() || held_.size() < 2 * wanted + 1024) return;
  sort_held();
  std::int64_t bytes = 0;
  for (std::size_t i = wanted; i < held_.size(); ++i) bytes += held_[i].bytes;
  dropped_ += held_.size() - wanted;
  held_.resize(wanted);
  claim_.release_to(claim_.bytes() - bytes);
}

void Projection::sort_held() {
  std::stable_sort(held_.begin(), held_.end(), [this](const Held& a, const Held& b) {
    work_.tick();
    for (std::size_t i = 0; i < body_.order.size(); ++i) {
      const int order = ordered(a.keys[i], b.keys[i]);
      if (order != 0) return body_.order[i].descending ? order > 0 : order < 0;
    }
    return false;
  });
}

bool Projection::give(Row& row) {
  if (skipped_ < skip_) {
    ++skipped_;
    return true;
  }
  if (limit_ && given_ >= *limit_) return false;
  ++given_;
  const Doubt before = row.doubt;
  bool goes_on = true;
  bool passes = true;
  if (where_) {
    const Kept kept = evaluator_.keeps(*where_, row);
    passes = kept.keeps;
    if (kept.doubt.possible) row.doubt.add(kept.doubt.why);
    for (auto& [slot, value] : kept.values) row.values[slot] = value;
  }
  if (passes) goes_on = take_(row);
  row.doubt = before;
  const bool is_last = limit_ && given_ >= *limit_;
  is_cut_ = is_cut_ || (is_last && !are_all_there_);
  return goes_on && !is_last;
}

/// So many rows were there still when LIMIT was reached.
void Projection::note_cut(std::size_t rest) {
  if (!limit_ || given_ < *limit_) return;
  left_out_ += rest + dropped_;
  is_cut_ = is_cut_ || left_out_ > 0;
}

void Projection::finish(Row& row, const Doubt& discarded) {
  are_all_there_ = body_.aggregates || holds_;
  if (body_.aggregates) close_groups(row, discarded);
  if (!holds_) return;
  sort_held();
  std::deque<Held> held = std::move(held_);
  held_.clear();
  std::size_t rest = held.size();
  for (; !held.empty(); held.pop_front()) {
    Held& each = held.front();
    if (keeps_row_)
      row.values = std::move(each.values);
    else
      for (std::size_t i = 0; i < body_.items.size(); ++i)
        row.values[body_.items[i].slot] = std::move(each.values[i]);
    row.doubt = each.doubt;
    row.open = std::move(each.open);
    each.keys = {};
    claim_.release_to(claim_.bytes() - each.bytes);  // now the row's
    const bool goes_on = give(row);
    if (limit_ != 0u) --rest;
    if (!goes_on) break;
  }
  row.open.clear();
  note_cut(rest);
  if (body_.distinct) give_rest_left_out(row);
}

/// Of rows that are to differ those that no row of the answer says already.
void Projection::give_rest_left_out(Row& row) {
  for (const auto& [values, doubt] : left_out_of_) {
    if (seen_.contains(values)) continue;
    for (std::size_t i = 0; i < values.size(); ++i) row.values[body_.items[i].slot] = values[i];
    row.left_out = doubt;
    give_left_out(row);
  }
  row.left_out = {};
}

}  // namespace entente::query
