#include "text/name_query.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <unicode/uchar.h>

#include <entente/text/fold.hpp>

#include "base/ascii.hpp"
#include "text/name_keys.hpp"
#include "text/utf8.hpp"
#include "text/variants.hpp"

namespace entente {
namespace {

bool is_hiragana(char32_t c) {
  return c >= 0x3041 && c <= 0x309F;
}

bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

/// Characters of names that are written surname first.
bool is_eastern(char32_t c) {
  constexpr std::u32string_view signs = U"々〻〆〇";
  return is_ideograph(c) || is_hiragana(c) || is_hangul(c) || signs.find(c) != signs.npos;
}

bool is_katakana_or_mark(char32_t c) {
  return c >= 0x30A1 && c <= 0x30FC;
}

/// Katakana that Japanese surnames have between ideographs: 木ノ下, 三ヶ島, 井ノ上.
bool is_in_surname(char32_t c) {
  constexpr std::u32string_view particles = U"ノヶヵケカツッ";
  return is_eastern(c) || particles.find(c) != particles.npos;
}

template <typename Test>
bool is_all(std::u32string_view text, Test test) {
  return !text.empty() && std::all_of(text.begin(), text.end(), test);
}

std::string joined(const std::vector<std::string>& words, std::size_t first) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) text += words[(first + i) % words.size()];
  return text;
}

/// Whether a word is a surname of ideographs, syllables of Hangul or kana.
bool is_eastern_surname(std::u32string_view word) {
  return is_all(word, is_in_surname) && is_eastern(word.front());
}

/// Whether a word is a given name of two syllables, "Jong-un", "Kai-shek".
bool is_of_two_syllables(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < word.size() &&
         std::ranges::all_of(word.substr(hyphen + 1), is_lower) &&
         std::ranges::all_of(word.substr(1, hyphen - 1), is_lower) && word.front() >= 'A' &&
         word.front() <= 'Z';
}

/// Whether a text is one of the rotations of the words, run together: "suk-yeol yoon".
bool is_rotation(std::string_view key, const std::vector<std::string>& words) {
  for (std::size_t first = 1; first < words.size(); ++first)
    if (joined(words, first) == key) return true;
  return false;
}

/// Whether the first characters of a name without spaces may be its surname: one or two of up to
/// three, two of four, two or three of more.
bool is_first_part(std::u32string_view name, std::u32string_view part) {
  if (part.empty() || part.size() >= name.size() || !name.starts_with(part)) return false;
  const std::size_t least = name.size() <= 3 ? 1 : 2;
  const std::size_t most = name.size() <= 4 ? 2 : 3;
  return part.size() >= least && part.size() <= most;
}

/// Names of one word: "岸田" of 岸田文雄.
bool begins_name(const std::string& key, std::string_view name) {
  const std::u32string characters = to_utf32(name);
  const bool eastern =
      is_all(characters, [](char32_t c) { return is_eastern(c) || is_katakana_or_mark(c); }) &&
      is_eastern(characters.front());
  if (!eastern) return false;
  const std::u32string asked = to_utf32(key);
  const std::u32string whole = to_utf32(spelling_key(name));
  return is_first_part(whole, asked);
}

/// Names of several words: their last ones ("von der Leyen"), or the first.
bool is_surname_of(const std::string& key, std::string_view name,
                   const std::vector<std::string>& words, SurnamePlace place) {
  const bool surname_first = place == SurnamePlace::first ||
                             name.find(',') != std::string_view::npos ||
                             is_eastern_surname(to_utf32(name.substr(0, name.find(' '))));
  if (surname_first || place == SurnamePlace::either)
    if (words.front() == key) return true;
  if (surname_first) return false;
  std::string tail;
  for (std::size_t i = words.size(); i-- > 1;) {
    tail.insert(0, words[i]);
    if (tail == key) return true;
  }
  return false;
}

/// What distinguishes generations, "Jr.", "Sr.", "II", as a key.
bool is_generation(std::string_view key) {
  constexpr std::array<std::string_view, 12> generations = {
      "jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xii", "xiv", "xvi"};
  return std::ranges::find(generations, key) != generations.end();
}

std::vector<std::string> without_generation(std::vector<std::string> words) {
  while (words.size() > 1 && is_generation(words.back())) words.pop_back();
  return words;
}

