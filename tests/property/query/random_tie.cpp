#include "random_tie.hpp"

#include <algorithm>

namespace entente::verify {

Tie random_tie(std::mt19937& chance) {
  Tie tie;
  const std::size_t records = 1 + chance() % 3;
  for (std::size_t i = 0; i < records; ++i) {
    tie.dates.push_back(random_date(chance, Shapes::intervals));
    tie.lines += "r" + std::to_string(i) + ": a member_of o when=" + tie.dates.back().text + "\n";
  }
  return tie;
}

std::vector<const SmallDate*> dates_of(const Tie& tie, const std::vector<RelationId>& relations) {
  std::vector<const SmallDate*> dates;
  for (const RelationId relation : relations) dates.push_back(&tie.dates[index(relation)]);
  return dates;
}

std::vector<RelationId> all_of(const Graph& graph) {
  std::vector<RelationId> relations;
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) relations.push_back(RelationId{i});
  return relations;
}

bool holds_on_all(const WorldOfEach& worlds, Day first, Day last) {
  for (Day day = first; day <= last; ++day)
    if (std::none_of(worlds.begin(), worlds.end(),
                     [&](const testing_support::World* w) { return w->contains(day); }))
      return false;
  return true;
}

}  // namespace entente::verify
