#include "render/page/page_json.hpp"

#include <entente/base/json_text.hpp>

namespace entente {

std::string ints_json(const PageInts& numbers) {
  std::string text = "[";
  for (const std::int64_t number : numbers) {
    if (text.size() > 1) text += ',';
    text += std::to_string(number);
  }
  return text + "]";
}

std::int64_t page_day(Day day) {
  constexpr std::int64_t never = 999'999'999;
  if (is_unlimited(day)) return day == day_min ? -never : never;
  return day.count();
}

std::string texts_json(const std::vector<std::string>& texts) {
  JsonText json;
  json.open_list();
  for (const std::string& text : texts) json.value(text);
  return json.close_list().str();
}

std::string labels_json(const Labels& labels) {
  JsonText json;
  json.open_object();
  for (const auto& [language, text] : labels) json.member(language, text);
  return json.close_object().str();
}

std::int64_t DistinctRows::number(const VerdictRow& row) {
  const auto [place, fresh] =
      numbers_.try_emplace(row.json(), static_cast<std::int64_t>(numbers_.size()));
  if (fresh) rows_.push_back(place->first);
  return place->second;
}

}  // namespace entente
