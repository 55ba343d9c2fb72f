#pragma once

/// Numbers as readers of a language write them.
///
/// Shown by the shared library, because entente::render uses it.

#include <string>

#include <entente/export.hpp>
#include <entente/text/language.hpp>

namespace ENTENTE_API entente {

/// "12,500,000", "12.500.000,5" or "12 500 000", as the first language does, exactly; four digits
/// stay together, for they may be a year.
[[nodiscard]] std::string number_in_words(double value, const LanguagePreference& languages);
/// The same of a whole number's digits, however many.
[[nodiscard]] std::string digits_in_words(std::string digits, const LanguagePreference& languages);

/// The same of what is measured: whole numbers exactly, others from 1,000 on without a fraction and
/// smaller ones to three digits.
[[nodiscard]] std::string measure_in_words(double value, const LanguagePreference& languages);

}  // namespace entente
