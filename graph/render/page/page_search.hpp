#pragma once

/// What a page needs to find names in any script variant: the folded forms of names, and the
/// characters that fold to those that occur in them.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <entente/model/record.hpp>

namespace entente {

/// Folded forms of the names of one entity after another.
class SearchForms {
 public:
  /// The forms of its id, codes and names, each once; the preferred names first.
  [[nodiscard]] std::vector<std::string> forms(const Entity& entity);
  /// Characters with another form, of those forms that occurred: 錫 with 锡.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> variants() const;

 private:
  std::set<std::string> ideographs_;
};

}  // namespace entente
