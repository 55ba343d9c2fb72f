#include "facts/build/entity_columns.hpp"

#include <cstdint>
#include <vector>

#include "facts/attribute_code.hpp"
#include "facts/build/table_parts.hpp"

namespace entente {

namespace {

class EntityFiller {
 public:
  EntityFiller(Graph::Store& store, const std::vector<Entity>& entities, const RecordOrder& order,
               Interner& texts)
      : store_(store), entities_(entities), order_(order), texts_(texts) {}

  void add_ids(std::span<const std::uint32_t> kinds);
  void add_lifespans();
  void add_names();
  void add_details();

 private:
  [[nodiscard]] const Entity& at(std::size_t place) const { return entities_[order_.row(place)]; }

  Graph::Store& store_;
  const std::vector<Entity>& entities_;
  const RecordOrder& order_;
  Interner& texts_;
};

void EntityFiller::add_ids(std::span<const std::uint32_t> kinds) {
  TextTableBuilder ids;
  std::vector<std::uint16_t> kind;
  std::vector<std::uint32_t> whens;
  kind.reserve(entities_.size());
  whens.reserve(entities_.size());
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const Entity& entity = at(i);
    ids.add(entity.id);
    kind.push_back(static_cast<std::uint16_t>(kinds[order_.row(i)]));
    whens.push_back(entity.when ? texts_.number(entity.when->text()) : no_text);
  }
  store_.entities.ids = std::move(ids).build();
  store_.entities.kind = Column(std::move(kind));
  store_.entities.when = Column(std::move(whens));
}

void EntityFiller::add_lifespans() {
  std::vector<EntityId> entities;
  std::vector<std::uint8_t> exact;
  BoundsColumns bounds;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const auto& when = at(i).when;
    if (!when) continue;
    entities.push_back(static_cast<EntityId>(static_cast<std::uint32_t>(i)));
    exact.push_back(when->decided_by_bounds(Reading::interval) ? 0 : 1);
    bounds.add(when->bounds(Reading::interval));
  }
  store_.lifespans.entity = Column(std::move(entities));
  store_.lifespans.exact = Column(std::move(exact));
  std::move(bounds).move_to(store_.lifespans);
}

void EntityFiller::add_names() {
  RowEnds rows;
  std::vector<std::uint32_t> languages;
  std::vector<std::uint32_t> names;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    for (const LanguageNames& group : at(i).names)
      for (const std::string& name : group.names) {
        languages.push_back(texts_.number(group.language));
        names.push_back(texts_.number(name));
      }
    rows.end_row(names.size());
  }
  store_.entities.names = std::move(rows).build();
  store_.entities.name_language = Column(std::move(languages));
  store_.entities.name = Column(std::move(names));
}

void EntityFiller::add_details() {
  RowEnds code_rows;
  RowEnds attribute_rows;
  std::vector<std::uint32_t> keys;
  std::vector<std::uint32_t> values;
  std::vector<char> bytes;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    for (const auto& [key, value] : at(i).codes) {
      keys.push_back(texts_.number(key));
      values.push_back(texts_.number(value));
    }
    code_rows.end_row(keys.size());
    encode(at(i).attributes, bytes);
    attribute_rows.end_row(bytes.size());
  }
  store_.entities.codes = std::move(code_rows).build();
  store_.entities.code_key = Column(std::move(keys));
  store_.entities.code_value = Column(std::move(values));
  store_.entities.attributes = std::move(attribute_rows).build();
  store_.entities.attribute_bytes = Column(std::move(bytes));
}

}  // namespace

void fill_entities(Graph::Store& store, const std::vector<Entity>& entities,
                   const RecordOrder& order, std::span<const std::uint32_t> kinds,
                   Interner& texts) {
  EntityFiller filler(store, entities, order, texts);
  filler.add_ids(kinds);
  filler.add_lifespans();
  filler.add_names();
  filler.add_details();
}

}  // namespace entente
