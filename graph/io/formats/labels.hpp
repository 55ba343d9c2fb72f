#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/io/convert.hpp>
#include <entente/io/loss_report.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// Names and phrases in the languages asked for, for writers that label every record.
class Labeller {
 public:
  /// Borrows the vocabulary.
  Labeller(const Vocabulary& vocabulary, const std::vector<std::string>& languages);

  /// The preferred name that serves best; the id where there is none.
  [[nodiscard]] std::string_view name(const Entity& entity) const;
  /// The type's phrase, "is party to"; its id if unknown.
  [[nodiscard]] std::string_view phrase(const Relation& relation) const;
  /// The type of a relation, or nullptr.
  [[nodiscard]] const RelationType* type(const Relation& relation) const;

 private:
  struct Phrase {
    const RelationType* type = nullptr;
    std::string_view text;
  };
  [[nodiscard]] const Phrase* find(std::string_view type) const;

  LanguagePreference wanted_;
  std::vector<Phrase> phrases_;
};

/// Whether a relation is of a type without direction, which is a loss to a format in which all have
/// one, and is marked there.
[[nodiscard]] bool gains_direction(const Labeller& labels, const Relation& relation,
                                   LossReport& losses);

/// What a selection says of a relation; nothing, if it says nothing.
[[nodiscard]] const Attributes& marks_of(const RelationMarks& marks, const Relation& relation);

}  // namespace entente
