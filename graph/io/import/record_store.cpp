#include "io/import/record_store.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "base/text_map.hpp"
#include "system/large_pages.hpp"

namespace entente::import {
namespace {

constexpr std::string_view undetermined = "und";  // BCP 47: a language that is not known

template <typename Pairs>
auto find_named(Pairs& pairs, const std::string& name) {
  return std::find_if(pairs.begin(), pairs.end(),
                      [&](const auto& pair) { return pair.first == name; });
}

[[noreturn]] void contradict(const Origin& origin, const std::string& id, const std::string& what) {
  throw Rejected{origin.slot, id, "contradiction",
                 "an earlier row gives " + id + " another " + what,
                 "mend one of them, or make the id of more columns"};
}

/// Adds what is not there: one language's names behind those that are known.
void add_names(Names& names, Names&& more) {
  for (LanguageNames& each : more) {
    const auto known = std::find_if(names.begin(), names.end(), [&](const LanguageNames& other) {
      return other.language == each.language;
    });
    if (known == names.end()) {
      names.push_back(std::move(each));
      continue;
    }
    for (std::string& name : each.names)
      if (std::find(known->names.begin(), known->names.end(), name) == known->names.end())
        known->names.push_back(std::move(name));
  }
}

}  // namespace

void RowRecords::clear() {
  entities.clear();
  entity_origins.clear();
  countries.clear();
  relations.clear();
  relation_origins.clear();
}

RecordStore::RecordStore(const Mapping& mapping) : mapping_(mapping) {
  dossier_.titles = mapping.titles;
  dossier_.vocabularies = mapping.vocabularies;
  for (const Entity& entity : mapping.entities) {
    Entity& added = add_entity(Entity(entity), {});
    added.place = {};
  }
}

std::uint32_t RecordStore::row_of(std::string_view id) const {
  const std::uint32_t number = ids_.find(id);
  return number == none ? none : rows_[number];
}

Entity& RecordStore::add_entity(Entity&& entity, const Origin& origin) {
  if (ids_.number(entity.id) == rows_.size())
    rows_.push_back(static_cast<std::uint32_t>(dossier_.entities.size()));
  entity_origins_.push_back(origin);
  return dossier_.entities.emplace_back(std::move(entity));
}

void RecordStore::expect(std::size_t relations) {
  std::vector<Relation>& known = dossier_.relations;
  known.reserve(relations);
  relation_origins_.reserve(relations);
  use_large_pages(static_cast<void*>(known.data() + known.size()),
                  (known.capacity() - known.size()) * sizeof(Relation));
}

void RecordStore::check(const Entity& entity, const Origin& origin) const {
  const std::uint32_t found = row_of(entity.id);
  if (found == none) return;
  const Entity& known = dossier_.entities[found];
  if (known.kind != entity.kind)
    contradict(origin, entity.id, "kind, " + known.kind + " and not " + entity.kind);
  if (known.when && entity.when && !(*known.when == *entity.when))
    contradict(origin, entity.id,
               "date, " + known.when->text() + " and not " + entity.when->text());
  for (const auto& [name, code] : entity.codes)
    if (const auto other = find_named(known.codes, name);
        other != known.codes.end() && other->second != code)
      contradict(origin, entity.id, name + ", " + other->second + " and not " + code);
  for (const auto& [name, value] : entity.attributes)
    if (const auto other = find_named(known.attributes, name);
        other != known.attributes.end() && other->second != value)
      contradict(origin, entity.id, name);
}

void RecordStore::merge(Entity&& entity, const Origin& origin) {
  const std::uint32_t found = row_of(entity.id);
  if (found == none) {
    add_entity(std::move(entity), origin);
    return;
  }
  Entity& known = dossier_.entities[found];
  add_names(known.names, std::move(entity.names));
  if (!known.when) known.when = std::move(entity.when);
  for (auto& code : entity.codes)
    if (find_named(known.codes, code.first) == known.codes.end())
      known.codes.push_back(std::move(code));
  for (auto& attribute : entity.attributes)
    if (find_named(known.attributes, attribute.first) == known.attributes.end())
      known.attributes.push_back(std::move(attribute));
}

void RecordStore::take(RowRecords& records) {
  for (std::size_t i = 0; i < records.entities.size(); ++i)
    check(records.entities[i], records.entity_origins[i]);
  note_countries(records.countries);
  for (std::size_t i = 0; i < records.entities.size(); ++i)
    merge(std::move(records.entities[i]), records.entity_origins[i]);
  for (std::size_t i = 0; i < records.relations.size(); ++i) {
    dossier_.relations.push_back(std::move(records.relations[i]));
    relation_origins_.push_back(records.relation_origins[i]);
  }
}

void RecordStore::note_countries(const std::vector<NamedCountry>& countries) {
  for (const NamedCountry& country : countries) {
    const auto [row, is_new] = country_rows_.emplace(country.number, countries_.size());
    if (is_new) {
      countries_.push_back({country.number, {}});
      Entity entity;
      entity.id = all_countries[country.number].id;
      entity.kind = "country";
      merge(std::move(entity), {});
    }
    Printed& printed = countries_[row->second].second;
    if (country.system == CountrySystem::cow) printed.cow = country.printed;
    if (country.system == CountrySystem::gw) printed.gw = country.printed;
    if (country.system == CountrySystem::name_or_letters &&
        std::find(printed.names.begin(), printed.names.end(), country.printed) ==
            printed.names.end())
      printed.names.push_back(country.printed);
  }
}

void RecordStore::name_countries() {
  for (const auto& [number, printed] : countries_) name_country(number, printed);
}

void RecordStore::name_country(CountryNumber number, const Printed& printed) {
  const Country& country = all_countries[number];
  Entity& entity = dossier_.entities[row_of(country.id)];
  std::vector<std::string> languages = mapping_.languages;
  if (languages.empty()) languages = {"en"};
  Names names;
  std::vector<Scalar> not_printed;
  std::vector<std::string> placed;
  for (const std::string& language : languages) {
    std::string name = Countries::name(number, language);
    if (name.empty()) continue;
    const bool in_table =
        std::find(printed.names.begin(), printed.names.end(), name) != printed.names.end();
    const bool own =
        std::any_of(entity.names.begin(), entity.names.end(), [&](const LanguageNames& each) {
          return each.language == language && !each.names.empty();
        });
    if (own) continue;
    if (in_table)
      placed.push_back(name);
    else
      not_printed.emplace_back(language);
    names.push_back({language, {std::move(name)}});
  }
  for (const std::string& name : printed.names) {
    std::string upper = name;
    for (char& c : upper) c = ascii_upper(c);
    const bool is_code = upper == country.iso2 || upper == country.iso3;
    if (is_code || std::find(placed.begin(), placed.end(), name) != placed.end()) continue;
    const bool known =
        std::any_of(entity.names.begin(), entity.names.end(), [&](const LanguageNames& each) {
          return std::find(each.names.begin(), each.names.end(), name) != each.names.end();
        });
    if (!known) add_names(names, {{std::string(undetermined), {name}}});
  }
  add_names(entity.names, std::move(names));
  const auto add_code = [&](const char* system, std::string_view code) {
    if (!code.empty() && find_named(entity.codes, system) == entity.codes.end())
      entity.codes.emplace_back(system, code);
  };
  add_code("iso3", country.iso3);
  add_code("cow", printed.cow);
  add_code("gw", printed.gw);
  if (!not_printed.empty() &&
      find_named(entity.attributes, "names_not_printed") == entity.attributes.end())
    entity.attributes.emplace_back("names_not_printed", std::move(not_printed));
}

void RecordStore::add_sources() {
  std::vector<std::string> sources;
  ViewSet seen;
  for (const Relation& relation : dossier_.relations)
    for (const Evidence& evidence : relation.evidence) {
      if (!sources.empty() && sources.back() == evidence.source) continue;
      if (seen.insert(evidence.source).second) sources.push_back(evidence.source);
    }
  for (const std::string& source : sources) {
    if (row_of(source) == none) {
      Entity document;
      document.id = source;
      document.kind = "document";
      const auto name = source_names_.find(source);
      document.names = {{"en", {name == source_names_.end() ? source : name->second}}};
      add_entity(std::move(document), {});
    }
    Entity& document = dossier_.entities[row_of(source)];
    if (!mapping_.observed_through.empty() &&
        find_named(document.attributes, "observed_through") == document.attributes.end())
      document.attributes.emplace_back("observed_through", Scalar{mapping_.observed_through});
  }
}

void RecordStore::finish() {
  name_countries();
  add_sources();
}

const Origin* RecordStore::origin_of_relation(std::uint32_t table, std::uint32_t line) const {
  const auto before = [](const Origin& origin, std::pair<std::uint32_t, std::uint32_t> place) {
    return std::pair(origin.table, origin.place.line) < place;
  };
  const auto found = std::lower_bound(relation_origins_.begin(), relation_origins_.end(),
                                      std::pair(table, line), before);
  const bool is_it =
      found != relation_origins_.end() && found->table == table && found->place.line == line;
  return is_it ? &*found : nullptr;
}

const Origin* RecordStore::origin_of_entity(const std::string& id) const {
  const std::uint32_t found = row_of(id);
  if (found == none || entity_origins_[found].row == 0) return nullptr;
  return &entity_origins_[found];
}

}  // namespace entente::import
