#pragma once

/// A vocabulary: the kinds of entities and the types of relations that a dossier may use.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/time/bounds.hpp>

namespace ENTENTE_API entente {

/// Texts by language tag (BCP 47), in the order written; the tags are unique.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// How many may hold a post of a kind at one time, where the post itself does not say; unstated is
/// as the parent says, and one for posts.
enum class Seats : std::uint8_t { unstated, one, many };

/// A kind of entity.
struct Kind {
  std::string id = {};             ///< as records name it
  std::string parent = {};         ///< empty for a top kind
  Labels labels = {};              ///< its name in words
  std::string drawing_class = {};  ///< the class that a theme draws it as
  Seats seats = Seats::unstated;   ///< of posts that do not say how many they seat
};

/// What a dated relation says about the end of another (see inference).
enum class Closes : std::uint8_t {
  nothing,
  parties_of_object,  ///< `supersedes`: the unknown ends of the ties of parties to its `to`
  previous_holder,    ///< `holds_post`: the previous holder's, where the post has one seat
};

/// The sign a tie carries in balance theory.
enum class Sign : std::int8_t { negative = -1, none = 0, positive = 1 };

/// Whether either end may be written first.
enum class Symmetry : std::uint8_t { directed, symmetric };

/// Whether a type says how agreements follow one another (its `from` is the newer one).
enum class Succession : std::uint8_t { none, lineage };

/// Which ends take part in a relation, and so must exist while it holds.
enum class Present : std::uint8_t { neither, from, to, both };

/// A type of relation.
struct RelationType {
  std::string id = {};                 ///< as records name it
  std::vector<std::string> from = {};  ///< kinds admitted; "any" admits all, a parent its children
  std::vector<std::string> to = {};    ///< kinds admitted
  Symmetry symmetry = Symmetry::directed;  ///< whether its ends may be swapped
  Reading reading = Reading::interval;     ///< lasting or an event
  std::string inverse_id = {};  ///< its name read backwards, `has_party`; empty if symmetric
  Labels forward = {};          ///< "is party to"
  Labels inverse = {};          ///< "has party"; as forward if symmetric
  Labels sentence = {};  ///< "{from}は{to}の当事者である", for languages of another word order
  std::string drawing_class = {};            ///< the class that a theme draws it as
  Succession succession = Succession::none;  ///< whether a lineage follows it
  Closes closes = Closes::nothing;           ///< what it says of the ends of others
  Sign sign = Sign::none;                    ///< in balance theory
  Present present = Present::neither;        ///< who must exist meanwhile
  /// Kinds of `from` whose undated relations hold whatever the period, such as what a document is
  /// about; "any" means all, and none is the rule.
  std::vector<std::string> timeless = {};
};

/// Immutable; small (tens of kinds and types); values are copied freely.
class Vocabulary {
 public:
  /// @throws InvalidArgument `bad-vocabulary` if ids repeat, a parent or an admitted kind is not
  /// among the kinds, or a kind is its own ancestor.
  Vocabulary(std::string name, std::vector<Kind> kinds, std::vector<RelationType> types);

  /// As dossiers name it.
  [[nodiscard]] const std::string& name() const& ENTENTE_LIFETIMEBOUND { return name_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string name() && { return std::move(name_); }
  /// In their own order.
  [[nodiscard]] const std::vector<Kind>& kinds() const& { return kinds_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<Kind> kinds() && { return std::move(kinds_); }
  /// As kinds().
  [[nodiscard]] const std::vector<RelationType>& types() const& { return types_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<RelationType> types() && { return std::move(types_); }
  /// The kind of that id, or nullptr. Cost: a search among tens.
  [[nodiscard]] const Kind* find_kind(std::string_view id) const ENTENTE_LIFETIMEBOUND;
  /// The type of that id, or nullptr. Cost: a search among tens.
  [[nodiscard]] const RelationType* find_type(std::string_view id) const ENTENTE_LIFETIMEBOUND;

  /// Whether `kind` is `ancestor` or stands below it. Every known kind is an "any".
  [[nodiscard]] bool is_a(std::string_view kind, std::string_view ancestor) const;
  /// How many may hold a post of that kind where the post does not say: what the kind or the
  /// nearest ancestor states; else one of a `post`, many of anything else.
  [[nodiscard]] Seats seats(std::string_view kind) const;
  /// The kind, its parent, and so on to the top; empty if unknown.
  [[nodiscard]] std::vector<std::string> lineage(std::string_view kind) const;
  /// Whether a relation of this type may run between these kinds; symmetric types are tried both
  /// ways.
  [[nodiscard]] bool admits(const RelationType& type, std::string_view from,
                            std::string_view to) const;
  /// Whether an undated relation of this type, from an entity of that kind, holds while its ends
  /// do.
  [[nodiscard]] bool is_timeless(const RelationType& type, std::string_view from) const;

 private:
  [[nodiscard]] bool is_one_of(std::string_view kind, const std::vector<std::string>& kinds) const;

  std::string name_;
  std::vector<Kind> kinds_;
  std::vector<RelationType> types_;
};

/// The classes that every look draws kinds as: `country`, `organisation` …, `other`.
[[nodiscard]] std::span<const std::string_view> kind_drawing_classes();
/// The classes that every look draws relation types as: `treaty`, `membership` …, `other`.
[[nodiscard]] std::span<const std::string_view> type_drawing_classes();

/// Words for a vocabulary's members in JSON: "parties_of_object", "interval" and so on.
[[nodiscard]] std::string_view to_string(Closes closes);
/// Its name.
[[nodiscard]] std::string_view to_string(Reading reading);

/// The text in the first of these languages that has one (see LanguagePreference for near ones),
/// else in English, else the first; empty if there is none.
[[nodiscard]] std::string_view label(const Labels& labels ENTENTE_LIFETIMEBOUND,
                                     const std::vector<std::string>& languages);

/// What a relation says, in words: "Japan is party to the Treaty", with the type's sentence where
/// the language has one.
[[nodiscard]] std::string sentence(const RelationType& type, std::string_view from,
                                   std::string_view to, const std::vector<std::string>& languages);

}  // namespace entente
