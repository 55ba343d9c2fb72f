#include "io/formats/records/wikidata_members.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <entente/text/language.hpp>

#include "io/formats/foreign_records.hpp"
#include "io/formats/records/json_fields.hpp"
#include "io/formats/records/wikidata_snaks.hpp"

namespace entente {
namespace {

using CodeOfProperty = std::pair<std::string_view, std::string_view>;
constexpr std::array<CodeOfProperty, 3> code_properties = {
    {{"P297", "iso2"}, {"P298", "iso3"}, {"P299", "iso_numeric"}}};

std::string language_of(std::string_view code) {
  return canonical_language_tag(code).value_or("und");
}

}  // namespace

void add_wikidata_names(Entity& record, JsonValue object) {
  if (const auto labels = member_of(object, "labels"); labels)
    for (const JsonValue label : *labels)
      add_name(record.names, language_of(label.key()), text_member(label, "value"));
  if (const auto aliases = member_of(object, "aliases"); aliases)
    for (const JsonValue list : *aliases)
      if (list.kind() == JsonKind::list)
        for (const JsonValue alias : list)
          add_name(record.names, language_of(list.key()), text_member(alias, "value"));
  const auto descriptions = member_of(object, "descriptions");
  const auto english = descriptions ? member_of(*descriptions, "en") : std::nullopt;
  if (english)
    add_attribute(record.attributes, "description", Scalar(text_member(*english, "value")));
}

void add_wikidata_value(Entity& record, std::string_view property, JsonValue snak) {
  const std::string words = words_of(snak);
  if (words.empty()) return;
  std::string_view scheme = text_member(snak, "datatype") == "external-id" ? property : "";
  for (const auto& [known, code] : code_properties)
    if (known == property) scheme = code;
  bool coded = false;
  for (const auto& [known, code] : record.codes) coded = coded || known == scheme;
  if (scheme.empty() || coded)
    add_attribute(record.attributes, property, Scalar(words));
  else
    record.codes.emplace_back(scheme, words);
}

bool is_no_value(JsonValue claim) {
  const auto snak = member_of(claim, "mainsnak");
  return snak && kind_of_snak(*snak) != SnakKind::value;
}

bool is_unread_date(JsonValue claim) {
  const auto snak = member_of(claim, "mainsnak");
  return snak && kind_of_snak(*snak) == SnakKind::value && date_of_snak(*snak).empty();
}

bool is_time(JsonValue snak) {
  const auto data = member_of(snak, "datavalue");
  return data && text_member(*data, "type") == "time";
}

WikidataReference reference_of(JsonValue snaks) {
  WikidataReference reference;
  reference.stated_in = first_words(snaks, "P248");
  reference.address = first_words(snaks, "P854");
  reference.taken_from = first_words(snaks, "P143");
  reference.title = first_words(snaks, "P1476");
  reference.published = first_words(snaks, "P577");
  for (const std::string_view property : {"P958", "P792", "P478", "P304"})
    if (const std::string words = first_words(snaks, property); !words.empty())
      reference.at += (reference.at.empty() ? "" : ", ") + words;
  constexpr std::array<std::string_view, 9> known = {"P854", "P248", "P143", "P1476", "P577",
                                                     "P958", "P792", "P478", "P304"};
  for (const JsonValue property : snaks)
    if (std::find(known.begin(), known.end(), property.key()) == known.end()) ++reference.others;
  return reference;
}

}  // namespace entente
