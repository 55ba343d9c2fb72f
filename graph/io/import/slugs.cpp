#include "io/import/slugs.hpp"

#include <entente/text/fold.hpp>

#include "base/ascii.hpp"
#include "io/import/row_view.hpp"
#include "text/name_keys.hpp"
#include "text/normal_forms.hpp"
#include "text/utf8.hpp"

namespace entente::import {
namespace {

std::string ascii_slug(std::string_view text) {
  std::string slug;
  for (const char c : text) {
    if (c == '\'' || c == '.') continue;
    const char lower = ascii_lower(c);
    if (is_ascii_letter(c) || is_ascii_digit(c))
      slug += lower;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace

std::string slug_of(std::string_view text) {
  if (is_ascii(text)) return ascii_slug(text);
  std::string spaced;
  for (const char c : text) {
    if (c == '\'' || c == '.') continue;
    const bool plain = is_ascii_letter(c) || is_ascii_digit(c) || (c & 0x80) != 0;
    spaced += plain ? c : ' ';
  }
  std::string slug;
  // 叶 and 葉 are two names, and each keeps its characters.
  for (const std::string& word : word_keys(without_accents(fold(spaced, HanVariants::keep))))
    slug += (slug.empty() ? "" : "-") + word;
  return slug;
}

std::string Slugs::of(std::string_view text, std::uint32_t slot) {
  if (const std::uint32_t known = texts_.find(text); known != HashIndex::none)
    return std::string(slugs_.texts()[slug_of_text_[known]]);
  const std::string name(text);
  std::string made = slug_of(text);
  if (made.empty())
    throw Rejected{slot, name, "no-id", "'" + name + "' holds nothing to make an id of",
                   "map it to a word in the mapping"};
  const std::uint32_t number = slugs_.number(made);
  if (number < first_text_.size()) {
    const std::string other(texts_.texts()[first_text_[number]]);
    if (nfc(other) != nfc(name))
      throw Rejected{slot, name, "same-id",
                     "'" + name + "' and '" + other + "' would both be " + made,
                     "if they are one, map one to the other (\"columns\": {…: {\"map\": …}}); "
                     "else make the id of more columns"};
  } else {
    first_text_.push_back(texts_.number(text));
  }
  texts_.number(text);
  slug_of_text_.push_back(number);
  return made;
}

}  // namespace entente::import
