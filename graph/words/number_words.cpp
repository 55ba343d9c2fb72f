#include "words/number_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace entente {
namespace {

/// What stands between thousands and before a fraction.
struct Signs {
  std::string_view thousands = ",";
  std::string_view fraction = ".";
};

/// After CLDR 42; every other language as English, Japanese and Chinese do.
Signs signs_of(std::string_view tag) {
  constexpr std::array<std::string_view, 11> with_points = {"de", "es", "it", "pt", "nl", "da",
                                                            "tr", "id", "el", "hr", "vi"};
  constexpr std::array<std::string_view, 13> with_spaces = {
      "fr", "ru", "uk", "pl", "cs", "sk", "sv", "nb", "nn", "no", "fi", "bg", "hu"};
  const std::string_view language = tag.substr(0, tag.find('-'));
  if (std::ranges::find(with_points, language) != with_points.end()) return {".", ","};
  if (std::ranges::find(with_spaces, language) != with_spaces.end()) return {"\u00A0", ","};
  return {};
}

std::string in_words(std::string number, const LanguagePreference& languages) {
  constexpr std::size_t together = 4;  // digits
  const Signs signs = signs_of(languages.tags().front());
  const std::size_t sign = number.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(number.find('.'), number.size());
  if (point < number.size()) number.replace(point, 1, signs.fraction);
  if (point - sign <= together) return number;
  for (std::size_t at = point - 3; at > sign; at -= std::min<std::size_t>(3, at))
    number.insert(at, signs.thousands);
  return number;
}

bool is_whole(double value) {
  constexpr double largest_written_out = 1e24;
  return value == std::round(value) && std::abs(value) < largest_written_out;
}

}  // namespace

std::string number_in_words(double value, const LanguagePreference& languages) {
  constexpr double largest_fraction = 1e15;
  constexpr double least = 1e-4;
  const double size = std::abs(value);
  if (is_whole(value)) return in_words(fmt::format("{:.0f}", value), languages);
  if (size < least || size >= largest_fraction) return fmt::format("{}", value);
  std::string digits = fmt::format("{}", value);
  constexpr double money = 10'000;
  // An amount of 1234567.5 is one of 1,234,567.50.
  if (size >= money && digits.size() - digits.find('.') == 2) digits += '0';
  return in_words(std::move(digits), languages);
}

std::string digits_in_words(std::string digits, const LanguagePreference& languages) {
  return in_words(std::move(digits), languages);
}

std::string measure_in_words(double value, const LanguagePreference& languages) {
  constexpr double without_fraction = 1000;
  if (is_whole(value) || std::abs(value) >= without_fraction)
    return number_in_words(std::round(value), languages);
  return in_words(fmt::format("{:.3g}", value), languages);
}

}  // namespace entente
