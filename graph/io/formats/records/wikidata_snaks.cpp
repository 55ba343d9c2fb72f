#include "io/formats/records/wikidata_snaks.hpp"

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include <entente/time/date_error.hpp>

#include "io/formats/foreign_records.hpp"
#include "io/formats/records/json_fields.hpp"
#include "io/formats/records/wikidata_terms.hpp"

namespace entente {
namespace {

std::optional<JsonValue> value_of(JsonValue snak) {
  const auto data = member_of(snak, "datavalue");
  return data ? member_of(*data, "value") : std::nullopt;
}

}  // namespace

SnakKind kind_of_snak(JsonValue snak) {
  const std::string type = text_member(snak, "snaktype");
  return type == "somevalue" ? SnakKind::unknown
         : type == "novalue" ? SnakKind::none
                             : SnakKind::value;
}

std::string item_of(JsonValue snak) {
  const auto data = member_of(snak, "datavalue");
  if (!data || text_member(*data, "type") != "wikibase-entityid") return {};
  const auto value = member_of(*data, "value");
  std::string id = value ? text_member(*value, "id") : std::string();
  if (!id.empty() || !value) return id;
  const auto number = member_of(*value, "numeric-id");
  return number ? "Q" + text_of(*number) : std::string();
}

std::string date_of_snak(JsonValue snak) {
  const auto value = value_of(snak);
  if (!value) return {};
  const auto precision = member_of(*value, "precision");
  const bool is_time = precision && precision->kind() == JsonKind::integer;
  if (!is_time) return {};
  return wikidata_date(text_member(*value, "time"),
                       static_cast<int>(std::get<std::int64_t>(precision->scalar().value)),
                       text_member(*value, "calendarmodel"));
}

std::string words_of(JsonValue snak) {
  if (std::string item = item_of(snak); !item.empty()) return item;
  if (std::string date = date_of_snak(snak); !date.empty()) return date;
  const auto value = value_of(snak);
  if (!value) return {};
  if (value->kind() != JsonKind::object) return text_of(*value);
  for (const std::string_view name : {"text", "time", "id"})
    if (std::string text = text_member(*value, name); !text.empty()) return text;
  if (std::string amount = text_member(*value, "amount"); !amount.empty()) {
    if (amount.front() == '+') amount.erase(0, 1);
    const std::string unit = text_member(*value, "unit");
    const std::size_t slash = unit.rfind('/');
    return unit.empty() || unit == "1" ? amount : amount + " " + unit.substr(slash + 1);
  }
  const auto latitude = member_of(*value, "latitude");
  const auto longitude = member_of(*value, "longitude");
  return latitude && longitude ? text_of(*latitude) + "," + text_of(*longitude) : std::string();
}

SaidEnd said_end(std::optional<JsonValue> snaks) {
  SaidEnd said;
  if (!snaks || snaks->kind() != JsonKind::list) return said;
  std::vector<std::string> dates;
  for (const JsonValue snak : *snaks) {
    const SnakKind kind = kind_of_snak(snak);
    if (kind != SnakKind::value) {
      said.is_said = true;
      if (kind == SnakKind::none) said.end = "..";
    } else if (std::string date = date_of_snak(snak); !date.empty()) {
      dates.push_back(std::move(date));
    }
  }
  if (dates.empty()) return said;
  return {true, one_of(dates)};
}

std::string_view best_rank(JsonValue claims, std::string_view property) {
  const auto list = member_of(claims, property);
  if (!list || list->kind() != JsonKind::list) return {};
  for (const std::string_view rank : {"preferred", "normal"})
    for (const JsonValue claim : *list) {
      const auto snak = member_of(claim, "mainsnak");
      if (!snak || text_member(claim, "rank") != rank) continue;
      if (kind_of_snak(*snak) != SnakKind::value || !date_of_snak(*snak).empty()) return rank;
    }
  return {};
}

SaidEnd best_end(JsonValue claims, std::string_view property) {
  const std::string_view rank = best_rank(claims, property);
  if (rank.empty()) return {};
  SaidEnd said;
  std::vector<std::string> dates;
  const JsonValue list = *member_of(claims, property);
  for (const JsonValue claim : list) {
    const auto snak = member_of(claim, "mainsnak");
    if (!snak || text_member(claim, "rank") != rank) continue;
    const SnakKind kind = kind_of_snak(*snak);
    if (kind != SnakKind::value) said = {true, kind == SnakKind::none ? ".." : ""};
    if (std::string date = date_of_snak(*snak); !date.empty()) dates.push_back(std::move(date));
  }
  return dates.empty() ? said : SaidEnd{true, one_of(dates)};
}

std::string first_words(JsonValue snaks, std::string_view property) {
  const auto list = member_of(snaks, property);
  if (!list || list->kind() != JsonKind::list) return {};
  for (const JsonValue snak : *list)
    if (std::string words = words_of(snak); !words.empty()) return words;
  return {};
}

std::optional<When> when_between(const SaidEnd& start, const SaidEnd& end) {
  if (!start.is_said && !end.is_said) return std::nullopt;
  try {
    return When::between(start.end, end.end);
  } catch (const DateError&) {
    return std::nullopt;
  }
}

}  // namespace entente
