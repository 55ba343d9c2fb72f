#include <clocale>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

#include <entente/base/read_number.hpp>

#ifdef __APPLE__
#include <xlocale.h>
#endif
#include <locale.h>  // newlocale, of POSIX

#include "base/ascii.hpp"

namespace entente {
namespace {

const char* past_digits(const char* at, const char* last) {
  while (at != last && is_ascii_digit(*at)) ++at;
  return at;
}

/// The end of a number in digits at the beginning of a text; its beginning if there is none.
const char* past_decimal(const char* first, const char* last, bool with_exponent) {
  const char* at = past_digits(first, last);
  bool digits = at != first;
  if (at != last && *at == '.') {
    const char* const end = past_digits(at + 1, last);
    digits = digits || end != at + 1;
    at = end;
  }
  if (!digits) return first;
  if (!with_exponent || at == last || ascii_lower(*at) != 'e') return at;
  const char* power = at + 1;
  if (power != last && (*power == '+' || *power == '-')) ++power;
  const char* const end = past_digits(power, last);
  return end == power ? at : end;
}

bool begins_with(const char* first, const char* last, std::string_view word) {
  const auto size = static_cast<std::size_t>(last - first);
  return size >= word.size() && ascii_lowered(std::string_view(first, word.size())) == word;
}

/// The end of "inf", "infinity" or "nan", also with something in brackets after it.
const char* past_word(const char* first, const char* last) {
  for (const std::string_view word : {"infinity", "inf"})
    if (begins_with(first, last, word)) return first + word.size();
  if (!begins_with(first, last, "nan")) return first;
  const char* const nan = first + 3;
  if (nan == last || *nan != '(') return nan;
  const char* at = nan + 1;
  while (at != last && (is_ascii_letter(*at) || is_ascii_digit(*at) || *at == '_')) ++at;
  return at != last && *at == ')' ? at + 1 : nan;
}

double in_plain_locale(const char* text) {
  static const locale_t plain = ::newlocale(LC_NUMERIC_MASK, "C", nullptr);
  return ::strtod_l(text, nullptr, plain);
}

}  // namespace

std::from_chars_result read_number_plainly(const char* first, const char* last, double& number,
                                           std::chars_format format) {
  const char* const begin = first != last && *first == '-' ? first + 1 : first;
  const char* end = past_decimal(begin, last, format != std::chars_format::fixed);
  const bool in_digits = end != begin;
  if (!in_digits) end = past_word(begin, last);
  if (end == begin) return {first, std::errc::invalid_argument};
  const double value = in_plain_locale(std::string(first, end).c_str());
  if (in_digits) {
    const std::string_view digits(begin, static_cast<std::size_t>(end - begin));
    const auto mantissa = digits.substr(0, digits.find_first_of("eE"));
    const bool zero = mantissa.find_first_of("123456789") == std::string_view::npos;
    if (std::isinf(value) || (value == 0 && !zero)) return {end, std::errc::result_out_of_range};
  }
  number = value;
  return {end, std::errc{}};
}

}  // namespace entente
