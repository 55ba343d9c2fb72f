#pragma once

/// Dismissing names that cannot fold to a text, without folding them.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

/// What a name's characters say about its folded form.
enum class NameScript : std::uint8_t {
  ascii,             ///< folds to ASCII and does not grow
  ideographs_alone,  ///< keeps their number
  ideographs,        ///< among others, keeps an ideograph
  no_ideograph,      ///< gains none
  unknown,           ///< compatibility characters that may become anything
};

[[nodiscard]] NameScript name_script(std::string_view name);

/// A folded text with which names are compared.
class FoldedText {
 public:
  explicit FoldedText(std::string_view folded);

  /// False if no folding can bring a name of this script to the text. Reads no character.
  [[nodiscard]] bool may_come_of(std::string_view name, NameScript script) const;

 private:
  [[nodiscard]] bool has_ideograph() const;

  NameScript script_;
  std::size_t characters_;
};

}  // namespace entente
