#include "text/name_difference.hpp"

#include <entente/text/fold.hpp>

#include "text/normal_forms.hpp"

namespace entente {

NameDifference name_difference(std::string_view a, std::string_view b) {
  if (a == b) return NameDifference::none;
  if (fold(a, HanVariants::keep) != fold(b, HanVariants::keep)) return NameDifference::other;
  if (nfc(a) == nfc(b)) return NameDifference::normalization;
  if (without_invisible(a) == without_invisible(b)) return NameDifference::invisible;
  if (squeezed(a) == squeezed(b)) return NameDifference::spacing;
  if (case_folded(nfc(a)) == case_folded(nfc(b))) return NameDifference::letter_case;
  if (nfkc(a) == nfkc(b)) return NameDifference::width;
  return NameDifference::several;
}

std::string_view to_string(NameDifference difference) noexcept {
  switch (difference) {
    case NameDifference::none:
      return "nothing";
    case NameDifference::normalization:
      return "normalization (NFC and NFD)";
    case NameDifference::invisible:
      return "invisible characters";
    case NameDifference::spacing:
      return "spaces";
    case NameDifference::letter_case:
      return "case";
    case NameDifference::width:
      return "width";
    case NameDifference::several:
      return "case, width, spaces or invisible characters";
    case NameDifference::other:
      return "more than writing";
  }
  return "more than writing";
}

}  // namespace entente
