#include "render/chart/series/series_scale.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "render/svg/draw_svg.hpp"
#include "words/number_words.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

bool begins_year(const std::string& label, int every) {
  const std::size_t dash = label.find('-', 1);
  if (dash != std::string::npos && !label.ends_with("-01") && !label.ends_with("-Q1")) return false;
  return std::atoi(label.c_str()) % every == 0;
}

}  // namespace

std::string number_text(double value, const LanguagePreference& languages) {
  constexpr double least_written_out = 1e-4;
  if (value == 0 || std::abs(value) >= least_written_out) return measure_in_words(value, languages);
  int exponent = 0;
  double digits = value;
  while (std::abs(digits) < 1 && exponent < 12) {
    digits *= 10;
    ++exponent;
  }
  return coordinate(digits) + "\u00B710^\u2212" + std::to_string(exponent);
}

double tick_of(double most, bool whole) {
  double power = std::pow(10, std::floor(std::log10(most / 6)));
  for (int i = 0; i < 2; ++i, power *= 10)
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
      const double tick = factor * power;
      if (whole && tick != std::round(tick)) continue;
      if (most / tick <= 6) return tick;
    }
  return power;
}

std::string period_name(const std::string& label, const LanguagePreference& languages) {
  return label.find('-', 1) == std::string::npos ? label : short_date_of(label, languages);
}

std::vector<std::size_t> named_periods(const std::vector<std::string>& labels, double width,
                                       double widest) {
  const auto fits = [&](std::size_t count) {
    return static_cast<double>(count) * (widest + 12) <= width;
  };
  constexpr std::array steps = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
  std::vector<std::size_t> named;
  for (const int every : steps) {
    named.clear();
    for (std::size_t i = 0; i < labels.size(); ++i)
      if (every == 0 || begins_year(labels[i], every)) named.push_back(i);
    if (fits(named.size())) break;
  }
  return named;
}

}  // namespace entente
