#pragma once

/// Countries by name in any language, or by code: one, several, or none, and never a guess.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/country_data.hpp"

namespace entente {

/// What a text is taken for.
enum class CountrySystem : std::uint8_t {
  name_or_letters,  ///< a name in any language, or an ISO code of two or three letters
  iso_numeric,
  cow,
  gw
};

/// An index into `all_countries`.
using CountryNumber = std::size_t;

/// Knows the names that ICU has for regions, besides some in wide use. Names are compared without
/// case, accents, punctuation and spaces. Not for several threads at a time.
class Countries {
 public:
  /// `languages` are those in which names are looked for first.
  explicit Countries(std::vector<std::string> languages);
  ~Countries();
  Countries(const Countries&) = delete;
  Countries& operator=(const Countries&) = delete;

  /// All that a text may mean, sorted; the languages given decide before all others do. A part of a
  /// country is none, and a code of letters that is a word, such as `no`, only in capitals. Cost: a
  /// look-up; the first name that those languages do not have costs all languages of ICU.
  [[nodiscard]] std::vector<CountryNumber> find(std::string_view text, CountrySystem system) const;
  /// What a part of a country, or a word like a code, may mean; else those whose name in the given
  /// languages, in English, or else in some widely used ones, is a slip away from a text that means
  /// none.
  [[nodiscard]] std::vector<CountryNumber> near(std::string_view text) const;
  /// Its name in a language, "" if ICU has none.
  [[nodiscard]] static std::string name(CountryNumber country, const std::string& language);

 private:
  class Names;
  std::vector<std::string> languages_;
  std::unique_ptr<Names> near_names_;          ///< in the languages given and in English
  mutable std::unique_ptr<Names> wide_names_;  ///< in languages that many write
  mutable std::unique_ptr<Names> all_names_;   ///< in every language
};

}  // namespace entente
