#include "facts/build/closing_columns.hpp"

#include <utility>

namespace entente {

Bounds closed_bounds(const Bounds& own, std::uint8_t traits, Day ends_by) {
  const bool open = (traits & (bit(Trait::no_end) | bit(Trait::witness))) != 0;
  return open ? closed_by(own, ends_by) : own;
}

Graph::Store::Closings columns_of(const std::vector<Closing>& closings) {
  std::vector<RelationId> relations;
  std::vector<RelationId> by;
  std::vector<Day> ends_by;
  std::vector<std::uint8_t> qualified;
  for (const Closing& closing : closings) {
    relations.push_back(closing.relation);
    by.push_back(closing.by);
    ends_by.push_back(closing.ends_by);
    qualified.push_back(closing.qualified ? 1 : 0);
  }
  return {Column(std::move(relations)), Column(std::move(by)), Column(std::move(ends_by)),
          Column(std::move(qualified))};
}

}  // namespace entente
