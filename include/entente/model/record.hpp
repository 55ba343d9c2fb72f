#pragma once

/// The records of a dossier as their author wrote them: entities, relations, evidence. Plain values.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <entente/time/when.hpp>

namespace entente {

/// Where a record begins in the input; `file` indexes Dossier::files. Line and column count from 1.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// How a source puts a statement: as having happened, announced, expected, asserted, or inferred by the author.
enum class Modality : std::uint8_t { fact, plan, expectation, claim, derived };

/// A JSON scalar; `std::monostate` is null. Integers are exact to 64 bits.
using Scalar = std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string>;
/// An attribute is a scalar or a list of scalars.
using AttributeValue = std::variant<Scalar, std::vector<Scalar>>;
/// Attributes by name, in the order written; names are unique.
using Attributes = std::vector<std::pair<std::string, AttributeValue>>;

/// The names of something in one language: the preferred form first, then aliases and abbreviations.
struct LanguageNames {
  std::string language;  ///< BCP 47
  std::vector<std::string> names;
};
/// Names by language, in the order written; languages are unique.
using Names = std::vector<LanguageNames>;

/// A document that carries a statement, where in it, and who asserts it when the document only quotes.
struct Evidence {
  std::string source;
  std::string at;                      ///< the locator; empty if none is given
  std::string asserted_by;             ///< empty: the document speaks for itself
  std::optional<When> when = {};       ///< the date as this source puts it
};

struct Entity {
  std::string id;
  std::string kind;
  Names names;
  std::optional<When> when = {};       ///< its lifespan
  std::vector<std::pair<std::string, std::string>> codes;
  Attributes attributes;
  Place place = {};
};

struct Relation {
  std::string id;
  std::string type;
  std::string from;
  std::string to;
  std::optional<When> when = {};
  Modality modality = Modality::fact;
  Attributes attributes;
  std::vector<Evidence> evidence;
  Place place = {};
};

/// All records of one dossier, whichever files they came from.
struct Dossier {
  std::vector<std::pair<std::string, std::string>> titles;  ///< by language
  std::vector<std::string> vocabularies;                    ///< names or paths; each extends those before
  std::vector<Entity> entities;
  std::vector<Relation> relations;
  std::vector<std::string> files;                           ///< the inputs, as given
};

[[nodiscard]] std::string_view to_string(Modality modality);
[[nodiscard]] std::optional<Modality> modality_from(std::string_view name);
/// The attribute of that name, or nullptr.
[[nodiscard]] const AttributeValue* find_attribute(const Attributes& attributes, std::string_view name);

}  // namespace entente
