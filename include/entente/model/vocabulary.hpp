#pragma once

/// A vocabulary: the kinds of entities and the types of relations that a dossier may use.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/time/when.hpp>

namespace entente {

/// Text by language tag, in the order written.
using Labels = std::vector<std::pair<std::string, std::string>>;

struct Kind {
  std::string id;
  std::string parent;         ///< empty for a top kind
  Labels labels;
  std::string drawing_class;  ///< what the theme draws it as
};

/// What a dated relation says about the end of another (see inference).
enum class Closes : std::uint8_t {
  nothing,
  parties_of_object,  ///< `supersedes`: ends the unknown ends of `party_to` its `to`
  previous_holder,    ///< `holds_post`: ends the previous holder's unknown end where the post has one seat
};

/// The sign a tie carries in balance theory.
enum class Sign : std::int8_t { negative = -1, none = 0, positive = 1 };

/// Whether either end may be written first.
enum class Symmetry : std::uint8_t { directed, symmetric };

/// Whether a type says how agreements follow one another.
enum class Succession : std::uint8_t { none, lineage };

struct RelationType {
  std::string id;
  std::vector<std::string> from;  ///< kinds admitted; "any" admits all; a parent admits its children
  std::vector<std::string> to;
  Symmetry symmetry = Symmetry::directed;
  Reading reading = Reading::interval;
  Labels forward;                 ///< "is party to"
  Labels inverse;                 ///< "has party"
  std::string drawing_class;
  Succession succession = Succession::none;
  Closes closes = Closes::nothing;
  Sign sign = Sign::none;
};

/// Immutable; small (tens of kinds and types); values are copied freely.
class Vocabulary {
 public:
  Vocabulary(std::string name, std::vector<Kind> kinds, std::vector<RelationType> types);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<Kind>& kinds() const { return kinds_; }
  [[nodiscard]] const std::vector<RelationType>& types() const { return types_; }
  [[nodiscard]] const Kind* find_kind(std::string_view id) const;
  [[nodiscard]] const RelationType* find_type(std::string_view id) const;

  /// Whether `kind` is `ancestor` or stands below it.
  [[nodiscard]] bool is_a(std::string_view kind, std::string_view ancestor) const;
  /// The kind, its parent, and so on to the top.
  [[nodiscard]] std::vector<std::string> lineage(std::string_view kind) const;
  /// Whether a relation of this type may run between these kinds; symmetric types are tried both ways.
  [[nodiscard]] bool admits(const RelationType& type, std::string_view from, std::string_view to) const;

 private:
  std::string name_;
  std::vector<Kind> kinds_;
  std::vector<RelationType> types_;
};

/// The text in the first of these languages that has one, else in English, else the first.
[[nodiscard]] std::string_view label(const Labels& labels, const std::vector<std::string>& languages);

}  // namespace entente
