#include "render/layout/column_order.hpp"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

/// The places of all slots in their columns, by slot.
std::vector<std::size_t> places_of(const std::vector<ColumnSlot>& slots,
                                   const std::vector<ColumnMembers>& columns) {
  std::vector<std::size_t> place(slots.size(), 0);
  for (const ColumnMembers& members : columns)
    for (std::size_t i = 0; i < members.size(); ++i) place[members[i]] = i;
  return place;
}

/// Pairs that are in the wrong order, counted with a tree of sums (Fenwick 1994).
std::size_t inversions(const std::vector<std::size_t>& values, std::size_t most) {
  std::vector<std::size_t> sums(most + 2, 0);
  std::size_t count = 0;
  for (std::size_t seen = 0; seen < values.size(); ++seen) {
    std::size_t not_above = 0;
    for (std::size_t at = values[seen] + 1; at > 0; at -= at & (~at + 1)) not_above += sums[at];
    count += seen - not_above;
    for (std::size_t at = values[seen] + 1; at < sums.size(); at += at & (~at + 1)) ++sums[at];
  }
  return count;
}

class Orderer {
 public:
  Orderer(std::vector<ColumnSlot>& slots, std::vector<ColumnMembers>& columns)
      : slots_(slots), columns_(columns) {}

  void run() {
    spread_all();
    sweep();
    switch_neighbours();
    spread_all();
  }

 private:
  /// Stacks a column in its order; heights run from 0 to 1000 whatever the column holds.
  void spread(const ColumnMembers& members) {
    double total = 0;
    for (const std::size_t slot : members) total += slots_[slot].height;
    double y = 0;
    for (const std::size_t slot : members) {
      slots_[slot].y = (y + slots_[slot].height / 2) / total * 1000;
      y += slots_[slot].height;
    }
  }

  void spread_all() {
    for (const ColumnMembers& members : columns_) spread(members);
  }

  /// Dated nodes in order of year; everything else near what it is tied to.
  void sort_column(ColumnMembers& members) {
    std::vector<std::size_t> dated;
    for (const std::size_t slot : members)
      if (slots_[slot].year) dated.push_back(slot);
    std::stable_sort(dated.begin(), dated.end(), [&](std::size_t a, std::size_t b) {
      return *slots_[a].year < *slots_[b].year;
    });
    std::vector<double> key(slots_.size(), 0);
    for (std::size_t i = 0; i < dated.size(); ++i)
      key[dated[i]] = 1000 * (static_cast<double>(i) + 0.5) / static_cast<double>(dated.size());
    for (const std::size_t slot : members)
      if (!slots_[slot].year) key[slot] = wish_of(slots_, slots_[slot]);
    std::stable_sort(members.begin(), members.end(),
                     [&](std::size_t a, std::size_t b) { return key[a] < key[b]; });
    spread(members);
  }

  /// To and fro by means; the order with the fewest crossings stays.
  void sweep() {
    constexpr int sweeps = 24;
    std::vector<ColumnMembers> best;
    std::size_t least = 0;
    for (int i = 0; i < sweeps; ++i) {
      for (std::size_t k = 0; k < columns_.size(); ++k)
        sort_column(columns_[i % 2 == 0 ? k : columns_.size() - 1 - k]);
      const std::size_t crossings = crossings_of(slots_, columns_);
      if (!best.empty() && crossings >= least) continue;
      best = columns_;
      least = crossings;
    }
    columns_ = std::move(best);
  }

  /// Lines of two slots that cross if `upper` stands above `lower`.
  [[nodiscard]] std::size_t crossings_between(std::size_t upper, std::size_t lower) const {
    std::size_t count = 0;
    for (const std::size_t a : slots_[upper].beside)
      for (const std::size_t b : slots_[lower].beside)
        if (slots_[a].column == slots_[b].column && place_[a] > place_[b]) ++count;
    return count;
  }

  [[nodiscard]] bool may_switch(std::size_t upper, std::size_t lower) const {
    const auto& first = slots_[upper].year;
    const auto& second = slots_[lower].year;
    return !first || !second || *first >= *second;
  }

  bool switch_in(ColumnMembers& members) {
    bool switched = false;
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
      const std::size_t upper = members[i];
      const std::size_t lower = members[i + 1];
      if (!may_switch(upper, lower) ||
          crossings_between(lower, upper) >= crossings_between(upper, lower))
        continue;
      std::swap(members[i], members[i + 1]);
      std::swap(place_[upper], place_[lower]);
      switched = true;
    }
    return switched;
  }

  void switch_neighbours() {
    constexpr int most_rounds = 60;
    place_ = places_of(slots_, columns_);
    bool switched = true;
    for (int round = 0; switched && round < most_rounds; ++round) {
      switched = false;
      for (ColumnMembers& members : columns_) switched = switch_in(members) || switched;
    }
  }

  std::vector<ColumnSlot>& slots_;
  std::vector<ColumnMembers>& columns_;
  std::vector<std::size_t> place_ = {};
};

}  // namespace

double wish_of(const std::vector<ColumnSlot>& slots, const ColumnSlot& slot) {
  if (slot.beside.empty()) return slot.y;
  double sum = 0;
  for (const std::size_t other : slot.beside) sum += slots[other].y;
  return sum / static_cast<double>(slot.beside.size());
}

std::size_t crossings_of(const std::vector<ColumnSlot>& slots,
                         const std::vector<ColumnMembers>& columns) {
  const std::vector<std::size_t> place = places_of(slots, columns);
  std::size_t count = 0;
  for (std::size_t column = 0; column + 1 < columns.size(); ++column) {
    std::vector<std::size_t> ends;
    for (const std::size_t slot : columns[column]) {
      const std::size_t begin = ends.size();
      for (const std::size_t other : slots[slot].beside)
        if (slots[other].column == column + 1) ends.push_back(place[other]);
      std::sort(ends.begin() + static_cast<std::ptrdiff_t>(begin), ends.end());
    }
    count += inversions(ends, columns[column + 1].size());
  }
  return count;
}

void order_columns(std::vector<ColumnSlot>& slots, std::vector<ColumnMembers>& columns) {
  Orderer(slots, columns).run();
}

}  // namespace entente
