#pragma once

/// Language tags (BCP 47) and the choice among names in several languages.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// True if the text is a well-formed language tag (RFC 5646, section 2.1), in any letter case.
/// Whether its subtags are registered is not checked.
[[nodiscard]] bool is_language_tag(std::string_view tag);

/// The tag in the letter case RFC 5646 recommends (`zh-hant-tw` becomes `zh-Hant-TW`); nothing if
/// it is not well-formed.
[[nodiscard]] std::optional<std::string> canonical_language_tag(std::string_view tag);

/// The languages a reader wants names in, the best first.
class LanguagePreference {
 public:
  /// English.
  LanguagePreference();

  /// Reads a list such as `ja,zh-Hant,en`; spaces around the tags are ignored.
  /// @throws InvalidArgument `bad-language` on a list that is empty or holds something else.
  [[nodiscard]] static LanguagePreference parse(std::string_view list);

  /// How well a tag serves: the smaller the better. For each language wanted, in order: the tag
  /// itself; what is left of it when subtags are cut from its end, as RFC 4647 looks up (`pt-PT`
  /// takes `pt` before `pt-BR`), in the same script; the same language and script elsewhere; the
  /// bare language whose usual script is another. After all of them their languages in other
  /// scripts, then English, then everything else alike. (So `zh-Hant,en` takes zh-Hant, zh-TW, zh,
  /// en, zh-Hans.)
  [[nodiscard]] std::size_t rank(std::string_view tag) const;

  /// Which of the tags serves best, the first of equals; nothing if there is none.
  [[nodiscard]] std::optional<std::size_t> best(std::span<const std::string_view> tags) const;
  /// The same for strings.
  [[nodiscard]] std::optional<std::size_t> best(std::span<const std::string> tags) const;

  /// The tags wanted, in canonical letter case.
  [[nodiscard]] const std::vector<std::string>& tags() const& noexcept { return tags_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<std::string> tags() && noexcept { return std::move(tags_); }

 private:
  explicit LanguagePreference(std::vector<std::string> tags);

  std::vector<std::string> tags_;
};

}  // namespace entente
