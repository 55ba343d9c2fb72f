#include "facts/build/foreign_columns.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

#include "facts/build/interner.hpp"

namespace entente {
namespace {

/// The members of one record; borrowed.
struct Added {
  ForeignTo to = ForeignTo::dossier;
  std::uint32_t row = 0;
  const ForeignMembers* members = nullptr;
};

void add(std::vector<Added>& all, ForeignTo to, std::uint32_t row, const ForeignMembers& members) {
  if (!members.empty()) all.push_back({to, row, &members});
}

void add_chunk(std::vector<Added>& all, const Graph::Store& store, const RelationChunk& chunk,
               std::size_t first, const RecordOrder& relations) {
  for (const ForeignToRelation& one : chunk.foreign) {
    const std::uint32_t place = relations.place(first + one.row);
    if (one.evidence == RelationChunk::none)
      add(all, ForeignTo::relation, place, *one.members);
    else
      add(all, ForeignTo::evidence, store.relations.evidence[place].begin + one.evidence,
          *one.members);
  }
}

}  // namespace

void fill_foreign(Graph::Store& store, const Dossier& dossier, const RecordOrder& entities,
                  const std::vector<RelationChunk>& chunks, const RecordOrder& relations) {
  std::vector<Added> all;
  add(all, ForeignTo::dossier, 0, dossier.foreign);
  for (std::size_t row = 0; row < dossier.entities.size(); ++row)
    add(all, ForeignTo::entity, entities.place(row), dossier.entities[row].foreign);
  std::size_t first = 0;
  for (const RelationChunk& chunk : chunks) {
    add_chunk(all, store, chunk, first, relations);
    first += chunk.size();
  }
  std::sort(all.begin(), all.end(), [](const Added& a, const Added& b) {
    return std::tie(a.to, a.row) < std::tie(b.to, b.row);
  });
  std::vector<ForeignTo> to;
  std::vector<std::uint32_t> rows;
  TextTableBuilder names;
  TextTableBuilder values;
  for (const Added& one : all)
    for (const auto& [name, value] : *one.members) {
      to.push_back(one.to);
      rows.push_back(one.row);
      names.add(name);
      values.add(value);
    }
  store.foreign.to = Column(std::move(to));
  store.foreign.row = Column(std::move(rows));
  store.foreign.names = std::move(names).build();
  store.foreign.values = std::move(values).build();
}

}  // namespace entente
