#include "model/references.hpp"

namespace entente {
namespace {

std::string ids_end_to_end(const std::vector<Entity>& entities) {
  std::string ids;
  for (const Entity& entity : entities) ids += entity.id;
  return ids;
}

std::vector<std::string_view> parts_of(std::string_view ids, const std::vector<Entity>& entities) {
  std::vector<std::string_view> parts;
  parts.reserve(entities.size());
  for (const Entity& entity : entities) {
    parts.push_back(ids.substr(0, entity.id.size()));
    ids.remove_prefix(entity.id.size());
  }
  return parts;
}

}  // namespace

References::References(const std::vector<Entity>& entities, const Vocabulary& vocabulary)
    : entity_ids_(ids_end_to_end(entities)),
      entities_(parts_of(entity_ids_, entities)),
      types_(id_table(vocabulary.types())) {
  const StringTable kinds = id_table(vocabulary.kinds());
  kinds_.reserve(entities.size());
  for (const Entity& entity : entities) kinds_.push_back(kinds.first(entity.kind).value_or(no_row));
}

References::References(const Dossier& dossier, const Vocabulary& vocabulary)
    : References(dossier.entities, vocabulary) {
  relations_.resize(dossier.relations.size());
  entities_.find_each(
      2 * relations_.size(),
      [&](std::size_t end) -> std::string_view {
        const Relation& relation = dossier.relations[end / 2];
        return end % 2 == 0 ? relation.from : relation.to;
      },
      [&](std::size_t end, std::optional<std::uint32_t> row) {
        RelationRows& rows = relations_[end / 2];
        (end % 2 == 0 ? rows.from : rows.to) = row.value_or(no_row);
        if (end % 2 == 0) rows.type = type(dossier.relations[end / 2].type).value_or(no_row);
      });
}

}  // namespace entente
