#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace entente {

/// Pointers to the elements of a list, ordered by a key; equal keys keep their order.
template <typename Element, typename Key>
[[nodiscard]] std::vector<const Element*> sorted_by(const std::vector<Element>& list, Key key) {
  std::vector<const Element*> order;
  order.reserve(list.size());
  for (const Element& element : list) order.push_back(&element);
  const auto before = [&](const Element* a, const Element* b) { return key(*a) < key(*b); };
  if (!std::is_sorted(order.begin(), order.end(), before))
    std::stable_sort(order.begin(), order.end(), before);
  return order;
}

/// Records in the order of their ids.
template <typename Record>
[[nodiscard]] std::vector<const Record*> by_id(const std::vector<Record>& records) {
  return sorted_by(records, [](const Record& record) { return std::string_view(record.id); });
}

}  // namespace entente
