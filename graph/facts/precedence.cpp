#include "facts/precedence.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr std::int64_t most_days = 0x7fffffff;

std::int64_t certain_days(Day start_max, Day end_min) {
  if (start_max > end_min) return 0;
  return std::min(std::int64_t{end_min.count()} - start_max.count() + 1, most_days);
}

}  // namespace

std::uint64_t precedence(const Graph::Store& store, const SelectedRelation& selected) {
  const std::uint32_t i = index(selected.relation);
  const std::uint64_t uncertain = selected.verdict == Verdict::yes ? 0 : 1;
  const auto shortness = static_cast<std::uint64_t>(
      most_days - certain_days(store.relations.start_max[i], store.relations.end_min[i]));
  return uncertain << 63 | shortness << 32 | i;
}

}  // namespace entente
