#include "io/formats/records/popolo_members.hpp"

#include <array>
#include <utility>

#include "io/formats/foreign_records.hpp"
#include "io/formats/records/json_fields.hpp"

namespace entente {

std::string text_id(JsonValue object, std::string_view name) {
  const auto member = member_of(object, name);
  return member ? text_of(*member) : std::string();
}

PopoloState popolo_state(JsonValue object, std::string_view start, std::string_view end) {
  const std::string first = text_id(object, start);
  const std::string last = text_id(object, end);
  const std::string from = plain_date(first);
  const std::string to = plain_date(last);
  PopoloState state{state_between(from, to)};
  if (state.when && !from.empty()) state.said.push_back(start);
  if (state.when && !to.empty()) state.said.push_back(end);
  const auto is_read = [&](const std::string& text, const std::string& date) {
    return text.empty() || (state.when && !date.empty());
  };
  state.all_read = is_read(first, from) && is_read(last, to);
  return state;
}

PopoloState popolo_lifespan(JsonValue object) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> members = {
      {{"birth_date", "death_date"},
       {"founding_date", "dissolution_date"},
       {"start_date", "end_date"}}};
  bool all_read = true;
  for (const auto& [start, end] : members) {
    PopoloState state = popolo_state(object, start, end);
    state.all_read = all_read = all_read && state.all_read;
    if (state.when) return state;
  }
  return {std::nullopt, {}, all_read};
}

void add_popolo_codes(Entity& record, JsonValue object) {
  const auto identifiers = member_of(object, "identifiers");
  if (!identifiers || identifiers->kind() != JsonKind::list) return;
  for (const JsonValue one : *identifiers) {
    const std::string scheme = text_member(one, "scheme");
    const std::string code = text_id(one, "identifier");
    if (code.empty()) continue;
    if (scheme.empty()) {
      add_attribute(record.attributes, "identifier", Scalar(code));
      continue;
    }
    bool known = false;
    for (const auto& [present, value] : record.codes) known = known || present == scheme;
    if (known)
      add_attribute(record.attributes, scheme, Scalar(code));
    else
      record.codes.emplace_back(scheme, code);
  }
}

}  // namespace entente
