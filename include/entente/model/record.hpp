#pragma once

/// The records of a dossier as their author wrote them: entities, relations, evidence. Plain
/// values.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <entente/export.hpp>
#include <entente/time/when.hpp>

namespace ENTENTE_API entente {

/// Where a record begins in the input; `file` indexes Dossier::files. Lines and columns count from
/// 1, columns in characters (code points, a tab is one); line 0 means the record was made by a
/// program.
struct Place {
  std::uint32_t file = 0;    ///< index into Dossier::files
  std::uint32_t line = 0;    ///< from 1; 0: none
  std::uint32_t column = 0;  ///< from 1
};

/// How a source puts a statement.
enum class Modality : std::uint8_t {
  fact,         ///< reported as having happened
  plan,         ///< announced, or a provision of a text
  expectation,  ///< expected by somebody
  claim,        ///< one side's assertion
  derived,      ///< inferred by the dossier's author
};

/// A JSON scalar; `std::monostate` is null. Integers are exact to 64 bits; readers use
/// `std::uint64_t` only for what `std::int64_t` cannot hold.
using Scalar = std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string>;
/// An attribute is a scalar or a list of scalars.
using AttributeValue = std::variant<Scalar, std::vector<Scalar>>;
/// Attributes by name, in the order written; names are unique.
using Attributes = std::vector<std::pair<std::string, AttributeValue>>;

/// The names of something in one language: the preferred form first, then aliases and
/// abbreviations.
struct LanguageNames {
  std::string language = {};            ///< BCP 47
  std::vector<std::string> names = {};  ///< the preferred one first

  /// The same value.
  friend bool operator==(const LanguageNames&, const LanguageNames&) = default;
};
/// Names by language, in the order written; languages are unique.
using Names = std::vector<LanguageNames>;

/// Members `x-…` that somebody else's program added: by name, each value as JSON on one line. They
/// are kept as they are and mean nothing here; names are unique.
using ForeignMembers = std::vector<std::pair<std::string, std::string>>;

/// A document that carries a statement, where in it, and who asserts it when the document only
/// quotes.
struct Evidence {
  std::string source = {};        ///< the id of an entity of kind `document`
  std::string at = {};            ///< the locator; empty if none is given
  std::string asserted_by = {};   ///< an entity's id; empty: the document speaks for itself
  std::optional<When> when = {};  ///< the date as this source puts it
  ForeignMembers foreign = {};    ///< what others added

  /// The same value.
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Somebody or something that relations run between: a country, an agreement, a person, a document.
struct Entity {
  std::string id = {};                                          ///< unique in the dossier
  std::string kind = {};                                        ///< id of a kind of the vocabulary
  Names names = {};                                             ///< by language
  std::optional<When> when = {};                                ///< its lifespan
  std::vector<std::pair<std::string, std::string>> codes = {};  ///< such as iso3: JPN
  Attributes attributes = {};                                   ///< what has no member of its own
  Place place = {};                                             ///< where it was read
  ForeignMembers foreign = {};                                  ///< what others added
};

/// A tie from one entity to another, with the documents that carry it.
struct Relation {
  std::string id = {};                  ///< unique in the dossier
  std::string type = {};                ///< id of a type of the vocabulary
  std::string from = {};                ///< id of an entity
  std::string to = {};                  ///< id of an entity
  std::optional<When> when = {};        ///< none: undated
  Modality modality = Modality::fact;   ///< how sources put it
  Attributes attributes = {};           ///< what has no member of its own
  std::vector<Evidence> evidence = {};  ///< who says so
  Place place = {};                     ///< where it was read
  ForeignMembers foreign = {};          ///< what others added
};

/// All records of one dossier, whichever files they came from.
struct Dossier {
  std::vector<std::pair<std::string, std::string>> titles = {};  ///< by language
  /// Names, paths, or vocabularies themselves as JSON, which begin with `{`; each extends those
  /// before.
  std::vector<std::string> vocabularies = {};
  std::vector<Place> vocabulary_places = {};  ///< where each of them is named; may be empty
  /// Of each that is written out there, where its names and values stand, in their order; may be
  /// empty.
  std::vector<std::vector<Place>> vocabulary_tokens = {};
  std::vector<Entity> entities = {};     ///< in the order read
  std::vector<Relation> relations = {};  ///< in the order read
  std::vector<std::string> files = {};   ///< the inputs, as given
  std::string folder = {};               ///< what relative paths of vocabularies start from
  ForeignMembers foreign = {};           ///< what others added beside these
};

/// "fact", "plan", "expectation", "claim", "derived".
[[nodiscard]] std::string_view to_string(Modality modality);
/// The modality of that name, if there is one.
[[nodiscard]] std::optional<Modality> modality_from(std::string_view name);
/// The attribute of that name, or nullptr.
[[nodiscard]] const AttributeValue* find_attribute(
    const Attributes& attributes ENTENTE_LIFETIMEBOUND, std::string_view name);

}  // namespace entente
