#include "text/countries.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <entente/text/edit_distance.hpp>
#include <entente/text/fold.hpp>

#include "base/ascii.hpp"
#include "text/name_keys.hpp"

namespace entente {
namespace {

/// A name without what distinguishes no countries.
std::string country_key(std::string_view name) {
  std::string spelt;
  for (const char c : name)
    if (c == '&')
      spelt += " and ";
    else
      spelt += c;
  std::string folded = fold(spelt);
  if (folded.starts_with("the ")) folded.erase(0, 4);
  for (const std::string_view saint : {"st. ", "st "})
    if (folded.starts_with(saint)) folded = "saint " + folded.substr(saint.size());
  return spelling_key(without_accents(folded));
}

std::vector<std::string> all_languages() {
  std::vector<std::string> languages;
  for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
    const char* const locale = uloc_getAvailable(i);
    std::array<char, 16> country{};
    UErrorCode status = U_ZERO_ERROR;
    // Names differ by country in few languages, and little.
    if (uloc_getCountry(locale, country.data(), country.size(), &status) == 0)
      languages.emplace_back(locale);
  }
  return languages;
}

CountryNumber number_of_id(std::string_view id) {
  return static_cast<CountryNumber>(std::find_if(all_countries.begin(), all_countries.end(),
                                                 [&](const Country& c) { return c.id == id; }) -
                                    all_countries.begin());
}

bool is_of_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_ascii_letter);
}

std::vector<CountryNumber> with_letters(std::string_view text) {
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(), ascii_upper);
  std::vector<CountryNumber> found;
  for (CountryNumber i = 0; i < all_countries.size(); ++i)
    if (all_countries[i].iso2 == upper || all_countries[i].iso3 == upper) found.push_back(i);
  return found;
}

/// `no` and `No`, but not `NO`.
bool is_word_like_code(std::string_view text) {
  const bool is_capital =
      std::all_of(text.begin(), text.end(), [](char c) { return ascii_upper(c) == c; });
  return !is_capital && std::find(words_like_codes.begin(), words_like_codes.end(),
                                  ascii_lowered(text)) != words_like_codes.end();
}

/// The country that a name with that key is a part of.
const PartOfCountry* part_with(const std::string& key) {
  const auto found =
      std::find_if(parts_of_countries.begin(), parts_of_countries.end(),
                   [&](const PartOfCountry& part) { return country_key(part.name) == key; });
  return found == parts_of_countries.end() ? nullptr : &*found;
}

std::vector<CountryNumber> with_number(std::string_view text, std::uint16_t Country::*member) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  std::vector<CountryNumber> found;
  if (parsed.ec != std::errc() || parsed.ptr != end || number == 0) return found;
  for (CountryNumber i = 0; i < all_countries.size(); ++i)
    if (all_countries[i].*member == number) found.push_back(i);
  return found;
}

}  // namespace

/// Countries by the keys of their names.
class Countries::Names {
 public:
  void add(std::string_view name, CountryNumber country) {
    const std::string key = country_key(name);
    if (key.empty()) return;
    auto& countries = by_key_[key];
    if (std::find(countries.begin(), countries.end(), country) == countries.end())
      countries.push_back(country);
  }
  void add_language(const std::string& language) {
    for (CountryNumber i = 0; i < all_countries.size(); ++i) add(name(i, language), i);
  }
  void add_other_names() {
    for (CountryNumber i = 0; i < all_countries.size(); ++i) add(all_countries[i].name, i);
    for (const CountryAlias& alias : country_aliases)
      for (const std::string_view id : split(alias.ids, '|')) add(alias.name, number_of_id(id));
  }
  [[nodiscard]] std::vector<CountryNumber> find(const std::string& key) const {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return {};
    std::vector<CountryNumber> countries = found->second;
    std::sort(countries.begin(), countries.end());
    return countries;
  }
  [[nodiscard]] std::vector<CountryNumber> near(const std::string& key) const {
    std::vector<CountryNumber> found;
    const std::size_t most = std::max<std::size_t>(1, key.size() / 5);
    std::size_t best = most;
    for (const auto& [known, countries] : by_key_) {
      const std::size_t distance = edit_distance(key, known, best);
      if (distance > best) continue;
      if (distance < best) found.clear();
      best = distance;
      found.insert(found.end(), countries.begin(), countries.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  std::unordered_map<std::string, std::vector<CountryNumber>> by_key_;
};

Countries::Countries(std::vector<std::string> languages)
    : languages_(std::move(languages)), near_names_(std::make_unique<Names>()) {
  near_names_->add_language("en");
  for (const std::string& language : languages_) near_names_->add_language(language);
  near_names_->add_other_names();
}

Countries::~Countries() = default;

std::vector<CountryNumber> Countries::find(std::string_view text, CountrySystem system) const {
  if (system == CountrySystem::iso_numeric) return with_number(text, &Country::numeric);
  if (system == CountrySystem::cow) return with_number(text, &Country::cow);
  if (system == CountrySystem::gw) return with_number(text, &Country::gw);
  const std::string key = country_key(text);
  if (key.empty() || is_word_like_code(text) || part_with(key) != nullptr) return {};
  // "USA" is a code, "Mali" a name; "Oman" is no code of four letters.
  if ((text.size() == 2 || text.size() == 3) && is_of_letters(text))
    if (auto found = with_letters(text); !found.empty()) return found;
  if (auto found = near_names_->find(key); !found.empty()) return found;
  if (!all_names_) {
    all_names_ = std::make_unique<Names>();
    for (const std::string& language : all_languages()) all_names_->add_language(language);
  }
  return all_names_->find(key);
}

std::vector<CountryNumber> Countries::near(std::string_view text) const {
  const std::string key = country_key(text);
  if (is_word_like_code(text)) return with_letters(text);
  if (const PartOfCountry* part = part_with(key)) return {number_of_id(part->id)};
  if (auto found = near_names_->near(key); !found.empty()) return found;
  if (!wide_names_) {
    wide_names_ = std::make_unique<Names>();
    for (const char* language : {"ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru",
                                 "tr", "uk", "zh-Hans", "zh-Hant"})
      wide_names_->add_language(language);
  }
  return wide_names_->near(key);
}

std::string Countries::name(CountryNumber country, const std::string& language) {
  const Country& row = all_countries[country];
  if (row.iso2.empty()) return language == "en" ? std::string(row.name) : std::string();
  const std::string region = "und_" + std::string(row.iso2);
  std::array<UChar, 256> buffer{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size =
      uloc_getDisplayCountry(region.c_str(), language.c_str(), buffer.data(),
                             static_cast<std::int32_t>(buffer.size()), &status);
  // A name that ICU does not have is the code, or comes from another language.
  if (U_FAILURE(status) != 0 || status == U_USING_DEFAULT_WARNING || size <= 0) return {};
  std::array<char, 1024> text{};
  std::int32_t bytes = 0;
  u_strToUTF8(text.data(), static_cast<std::int32_t>(text.size()), &bytes, buffer.data(), size,
              &status);
  const std::string_view name(text.data(), static_cast<std::size_t>(bytes));
  return U_FAILURE(status) != 0 || name == row.iso2 ? std::string() : std::string(name);
}

}  // namespace entente
