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

#include "base/run_scope.hpp"
#include "model/references.hpp"
#include "text/shortened.hpp"

namespace entente {

/// What a relation names; nullptr where an id stands for nothing.
struct RelationParts {
  const RelationType* type = nullptr;
  const Entity* from = nullptr;
  const Entity* to = nullptr;
};

/// A dossier, its vocabulary, what its ids stand for, and the problems found so far.
class CheckRun {
 public:
  /// Borrows all three.
  CheckRun(const Dossier& dossier, const Vocabulary& vocabulary, const References& references)
      : dossier_(dossier), vocabulary_(vocabulary), references_(references) {}

  [[nodiscard]] const Dossier& dossier() const { return dossier_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  /// The first entity of that id, or nullptr.
  [[nodiscard]] const Entity* entity(std::string_view id) const;
  /// What the ids stand for, by rows.
  [[nodiscard]] const References& references() const { return references_; }
  /// Calls `take(relation, parts)` for all relations.
  template <typename Take>
  void each_relation(Take take) const {
    constexpr std::size_t relations_between_looks = 1 << 12;
    for (std::size_t i = 0; i < dossier_.relations.size(); ++i) {
      if (i % relations_between_looks == 0) check_run();
      take(dossier_.relations[i], parts(references_.relations()[i]));
    }
  }
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
  /// The problems, in the order of their places.
  [[nodiscard]] std::vector<Problem> take_problems() &&;

 private:
  [[nodiscard]] RelationParts parts(const RelationRows& rows) const {
    return {rows.type == no_row ? nullptr : &vocabulary_.types()[rows.type],
            rows.from == no_row ? nullptr : &dossier_.entities[rows.from],
            rows.to == no_row ? nullptr : &dossier_.entities[rows.to]};
  }
  void add(Severity severity, const Place& place, const std::string& record, Words words);

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const References& references_;
  std::vector<Problem> problems_;
};

/// A text as messages show it.
[[nodiscard]] inline std::string quoted(std::string_view text) {
  return std::string("`").append(shortened(text)).append("`");
}

/// The two dates of a document that both mean its publication.
struct PublicationDates {
  When published;
  When when;
};
/// Those of an entity, if they certainly have no day in common.
[[nodiscard]] std::optional<PublicationDates> contradicting_publication(const Entity& document);

// Errors.
void check_entity_ids(CheckRun& run);
void check_relation_ids(CheckRun& run);
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
void lint_seats(CheckRun& run);
void lint_closing(CheckRun& run);
void lint_succession_dates(CheckRun& run);

}  // namespace entente
