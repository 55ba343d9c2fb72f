#pragma once

/// The dates that are written on one line of a picture.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/time/when.hpp>

namespace entente {

/// The dates of an edge in the order of time, each once, without doubt if one record has none; of
/// many the first, the last and how many.
class WrittenDates {
 public:
  /// A date and what is written for it; nothing is noted without words.
  void add(const When& when, std::string words);
  [[nodiscard]] std::optional<Day> first_day() const;
  /// All in one text, as that language separates them.
  [[nodiscard]] std::string joined(std::string_view language) const;

 private:
  /// Each once.
  [[nodiscard]] std::vector<std::string> in_order() const;

  struct Written {
    std::string words = {};
    bool doubted = false;
  };
  std::map<std::pair<Day, Day>, std::vector<Written>> dates_ = {};  // by the days that are known
};

}  // namespace entente
