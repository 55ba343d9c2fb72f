#pragma once

/// Ids of relations that are made of found edges.

#include <cstddef>
#include <string_view>
#include <vector>

#include "io/formats/found_elements.hpp"

namespace entente {

/// An edge's own id, unless others have it too; the others are called e1, e2, …, without those that
/// are taken.
class FoundIds {
 public:
  explicit FoundIds(const FoundLists& edges);

  /// The id of the edge at that place among all; a new one is kept by `texts`.
  [[nodiscard]] std::string_view id(const StoredElement& edge, std::size_t place,
                                    KeptTexts& texts) const;
  /// How many edges have an id that others have too, and where the first is.
  [[nodiscard]] std::size_t repeated() const { return repeated_; }
  [[nodiscard]] ForeignPlace first_repeated() const { return first_repeated_; }

 private:
  std::size_t repeated_ = 0;
  ForeignPlace first_repeated_;
  bool all_new_ = true;
  bool all_own_ = true;
  KeptTexts texts_;
  std::vector<std::string_view> chosen_;  // where neither is so
};

}  // namespace entente
