#include "io/vocabulary_values.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <variant>

#include <entente/text/edit_distance.hpp>

#include "base/joined.hpp"

namespace entente {

std::string read_drawing_class(MemberReader& read, JsonValue value,
                               std::span<const std::string_view> known) {
  const std::string name = read.text(value, TextUse::identifier);
  if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return name;
  const auto meant = nearest(name, known);
  read.error(value.at(),
             {"unknown-class", "unknown drawing class `" + shortened(name) + "`",
              meant ? "did you mean `" + *meant + "`?" : "classes here: " + joined(known, ", ")});
  return {};
}

void check_sentences(MemberReader& read, JsonValue labels) {
  constexpr std::array<std::string_view, 2> places = {"{from}", "{to}"};
  if (labels.kind() != JsonKind::object) return;
  for (const JsonValue label : labels) {
    if (label.kind() != JsonKind::text) continue;
    const std::string_view text = label.text();
    const auto report = [&](const std::string& message) {
      read.error(label.at(), {"bad-sentence", message,
                              "write the subject as {from} and the object as {to}, once at least"});
    };
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
      const std::size_t end = text.find('}', at);
      const std::string_view place = text.substr(at, end == text.npos ? end : end + 1 - at);
      if (std::find(places.begin(), places.end(), place) == places.end())
        report("a sentence has no place `" + shortened(place) + "`");
    }
    for (const std::string_view place : places)
      if (text.find(place) == text.npos) report("the sentence lacks " + std::string(place));
  }
}

bool read_flag(MemberReader& read, JsonValue value) {
  return read.expect(value, JsonKind::boolean) && std::get<bool>(value.scalar().value);
}

Sign read_sign(MemberReader& read, JsonValue value) {
  const auto* number = std::get_if<std::int64_t>(&value.scalar().value);
  if (number && *number >= -1 && *number <= 1) return static_cast<Sign>(*number);
  read.error(value.at(), {"wrong-type", "`sign` must be -1, 0 or 1", "leave it out for none"});
  return Sign::none;
}

Present read_present(MemberReader& read, JsonValue value) {
  constexpr std::array<std::string_view, 2> ends = {"from", "to"};
  std::size_t bits = 0;
  if (!read.expect(value, JsonKind::list, "write [\"from\"], [\"to\"] or both")) return {};
  for (const JsonValue item : value) bits |= std::size_t{1} << read_word(read, item, ends);
  return static_cast<Present>(bits);
}

std::size_t read_word(MemberReader& read, JsonValue value,
                      std::span<const std::string_view> allowed) {
  const std::string text = read.text(value, TextUse::identifier);
  const auto found = std::find(allowed.begin(), allowed.end(), text);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  if (!text.empty())
    read.error(value.at(), {"unknown-word", "unknown word `" + shortened(text) + "`",
                            "one of " + joined(allowed, ", ")});
  return 0;
}

}  // namespace entente
