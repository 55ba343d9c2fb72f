#pragma once

/// The vocabulary `diplomacy`, widened by what a file of another program holds besides.

#include <map>
#include <set>
#include <string>
#include <string_view>

#include <entente/model/vocabulary.hpp>

namespace entente {

/// A kind that a file needs and `diplomacy` may lack.
struct NeededKind {
  std::string_view id = {};
  std::string_view parent = {};         ///< empty for a top kind
  std::string_view label = {};          ///< in English
  std::string_view drawing_class = {};  ///< empty: `other`
};

/// A type that a file needs and `diplomacy` may lack.
struct NeededType {
  std::string_view id = {};
  std::string_view phrase = {};  ///< in English: "owes"
  Symmetry symmetry = Symmetry::directed;
  Reading reading = Reading::interval;
};

/// Notes kinds and relations as they are found, and writes what `diplomacy` does not admit as a
/// vocabulary of its own: further kinds, further types, further ends of known types.
class WidenedVocabulary {
 public:
  /// `name` is that of the vocabulary written.
  explicit WidenedVocabulary(std::string name);

  /// The text behind the views must outlive this.
  void need(const NeededKind& kind);
  /// A relation of that type between entities of these kinds.
  void need(const NeededType& type, std::string_view from, std::string_view to);

  /// The vocabulary as JSON; empty if `diplomacy` has it all.
  [[nodiscard]] std::string json() const;

 private:
  struct Ends {
    std::string phrase;
    Symmetry symmetry = Symmetry::directed;
    Reading reading = Reading::interval;
    bool known = false;  // in `diplomacy`
    std::set<std::string, std::less<>> from;
    std::set<std::string, std::less<>> to;
  };

  std::string name_;
  Vocabulary builtin_;
  std::map<std::string, NeededKind, std::less<>> kinds_;
  std::map<std::string, Ends, std::less<>> types_;
};

}  // namespace entente
