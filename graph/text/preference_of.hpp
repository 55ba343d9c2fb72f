#pragma once

#include <string>
#include <vector>

#include <entente/text/language.hpp>

#include "base/joined.hpp"

namespace entente {

/// Of languages in the order in which they are wanted; the usual one if there are none.
[[nodiscard]] inline LanguagePreference preference_of(const std::vector<std::string>& languages) {
  const std::string list = joined(languages, ",");
  return list.empty() ? LanguagePreference() : LanguagePreference::parse(list);
}

}  // namespace entente
