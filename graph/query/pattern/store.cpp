// The tables that all graphs share: words by number, labels, adjacency.

#include "query/pattern/store.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace entente::query {

std::uint32_t Words::intern(std::string_view word) {
  const auto next = static_cast<std::uint32_t>(words_.size());
  const auto [place, is_new] = numbers_.emplace(std::string(word), next);
  if (is_new) words_.emplace_back(word);
  return place->second;
}

std::optional<std::uint32_t> Words::find(std::string_view word) const {
  const auto found = numbers_.find(std::string(word));
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

std::uint32_t Store::label_set(const std::vector<std::string>& labels) {
  std::string key;
  for (const std::string& label : labels) key += std::to_string(label.size()) + ':' + label;
  const auto next = static_cast<std::uint32_t>(label_sets_.size());
  const auto [place, is_new] = label_set_numbers_.emplace(key, next);
  if (is_new) {
    std::vector<std::uint32_t>& set = label_sets_.emplace_back();
    for (const std::string& label : labels) {
      const std::uint32_t number = labels_.intern(label);
      if (std::find(set.begin(), set.end(), number) == set.end()) set.push_back(number);
    }
  }
  return place->second;
}

std::uint32_t Store::intern_type(std::string_view type, bool symmetric) {
  const std::uint32_t number = types_.intern(type);
  if (number == symmetric_.size()) symmetric_.push_back(symmetric ? 1 : 0);
  has_symmetric_ = has_symmetric_ || symmetric;
  return number;
}

void Store::sort_arcs(const std::vector<std::uint32_t>& here,
                      const std::vector<std::uint32_t>& there, std::vector<std::uint32_t>& offsets,
                      std::vector<Arc>& arcs) const {
  offsets.assign(label_set_.size() + 1, 0);
  for (const std::uint32_t node : here) ++offsets[node + 1];
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  arcs.resize(here.size());
  std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
  for (std::uint32_t edge = 0; edge < here.size(); ++edge)
    arcs[next[here[edge]]++] = {type_[edge], there[edge], edge};
  for (std::size_t node = 0; node + 1 < offsets.size(); ++node)
    std::sort(arcs.begin() + offsets[node], arcs.begin() + offsets[node + 1],
              [](const Arc& a, const Arc& b) {
                return std::tie(a.type, a.other, a.edge) < std::tie(b.type, b.other, b.edge);
              });
}

void Store::finish() {
  of_type_.assign(types_.size(), 0);
  for (const std::uint32_t type : type_) ++of_type_[type];
  with_label_.assign(labels_.size(), {});
  for (std::uint32_t node = 0; node < label_set_.size(); ++node)
    for (const std::uint32_t label : label_sets_[label_set_[node]])
      with_label_[label].push_back(node);
  sort_arcs(from_, to_, out_offsets_, out_);
  sort_arcs(to_, from_, in_offsets_, in_);
}

Map properties_seen(const Store& store, Edge edge, const Viewpoint* viewpoint) {
  Map map = store.properties(edge);
  if (viewpoint == nullptr) return map;
  std::erase_if(map, [](const auto& member) { return member.first == "when"; });
  const auto when = viewpoint->when(RelationId{static_cast<std::uint32_t>(edge)});
  if (when) map.emplace(map.begin(), "when", Value(*when));
  return map;
}

}  // namespace entente::query
