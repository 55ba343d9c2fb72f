#include "render/diagram/written_dates.hpp"

#include "words/wording.hpp"

namespace entente {

void WrittenDates::add(const When& when, std::string words) {
  if (!words.empty() && known_.insert(words).second)
    dates_.emplace(when.earliest().value_or(when.latest().value_or(day_max)), std::move(words));
}

std::optional<Day> WrittenDates::first_day() const {
  if (dates_.empty()) return std::nullopt;
  return dates_.begin()->first;
}

std::string WrittenDates::joined(std::string_view language) const {
  constexpr std::size_t shown_in_full = 3;
  if (dates_.size() > shown_in_full)
    return dates_.begin()->second + " \u2026 " + dates_.rbegin()->second + " (" +
           std::to_string(dates_.size()) + ")";
  std::string text;
  for (const auto& [day, words] : dates_)
    text += text.empty() ? words : std::string(list_comma_of(language)) + words;
  return text;
}

}  // namespace entente
