#include "render/diagram/written_dates.hpp"

#include <algorithm>

#include "render/mark/marks_of.hpp"
#include "words/wording.hpp"

namespace entente {

void WrittenDates::add(const When& when, std::string words) {
  if (words.empty()) return;
  const Day last = when.latest().value_or(day_max);
  const Day first = when.earliest().value_or(last);
  std::vector<Written>& same = dates_[{first, last}];
  const bool doubted = is_doubted(when);
  const bool is_sure = std::ranges::any_of(same, [](const Written& w) { return !w.doubted; });
  if (doubted && is_sure) return;
  if (!doubted) std::erase_if(same, [](const Written& w) { return w.doubted; });
  same.push_back({std::move(words), doubted});
}

std::optional<Day> WrittenDates::first_day() const {
  if (dates_.empty()) return std::nullopt;
  return dates_.begin()->first.first;
}

std::vector<std::string> WrittenDates::in_order() const {
  std::vector<std::string> all;
  for (const auto& [days, same] : dates_) {
    std::vector<std::string> words;
    for (const Written& written : same) words.push_back(written.words);
    std::ranges::sort(words);
    for (std::string& each : words)
      if (std::ranges::find(all, each) == all.end()) all.push_back(std::move(each));
  }
  return all;
}

std::string WrittenDates::joined(std::string_view language) const {
  constexpr std::size_t shown_in_full = 3;
  const std::vector<std::string> all = in_order();
  if (all.size() > shown_in_full)
    return all.front() + " \u2026 " + all.back() + " (" + std::to_string(all.size()) + ")";
  std::string text;
  for (const std::string& words : all)
    text += text.empty() ? words : std::string(list_comma_of(language)) + words;
  return text;
}

}  // namespace entente
