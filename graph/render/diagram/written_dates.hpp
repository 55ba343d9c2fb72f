#pragma once

/// The dates that are written on one line of a picture.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/time/when.hpp>

namespace entente {

/// The dates of an edge in the order of time, each once; of many the first, the last and how many.
class WrittenDates {
 public:
  /// A date and what is written for it; nothing is noted without words.
  void add(const When& when, std::string words);
  [[nodiscard]] std::optional<Day> first_day() const;
  /// All in one text, as that language separates them.
  [[nodiscard]] std::string joined(std::string_view language) const;

 private:
  std::set<std::string> known_ = {};
  std::set<std::pair<Day, std::string>> dates_ = {};
};

}  // namespace entente
