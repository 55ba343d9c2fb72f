#pragma once

/// Phrases of relation types, to distinguish a label that our writers chose from one that somebody
/// wrote.

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "io/formats/foreign.hpp"

namespace entente {

class RelationPhrases {
 public:
  /// Borrows the reading, whose vocabulary is looked at when a phrase is.
  explicit RelationPhrases(ForeignReading& reading) : reading_(reading) {}

  /// Whether a label is one of the phrases of a type, in whatever language, or its id.
  [[nodiscard]] bool is_of(std::string_view label, const std::string& type);
  /// Whether it is one of those of any type. Where the vocabulary cannot be had, all are.
  [[nodiscard]] bool is_known(std::string_view label);

 private:
  void load();

  ForeignReading& reading_;
  bool loaded_ = false;
  bool readable_ = true;
  std::map<std::string, std::set<std::string>, std::less<>> types_;  // by phrase
};

}  // namespace entente
