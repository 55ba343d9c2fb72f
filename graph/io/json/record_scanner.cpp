#include "io/json/record_scanner.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <entente/text/language.hpp>
#include <entente/time/date_error.hpp>
#include <entente/time/when.hpp>

namespace entente {
namespace {

constexpr std::size_t plain_depth = 8;          // that a record can have in any of our formats
constexpr std::size_t most_plain_members = 16;  // of free names, which are compared with each other

constexpr std::array<std::string_view, 7> relation_names = {
    "id\"", "type\"", "from\"", "to\"", "when\"", "modality\"", "evidence\""};
constexpr std::array<std::string_view, 4> evidence_names = {"source\"", "at\"", "asserted_by\"",
                                                            "when\""};
constexpr std::array<std::string_view, 5> entity_names = {"id\"", "kind\"", "names\"", "when\"",
                                                          "codes\""};
constexpr std::array<std::string_view, 2> line_names = {"relation\"", "entity\""};

}  // namespace

std::optional<std::size_t> RecordScanner::scan(std::size_t at, PlainScanner::Blanks blanks,
                                               Value value) {
  json_.go_to(at, blanks);
  if (limits_.depth < plain_depth || !(this->*value)()) return std::nullopt;
  // A value takes two bytes at least; one more may stand around all of them.
  if ((json_.at() - at) / 2 + 1 > limits_.values) return std::nullopt;
  return json_.at();
}

RecordScanner::ScannedLine RecordScanner::line_at(std::size_t at) {
  json_.go_to(at, PlainScanner::Blanks::of_a_line);
  json_.skip_blanks();
  if (!json_.accept('{')) return {};
  const auto kind = json_.member(line_names);
  if (!kind) return {};
  const bool is_relation = *kind == 0;
  const Value value = is_relation ? &RecordScanner::relation_value : &RecordScanner::entity_value;
  if (!scan(json_.at(), PlainScanner::Blanks::of_a_line, value) || !json_.end_of_line()) return {};
  return {is_relation ? Line::relation : Line::entity, json_.at()};
}

bool RecordScanner::relation_value() {
  enum { id, type, from, to, when, modality_, evidence_ };
  relation_.when = {};
  relation_.modality = Modality::fact;
  relation_.evidence.clear();
  constexpr std::uint32_t required = 1U << id | 1U << type | 1U << from | 1U << to;
  return json_.object(relation_names, required, [this](std::size_t index) {
    switch (index) {
      case id:
        return json_.some_text(relation_.id, limits_.identifier);
      case type:
        return json_.some_text(relation_.type, limits_.identifier);
      case from:
        return json_.some_text(relation_.from, limits_.identifier);
      case to:
        return json_.some_text(relation_.to, limits_.identifier);
      case when:
        return json_.some_text(relation_.when, limits_.string);
      case modality_:
        return modality();
      default:
        return json_.all_between('[', ']', [this] { return evidence(); });
    }
  });
}

bool RecordScanner::modality() {
  std::string_view word;
  if (!json_.some_text(word, limits_.identifier)) return false;
  const auto known = modality_from(word);
  if (known) relation_.modality = *known;
  return known.has_value();
}

bool RecordScanner::evidence() {
  enum { source, at, asserted_by, when };
  EvidenceText& text = relation_.evidence.emplace_back();
  return json_.object(evidence_names, 1U << source, [&](std::size_t index) {
    switch (index) {
      case source:
        return json_.some_text(text.source, limits_.identifier);
      case at:
        return json_.text(text.at, limits_.string);
      case asserted_by:
        return json_.some_text(text.asserted_by, limits_.identifier);
      default:
        return json_.some_text(text.when, limits_.string);
    }
  });
}

bool RecordScanner::entity_value() {
  enum { id, kind, names_, when, codes_ };
  entity_ = {};
  return json_.object(entity_names, 1U << id | 1U << kind, [this](std::size_t index) {
    switch (index) {
      case id:
        return copy(entity_.id, limits_.identifier) && !entity_.id.empty();
      case kind:
        return copy(entity_.kind, limits_.identifier) && !entity_.kind.empty();
      case names_:
        return names();
      case when:
        return lifespan();
      default:
        return codes();
    }
  });
}

bool RecordScanner::copy(std::string& into, std::size_t most) {
  std::string_view text;
  if (!json_.text(text, most)) return false;
  into = text;
  return true;
}

bool RecordScanner::names() {
  return json_.all_between('{', '}', [this] {
    std::string_view language;
    if (!json_.free_name(language, limits_.identifier)) return false;
    if (language != language_ && !is_language_tag(language)) return false;
    language_ = language;
    const bool repeated =
        std::any_of(entity_.names.begin(), entity_.names.end(),
                    [&](const LanguageNames& one) { return one.language == language; });
    if (repeated || entity_.names.size() == most_plain_members) return false;
    std::vector<std::string>& list =
        entity_.names.emplace_back(LanguageNames{std::string(language)}).names;
    return json_.all_between('[', ']', [&] { return copy(list.emplace_back(), limits_.string); });
  });
}

bool RecordScanner::codes() {
  return json_.all_between('{', '}', [this] {
    std::string_view name;
    if (!json_.free_name(name, limits_.identifier)) return false;
    const bool repeated = std::any_of(entity_.codes.begin(), entity_.codes.end(),
                                      [&](const auto& one) { return one.first == name; });
    if (repeated || entity_.codes.size() == most_plain_members) return false;
    return copy(entity_.codes.emplace_back(name, std::string()).second, limits_.string);
  });
}

bool RecordScanner::lifespan() {
  std::string_view text;
  if (!json_.some_text(text, limits_.string)) return false;
  try {
    entity_.when = When::parse(text);
  } catch (const DateError&) {
    return false;
  }
  return true;
}

}  // namespace entente
