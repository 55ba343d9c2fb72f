#include "words/wording.hpp"

#include <span>

namespace entente {
namespace {

/// The gap that the text begins with: its size, and which value it takes.
struct Gap {
  std::size_t size = 0;
  std::size_t value = 0;
};

Gap gap_at(std::string_view text, std::size_t next) {
  if (text.starts_with("{}")) return {2, next};
  if (text.size() >= 3 && text[0] == '{' && text[1] >= 'a' && text[1] <= 'c' && text[2] == '}')
    return {3, static_cast<std::size_t>(text[1] - 'a')};
  return {};
}

}  // namespace

std::size_t spoken_in(const LanguagePreference& languages) {
  return languages.best(std::span<const std::string_view>(spoken_languages)).value_or(0);
}

Phrase phrase_of(const Wording& wording, const LanguagePreference& languages) {
  const std::size_t column = spoken_in(languages);
  return {std::string(wording[column]), std::string(spoken_languages[column])};
}

std::string filled_in(std::string_view text, std::initializer_list<std::string_view> values) {
  std::string result;
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Gap gap = gap_at(text.substr(i), next);
    if (gap.size == 0 || gap.value >= values.size()) {
      result += text[i++];
      continue;
    }
    if (gap.size == 2) ++next;
    result += values.begin()[gap.value];
    i += gap.size;
  }
  return result;
}

bool is_written_in_han(std::string_view language) {
  return language.starts_with("ja") || language.starts_with("zh");
}

std::string_view comma_of(std::string_view language) {
  if (language.starts_with("ja")) return "、";
  return language.starts_with("zh") ? "，" : ", ";
}

std::string_view list_comma_of(std::string_view language) {
  return language.starts_with("ja") || language.starts_with("zh") ? "、" : ", ";
}

}  // namespace entente
