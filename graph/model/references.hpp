#pragma once

/// What the ids in a dossier stand for, looked up once for all who ask.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

#include "base/string_table.hpp"

namespace entente {

/// The ids of records or definitions, to be found by.
template <typename Record>
[[nodiscard]] StringTable id_table(const std::vector<Record>& records) {
  std::vector<std::string_view> ids;
  ids.reserve(records.size());
  for (const Record& record : records) ids.emplace_back(record.id);
  return StringTable(std::move(ids));
}

/// The row that an id has which stands for nothing.
constexpr std::uint32_t no_row = 0xFFFFFFFF;

/// Rows of what a relation names: its type in the vocabulary, its ends in the dossier.
struct RelationRows {
  std::uint32_t type = no_row;
  std::uint32_t from = no_row;
  std::uint32_t to = no_row;
};

/// Borrows the records and the vocabulary. Where an id stands twice, the first record counts.
class References {
 public:
  References(const Dossier& dossier, const Vocabulary& vocabulary);
  /// What entities can be referred to by; of no relation.
  References(const std::vector<Entity>& entities, const Vocabulary& vocabulary);
  References(const References&) = delete;
  References& operator=(const References&) = delete;

  /// The row of the entity of that id.
  [[nodiscard]] std::optional<std::uint32_t> entity(std::string_view id) const {
    return entities_.first(id);
  }
  /// The row of the type of that id.
  [[nodiscard]] std::optional<std::uint32_t> type(std::string_view id) const {
    return types_.first(id);
  }
  /// The ids of all entities, to look many up at once.
  [[nodiscard]] const StringTable& entities() const { return entities_; }
  /// The row of the kind of each entity.
  [[nodiscard]] std::span<const std::uint32_t> kinds() const { return kinds_; }
  /// Of each relation, in the order of the dossier.
  [[nodiscard]] std::span<const RelationRows> relations() const { return relations_; }

 private:
  std::string entity_ids_;  // end to end, so that few of many are far apart
  StringTable entities_;
  StringTable types_;
  std::vector<std::uint32_t> kinds_;
  std::vector<RelationRows> relations_;
};

/// The errors that validate() finds in entities, whatever relations there are.
[[nodiscard]] std::vector<Problem> find_entity_errors(const Dossier& dossier,
                                                      const Vocabulary& vocabulary,
                                                      const References& references);

}  // namespace entente
