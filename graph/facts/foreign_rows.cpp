#include "facts/foreign_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace entente {
namespace {

/// The first row that is not before that record.
std::size_t first_at(const Graph::Store::Foreign& foreign, ForeignTo to, std::uint32_t row) {
  std::size_t begin = 0;
  std::size_t end = foreign.to.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    const bool is_before = std::pair(foreign.to[middle], foreign.row[middle]) < std::pair(to, row);
    (is_before ? begin : end) = is_before ? middle + 1 : middle;
  }
  return begin;
}

bool is_at(const Graph::Store::Foreign& foreign, std::size_t i, ForeignTo to, std::uint32_t row) {
  return i < foreign.to.size() && foreign.to[i] == to && foreign.row[i] == row;
}

}  // namespace

ForeignMembers foreign_members(const Graph::Store& store, ForeignTo to, std::uint32_t row) {
  const Graph::Store::Foreign& foreign = store.foreign;
  ForeignMembers members;
  for (std::size_t i = first_at(foreign, to, row); is_at(foreign, i, to, row); ++i)
    members.emplace_back(foreign.names[i], foreign.values[i]);
  return members;
}

bool has_foreign_members(const Graph::Store& store, RelationId relation) {
  const Graph::Store::Foreign& foreign = store.foreign;
  if (foreign.to.empty()) return false;
  const std::uint32_t i = index(relation);
  if (is_at(foreign, first_at(foreign, ForeignTo::relation, i), ForeignTo::relation, i))
    return true;
  const RowRange rows = store.evidence_of(relation);
  const std::size_t evidence = first_at(foreign, ForeignTo::evidence, rows.begin);
  return evidence < foreign.to.size() && foreign.to[evidence] == ForeignTo::evidence &&
         foreign.row[evidence] < rows.end;
}

}  // namespace entente