/// Whether a word has two letters or more, all of them capitals.
bool is_in_capitals(std::string_view word) {
  std::size_t capitals = 0;
  for (const char32_t c : to_utf32(word)) {
    if (u_islower(static_cast<UChar32>(c)) != 0) return false;
    if (u_isupper(static_cast<UChar32>(c)) != 0) ++capitals;
  }
  return capitals >= 2;
}

/// The surname that a name sets apart in capitals, "KISHIDA Fumio"; "" if it sets none apart.
std::string capital_surname(std::string_view name) {
  std::string surname;
  bool others = false;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(" ,"), name.size());
    const std::string_view word = name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
    if (word.empty()) continue;
    if (is_in_capitals(word) && !is_generation(fold(word)))
      surname += word;
    else
      others = true;
  }
  return others ? surname : std::string();
}

bool has_umlaut(std::string_view folded) {
  return with_umlauts_spelt(folded) != without_accents(folded);
}

}  // namespace

bool begins_with_surname(std::string_view name, std::string_view language) {
  const std::string primary = ascii_lowered(language.substr(0, language.find('-')));
  if (primary == "hu" || primary == "vi") return true;
  const std::size_t space = name.find(' ');
  if (space != std::string_view::npos && name.find(' ', space + 1) == std::string_view::npos &&
      is_of_two_syllables(name.substr(space + 1)))
    return true;
  const bool eastern = primary == "zh" || primary == "ja" || primary == "ko";
  return eastern && !name.empty() && is_ascii_letter(name.front());
}

bool is_short_eastern_name(std::string_view name) {
  const std::u32string characters = to_utf32(name);
  return characters.size() <= 3 &&
         is_all(characters, [](char32_t c) { return is_ideograph(c) || is_hangul(c); });
}

NameQuery::NameQuery(std::string_view text)
    : folded_(fold(text)),
      accent_free_(without_accents(folded_)),
      key_(spelling_key(accent_free_)),
      spelt_key_(has_umlaut(folded_) ? spelling_key(with_umlauts_spelt(folded_)) : std::string()),
      words_(word_keys(accent_free_)) {}

bool NameQuery::is_variant_of(std::string_view folded, std::string_view key) const {
  if (key == key_ || (!spelt_key_.empty() && key == spelt_key_)) return true;
  return !is_ascii(folded) && spelling_key(with_umlauts_spelt(folded)) == key_;
}

bool NameQuery::is_turned(const std::vector<std::string>& words) const {
  if (words.size() < 2) return false;
  std::vector<std::string> mine = words_;
  std::vector<std::string> theirs = words;
  std::sort(mine.begin(), mine.end());
  std::sort(theirs.begin(), theirs.end());
  return mine == theirs || is_rotation(key_, words) ||
         is_rotation(spelling_key(joined(words, 0)), words_);
}

std::optional<MatchKind> NameQuery::match(std::string_view name, Bearer bearer,
                                          SurnamePlace surnames) const {
  const std::string folded = fold(name);
  const std::string plain = without_accents(folded);
  if (!accent_free_.empty() && plain == accent_free_) return MatchKind::accent;
  if (key_.empty()) return std::nullopt;
  if (is_variant_of(folded, spelling_key(plain))) return MatchKind::variant;
  if (bearer == Bearer::thing) return std::nullopt;
  if (const std::string surname = capital_surname(name); !surname.empty()) {
    if (is_turned(word_keys(plain))) return MatchKind::reordered;
    return is_variant_of(fold(surname), spelling_key(without_accents(fold(surname))))
               ? std::optional(MatchKind::surname)
               : std::nullopt;
  }
  if (const auto how = match_person(plain, surnames)) return how;
  return is_ascii(folded) ? std::nullopt : match_person(with_umlauts_spelt(folded), surnames);
}

std::optional<MatchKind> NameQuery::match_person(std::string_view plain,
                                                 SurnamePlace surnames) const {
  const std::vector<std::string> words = word_keys(plain);
  if (is_turned(words)) return MatchKind::reordered;
  const bool by_surname = words.size() > 1
                              ? is_surname_of(key_, plain, without_generation(words), surnames)
                              : begins_name(key_, plain);
  return by_surname ? std::optional(MatchKind::surname) : std::nullopt;
}

}  // namespace entente
