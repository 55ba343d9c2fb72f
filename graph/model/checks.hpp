#pragma once

/// What the single checks of `validate` share.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

#include "text/string_table.hpp"

namespace entente {

/// The ids of records, to be found by.
template <typename Record>
[[nodiscard]] StringTable id_table(const std::vector<Record>& records) {
  std::vector<std::string_view> ids;
  ids.reserve(records.size());
  for (const Record& record : records) ids.emplace_back(record.id);
  return StringTable(std::move(ids));
}

/// A dossier, its vocabulary, its entities and types by id, and the problems found so far.
class CheckRun {
 public:
  CheckRun(const Dossier& dossier, const Vocabulary& vocabulary);

  [[nodiscard]] const Dossier& dossier() const { return dossier_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  /// The first entity of that id, or nullptr.
  [[nodiscard]] const Entity* entity(std::string_view id) const;
  /// Calls `take(relation, from, to)` for all relations, with their ends or nullptr.
  template <typename Take>
  void each_relation(Take take) const;
  /// The type of that id, or nullptr.
  [[nodiscard]] const RelationType* type(std::string_view id) const;
  /// "file:line:column", to refer to another record.
  [[nodiscard]] std::string at(const Place& place) const;

  struct Words {
    std::string code;
    std::string message;
    std::string hint = {};
  };
  void error(const Place& place, const std::string& record, Words words);
  void warning(const Place& place, const std::string& record, Words words);
  [[nodiscard]] std::vector<Problem> take_problems() && { return std::move(problems_); }

 private:
  void add(Severity severity, const Place& place, const std::string& record, Words words);

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  StringTable entities_;
  StringTable types_;
  std::vector<Problem> problems_;
};

template <typename Take>
void CheckRun::each_relation(Take take) const {
  const auto& relations = dossier_.relations;
  const Entity* from = nullptr;
  entities_.find_each(
      2 * relations.size(),
      [&](std::size_t end) -> std::string_view {
        const Relation& relation = relations[end / 2];
        return end % 2 == 0 ? relation.from : relation.to;
      },
      [&](std::size_t end, std::optional<std::uint32_t> row) {
        const Entity* entity = row ? &dossier_.entities[*row] : nullptr;
        if (end % 2 == 0)
          from = entity;
        else
          take(relations[end / 2], from, entity);
      });
}

/// A text as messages show it.
[[nodiscard]] inline std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

// Errors.
void check_ids(CheckRun& run);
void check_kinds(CheckRun& run);
void check_relations(CheckRun& run);
void check_evidence(CheckRun& run);
void check_publication(CheckRun& run);
void check_succession(CheckRun& run);
// Warnings.
void lint_ids(CheckRun& run);
void lint_evidence(CheckRun& run);
void lint_isolation(CheckRun& run);
void lint_names(CheckRun& run);
void lint_lifespans(CheckRun& run);
void lint_holders(CheckRun& run);
void lint_succession_dates(CheckRun& run);

}  // namespace entente
