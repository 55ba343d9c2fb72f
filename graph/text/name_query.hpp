#pragma once

/// How a text that is asked for fits one name.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/text/match_kind.hpp>

namespace entente {

/// Whose name it is: those of people may be turned round, and asked for by surname.
enum class Bearer : std::uint8_t { thing, person };

/// Which word of a person's name in Latin letters is the surname: the last, or also the first, for
/// people who have a Chinese or Korean name; or the first alone, where the name's language says so.
enum class SurnamePlace : std::uint8_t { last, either, first };

/// Whether a name with that language tag is written surname first: Hungarian and Vietnamese ones,
/// Chinese, Japanese and Korean ones in Latin letters, and one word before a given name of two
/// syllables (Ban Ki-moon).
[[nodiscard]] bool begins_with_surname(std::string_view name, std::string_view language);

/// Whether a person's name is one of two or three ideographs or syllables of Hangul: of those whose
/// names in Latin letters often begin with the surname.
[[nodiscard]] bool is_short_eastern_name(std::string_view name);

/// A text that names are compared with. Exact and merely folded matches are for others to find.
class NameQuery {
 public:
  explicit NameQuery(std::string_view text);

  [[nodiscard]] const std::string& folded() const noexcept { return folded_; }
  [[nodiscard]] const std::string& accent_free() const noexcept { return accent_free_; }

  /// The first of accent, variant, reordered and surname by which the name fits, if one does.
  [[nodiscard]] std::optional<MatchKind> match(std::string_view name, Bearer bearer,
                                               SurnamePlace surnames) const;

 private:
  [[nodiscard]] bool is_variant_of(std::string_view folded, std::string_view key) const;
  [[nodiscard]] std::optional<MatchKind> match_person(std::string_view plain,
                                                      SurnamePlace surnames) const;
  [[nodiscard]] bool is_turned(const std::vector<std::string>& words) const;

  std::string folded_;
  std::string accent_free_;
  std::string key_;
  std::string spelt_key_;  ///< with umlauts spelt
  std::vector<std::string> words_;
};

}  // namespace entente
