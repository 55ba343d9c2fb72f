#pragma once

/// Decimal fractions from text in any locale, also where the standard library's from_chars reads
/// integers only (libc++ before 20).

#include <charconv>
#include <concepts>
#include <version>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// std::from_chars of a double in plain C, for general and fixed.
std::from_chars_result read_number_plainly(const char* first, const char* last, double& number,
                                           std::chars_format format = std::chars_format::general);

/// std::from_chars of a double.
inline std::from_chars_result read_number(const char* first, const char* last, double& number,
                                          std::chars_format format = std::chars_format::general) {
#ifdef __cpp_lib_to_chars
  return std::from_chars(first, last, number, format);
#else
  return read_number_plainly(first, last, number, format);
#endif
}

/// The same of a whole number, in decimal digits.
template <std::integral Integer>
std::from_chars_result read_number(const char* first, const char* last, Integer& number) {
  return std::from_chars(first, last, number);
}

}  // namespace entente
