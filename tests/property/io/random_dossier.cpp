#include "property/io/random_dossier.hpp"

#include <array>
#include <map>

namespace entente::testing_support {
namespace {

const std::vector<std::string> pieces = {
    "a",       "Japan",  "\"",     "\\",         "\n",     "\t",        "\x01",    "\x7F",
    "日本",    "{}",     "[,]",    "</b>",       "<!--",   "&amp;",     "\u202E",  "\u200B",
    "e\u0301", "\u00E9", "\uFFFD", "\U0001F1EF", "\u2028", "%00",       "\\u0041", "\u0085",
    "\u00A0",  "{from}", "=1+1",   " ",          "//",     "\U0010FFFF"};
const std::vector<std::string> ids = {"a",     "b-1",  "日本", "a\"b", "c\\", "d e", "\u202Ex",
                                      "x:y%z", "<id>", "'",    "0",    "-",   "a,b", "zz"};
const std::vector<std::string> languages = {"en", "ja", "ko", "zh-Hans", "zh-Hant"};
const std::vector<std::string> dates = {"2014",        "2014-05-06",  "201X",
                                        "2014-05/..",  "/2016",       "2014?/2016",
                                        "[2014,2016]", "{2014,2016}", "1960-XX-25"};

template <typename List>
const auto& any_of(Chance& chance, const List& list) {
  return list[static_cast<std::size_t>(chance.number(0, static_cast<int>(list.size()) - 1))];
}

/// A part of the list, in its order.
std::vector<std::string> some_of(Chance& chance, const std::vector<std::string>& list) {
  std::vector<std::string> some;
  for (const std::string& one : list)
    if (chance.one_in(3)) some.push_back(one);
  return some;
}

std::optional<When> random_when(Chance& chance) {
  if (chance.one_in(3)) return std::nullopt;
  if (chance.one_in(4)) return When::between("[2018..]", chance.one_in(2) ? "" : "..");
  return When::parse(any_of(chance, dates));
}

Scalar random_scalar(Chance& chance) {
  const std::array<double, 6> reals = {0.1, 1e22, -2.5, 3.0, 1e-7, 123456789.125};
  const std::array<std::int64_t, 4> integers = {0, -1, 42,
                                                std::numeric_limits<std::int64_t>::min()};
  switch (chance.number(0, 5)) {
    case 0:
      return {};
    case 1:
      return chance.one_in(2);
    case 2:
      return any_of(chance, integers);
    case 3:
      return std::uint64_t{1} << 63U;
    case 4:
      return any_of(chance, reals);
    default:
      return hostile_text(chance);
  }
}

AttributeValue random_attribute(Chance& chance) {
  if (!chance.one_in(3)) return random_scalar(chance);
  std::vector<Scalar> list;
  for (int i = chance.number(0, 3); i > 0; --i) list.push_back(random_scalar(chance));
  return list;
}

Attributes random_attributes(Chance& chance) {
  std::map<std::string, AttributeValue> attributes;
  for (const std::string& name : some_of(chance, ids)) attributes[name] = random_attribute(chance);
  return {attributes.begin(), attributes.end()};
}

Names random_names(Chance& chance) {
  Names names;
  for (const std::string& language : some_of(chance, languages)) {
    names.push_back({language, {}});
    for (int i = chance.number(0, 3); i > 0; --i)
      names.back().names.push_back(hostile_text(chance));
  }
  return names;
}

std::vector<std::pair<std::string, std::string>> random_codes(Chance& chance) {
  std::map<std::string, std::string> codes;
  for (const std::string& name : some_of(chance, ids)) codes[name] = hostile_text(chance);
  return {codes.begin(), codes.end()};
}

std::vector<Evidence> random_evidence(Chance& chance) {
  std::vector<Evidence> list;
  for (int i = chance.number(0, 2); i > 0; --i)
    list.push_back({any_of(chance, ids), chance.one_in(3) ? "" : hostile_text(chance),
                    chance.one_in(2) ? "" : any_of(chance, ids), random_when(chance)});
  return list;
}

}  // namespace

std::string hostile_text(Chance& chance) {
  std::string text = "x";
  for (int i = chance.number(0, chance.one_in(5) ? 40 : 4); i > 0; --i)
    text += any_of(chance, pieces);
  return text;
}

Dossier random_dossier(Chance& chance) {
  Dossier dossier{.titles = {{"en", hostile_text(chance)}}, .vocabularies = {"diplomacy"}};
  if (chance.one_in(3)) dossier.vocabularies.emplace_back("mine.json");
  std::map<std::string, Entity> entities;
  for (const std::string& id : some_of(chance, ids))
    entities[id] = {.id = id,
                    .kind = any_of(chance, ids),
                    .names = random_names(chance),
                    .when = random_when(chance),
                    .codes = random_codes(chance),
                    .attributes = random_attributes(chance)};
  std::map<std::string, Relation> relations;
  for (const std::string& id : some_of(chance, ids))
    relations[id] = {.id = id,
                     .type = any_of(chance, ids),
                     .from = any_of(chance, ids),
                     .to = any_of(chance, ids),
                     .when = random_when(chance),
                     .modality = static_cast<Modality>(chance.number(0, 4)),
                     .attributes = random_attributes(chance),
                     .evidence = random_evidence(chance)};
  for (auto& [id, entity] : entities) dossier.entities.push_back(std::move(entity));
  for (auto& [id, relation] : relations) dossier.relations.push_back(std::move(relation));
  return dossier;
}

}  // namespace entente::testing_support
