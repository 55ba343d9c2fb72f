#include "text/variants.hpp"

#include <algorithm>
#include <string_view>

#include "text/variant_data.hpp"

namespace entente {
namespace {

constexpr int most_passes = 8;  // for phrases that only come about by rewriting others

bool is_common(char32_t c) {
  return c >= variant_data::first_common && c <= variant_data::last_common;
}

char32_t form(char32_t c) {
  if (is_common(c))
    return variant_data::common[c - variant_data::first_common] & ~variant_data::phrase_bit;
  if (!is_ideograph(c)) return c;
  const auto rare = variant_data::rare();
  const auto found = std::lower_bound(
      rare.begin(), rare.end(), c,
      [](const variant_data::Rare& each, char32_t wanted) { return each.character < wanted; });
  return found != rare.end() && found->character == c ? found->form : c;
}

bool begins_phrase(char32_t c) {
  return is_common(c) &&
         (variant_data::common[c - variant_data::first_common] & variant_data::phrase_bit) != 0;
}

/// The longest phrase that stands at this place, or null.
const variant_data::Phrase* phrase_at(std::u32string_view text, std::size_t at) {
  if (!begins_phrase(text[at])) return nullptr;
  const auto phrases = variant_data::phrases();
  auto phrase = std::lower_bound(
      phrases.begin(), phrases.end(), text[at],
      [](const variant_data::Phrase& each, char32_t wanted) { return each.from.front() < wanted; });
  for (; phrase != phrases.end() && phrase->from.front() == text[at]; ++phrase)
    if (text.substr(at).starts_with(phrase->from)) return &*phrase;
  return nullptr;
}

}  // namespace

std::u32string unified_variants(std::u32string text) {
  for (char32_t& c : text) c = form(c);
  bool changed = true;
  for (int pass = 0; changed && pass < most_passes; ++pass) {
    changed = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const variant_data::Phrase* phrase = phrase_at(text, at);
      if (phrase == nullptr) continue;
      text.replace(at, phrase->from.size(), phrase->to);
      at += phrase->from.size() - 1;
      changed = true;
    }
  }
  return text;
}

}  // namespace entente
