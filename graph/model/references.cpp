#include "model/references.hpp"

namespace entente {

References::References(const Dossier& dossier, const Vocabulary& vocabulary)
    : entities_(id_table(dossier.entities)),
      types_(id_table(vocabulary.types())),
      relations_(dossier.relations.size()) {
  const StringTable kinds = id_table(vocabulary.kinds());
  kinds_.reserve(dossier.entities.size());
  for (const Entity& entity : dossier.entities)
    kinds_.push_back(kinds.first(entity.kind).value_or(no_row));
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
