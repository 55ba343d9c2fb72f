#include "network/graph_builder.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include <entente/error.hpp>

#include "network/attribute_code.hpp"
#include "network/inference.hpp"
#include "network/interner.hpp"

namespace entente {

namespace {

using Row = std::uint32_t;

/// Rows of records in the byte order of their ids.
template <class Record>
std::vector<Row> by_id(const std::vector<Record>& records) {
  if (records.size() >= std::numeric_limits<Row>::max())
    throw LimitReached("graph-size", "a graph holds at most 2^32 - 2 records of a kind");
  std::vector<Row> rows(records.size());
  std::iota(rows.begin(), rows.end(), Row{0});
  const auto before = [&](Row a, Row b) { return records[a].id < records[b].id; };
  if (!std::is_sorted(rows.begin(), rows.end(), before))
    std::sort(rows.begin(), rows.end(), before);
  return rows;
}

/// At which place each row stands in an order of rows.
std::vector<Row> places_of(const std::vector<Row>& rows) {
  std::vector<Row> places(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) places[rows[i]] = static_cast<Row>(i);
  return places;
}

template <class Id>
Id numbered(std::size_t i) {
  return static_cast<Id>(static_cast<std::uint32_t>(i));
}

/// The row offsets of a table that is filled row by row.
class RowEnds {
 public:
  void end_row(std::size_t size) {
    if (size > std::numeric_limits<std::uint32_t>::max())
      throw LimitReached("graph-size", "a graph holds at most 2^32 details of a kind");
    offsets_.push_back(static_cast<std::uint32_t>(size));
  }
  Offsets build() && { return Offsets(std::move(offsets_)); }

 private:
  std::vector<std::uint32_t> offsets_{0};
};

class Builder {
 public:
  Builder(Graph::Store& store, const Dossier& dossier, const References& references)
      : dossier_(dossier),
        references_(references),
        store_(&store),
        entities_(by_id(dossier.entities)),
        relations_(by_id(dossier.relations)),
        entity_of_row_(places_of(entities_)) {}

  void build();

 private:
  void add_entities();
  void add_lifespans();
  void add_names();
  void add_entity_details();
  void add_relations();
  void add_dates();
  void add_evidence();
  void add_relation_attributes();
  void add_incidence();
  void close_unknown_ends();

  void add_ends();
  [[nodiscard]] EntityId entity(Row row) const { return numbered<EntityId>(entity_of_row_[row]); }
  std::uint32_t when_text(const std::optional<When>& when) {
    return when ? texts_.number(when->text()) : no_text;
  }

  const Dossier& dossier_;
  const References& references_;
  Graph::Store* store_;
  std::vector<Row> entities_;       // rows of the dossier by EntityId
  std::vector<Row> relations_;      // and by RelationId
  std::vector<Row> entity_of_row_;  // EntityId by row of the dossier
  Interner texts_;
};

void Builder::build() {
  store_->titles = dossier_.titles;
  store_->vocabularies = dossier_.vocabularies;
  add_entities();
  add_lifespans();
  add_names();
  add_entity_details();
  add_relations();
  add_ends();
  add_evidence();
  add_dates();
  add_relation_attributes();
  add_incidence();
  store_->texts = std::move(texts_).build();
  close_unknown_ends();
  store_->names = store_->name_index();
}

void Builder::add_entities() {
  TextTableBuilder ids;
  std::vector<std::uint16_t> kinds;
  std::vector<std::uint32_t> whens;
  kinds.reserve(entities_.size());
  whens.reserve(entities_.size());
  for (const Row row : entities_) {
    const Entity& entity = dossier_.entities[row];
    ids.add(entity.id);
    kinds.push_back(static_cast<std::uint16_t>(references_.kinds()[row]));
    whens.push_back(when_text(entity.when));
  }
  store_->entities.ids = std::move(ids).build();
  store_->entities.kind = Column(std::move(kinds));
  store_->entities.when = Column(std::move(whens));
}

/// Bounds by column.
struct BoundsColumns {
  std::vector<Day> start_min;
  std::vector<Day> start_max;
  std::vector<Day> end_min;
  std::vector<Day> end_max;

  void add(const Bounds& bounds) {
    start_min.push_back(bounds.start_min);
    start_max.push_back(bounds.start_max);
    end_min.push_back(bounds.end_min);
    end_max.push_back(bounds.end_max);
  }
  template <class Columns>
  void move_to(Columns& columns) && {
    columns.start_min = Column(std::move(start_min));
    columns.start_max = Column(std::move(start_max));
    columns.end_min = Column(std::move(end_min));
    columns.end_max = Column(std::move(end_max));
  }
};

void Builder::add_lifespans() {
  std::vector<EntityId> entities;
  std::vector<std::uint8_t> exact;
  BoundsColumns bounds;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const auto& when = dossier_.entities[entities_[i]].when;
    if (!when) continue;
    entities.push_back(numbered<EntityId>(i));
    exact.push_back(when->decided_by_bounds(Reading::interval) ? 0 : 1);
    bounds.add(when->bounds(Reading::interval));
  }
  store_->lifespans.entity = Column(std::move(entities));
  store_->lifespans.exact = Column(std::move(exact));
  std::move(bounds).move_to(store_->lifespans);
}

void Builder::add_names() {
  RowEnds rows;
  std::vector<std::uint32_t> languages;
  std::vector<std::uint32_t> names;
  for (const Row row : entities_) {
    for (const LanguageNames& group : dossier_.entities[row].names)
      for (const std::string& name : group.names) {
        languages.push_back(texts_.number(group.language));
        names.push_back(texts_.number(name));
      }
    rows.end_row(names.size());
  }
  store_->entities.names = std::move(rows).build();
  store_->entities.name_language = Column(std::move(languages));
  store_->entities.name = Column(std::move(names));
}

void Builder::add_entity_details() {
  RowEnds code_rows;
  RowEnds attribute_rows;
  std::vector<std::uint32_t> keys;
  std::vector<std::uint32_t> values;
  std::vector<char> bytes;
  for (const Row row : entities_) {
    for (const auto& [key, value] : dossier_.entities[row].codes) {
      keys.push_back(texts_.number(key));
      values.push_back(texts_.number(value));
    }
    code_rows.end_row(keys.size());
    encode(dossier_.entities[row].attributes, bytes);
    attribute_rows.end_row(bytes.size());
  }
  store_->entities.codes = std::move(code_rows).build();
  store_->entities.code_key = Column(std::move(keys));
  store_->entities.code_value = Column(std::move(values));
  store_->entities.attributes = std::move(attribute_rows).build();
  store_->entities.attribute_bytes = Column(std::move(bytes));
}

void Builder::add_relations() {
  TextTableBuilder ids;
  std::vector<std::uint16_t> types;
  std::vector<Modality> modalities;
  types.reserve(relations_.size());
  modalities.reserve(relations_.size());
  for (const Row row : relations_) {
    const Relation& relation = dossier_.relations[row];
    ids.add(relation.id);
    types.push_back(static_cast<std::uint16_t>(references_.relations()[row].type));
    modalities.push_back(relation.modality);
  }
  store_->relations.ids = std::move(ids).build();
  store_->relations.type = Column(std::move(types));
  store_->relations.modality = Column(std::move(modalities));
}

void Builder::add_ends() {
  std::vector<EntityId> from;
  std::vector<EntityId> to;
  from.reserve(relations_.size());
  to.reserve(relations_.size());
  for (const Row row : relations_) {
    from.push_back(entity(references_.relations()[row].from));
    to.push_back(entity(references_.relations()[row].to));
  }
  store_->relations.from = Column(std::move(from));
  store_->relations.to = Column(std::move(to));
}

void Builder::add_evidence() {
  RowEnds rows;
  std::vector<EntityId> sources;
  std::vector<std::uint32_t> locators;
  std::vector<std::uint32_t> asserters;
  std::vector<std::uint32_t> whens;
  for (const Row row : relations_) {
    for (const Evidence& evidence : dossier_.relations[row].evidence) {
      sources.push_back(entity(references_.entity(evidence.source).value()));
      locators.push_back(texts_.number(evidence.at));
      asserters.push_back(texts_.number(evidence.asserted_by));
      whens.push_back(when_text(evidence.when));
    }
    rows.end_row(sources.size());
  }
  store_->relations.evidence = std::move(rows).build();
  store_->evidence.source = Column(std::move(sources));
  store_->evidence.at = Column(std::move(locators));
  store_->evidence.asserted_by = Column(std::move(asserters));
  store_->evidence.when = Column(std::move(whens));
}

std::uint8_t traits_of(const Relation& relation, const RelationType& type) {
  std::uint8_t traits = 0;
  if (relation.when) traits |= bit(Trait::dated);
  if (relation.when && !relation.when->decided_by_bounds(type.reading)) traits |= bit(Trait::exact);
  if (type.reading == Reading::instant) traits |= bit(Trait::instant);
  for (const Evidence& evidence : relation.evidence)
    if (evidence.when) traits |= bit(Trait::evidence_dated);
  return traits;
}

void Builder::add_dates() {
  const std::size_t count = relations_.size();
  std::vector<std::uint32_t> whens(count);
  std::vector<std::uint8_t> traits(count);
  BoundsColumns bounds;
  for (std::size_t i = 0; i < count; ++i) {
    const Relation& relation = dossier_.relations[relations_[i]];
    const RelationType& type = store_->type_of(numbered<RelationId>(i));
    whens[i] = when_text(relation.when);
    traits[i] = traits_of(relation, type);
    bounds.add(relation.when ? relation.when->bounds(type.reading) : Bounds{});
  }
  store_->relations.when = Column(std::move(whens));
  store_->relations.traits = Column(std::move(traits));
  std::move(bounds).move_to(store_->relations);
}

void Builder::add_relation_attributes() {
  RowEnds rows;
  std::vector<char> bytes;
  for (const Row row : relations_) {
    encode(dossier_.relations[row].attributes, bytes);
    rows.end_row(bytes.size());
  }
  store_->relations.attributes = std::move(rows).build();
  store_->relations.attribute_bytes = Column(std::move(bytes));
}

// Relations are handed out ascending, so each row is; a loop stands once.
void Builder::add_incidence() {
  const auto& from = store_->relations.from;
  const auto& to = store_->relations.to;
  std::vector<std::uint32_t> offsets(entities_.size() + 1, 0);
  const auto each_end = [&](auto&& visit) {
    for (std::size_t i = 0; i < relations_.size(); ++i) {
      visit(from[i], i);
      if (to[i] != from[i]) visit(to[i], i);
    }
  };
  std::size_t ends = 0;
  each_end([&](EntityId entity, std::size_t) {
    ++offsets[index(entity) + std::size_t{1}];
    ++ends;
  });
  if (ends > std::numeric_limits<std::uint32_t>::max())
    throw LimitReached("graph-size", "a graph holds at most 2^31 relations");
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
  std::vector<RelationId> incident(ends);
  each_end([&](EntityId entity, std::size_t i) {
    incident[next[index(entity)]++] = numbered<RelationId>(i);
  });
  store_->entities.incident = Offsets(std::move(offsets));
  store_->entities.relations = Column(std::move(incident));
}

template <class T>
std::vector<T> copy_of(const Column<T>& column) {
  return {column.begin(), column.end()};
}

void Builder::close_unknown_ends() {
  const std::vector<Closing> closings = infer_closings(*store_);
  if (closings.empty()) return;
  auto& columns = store_->relations;
  std::vector<std::uint8_t> traits = copy_of(columns.traits);
  std::vector<Day> start_max = copy_of(columns.start_max);
  std::vector<Day> end_max = copy_of(columns.end_max);
  std::vector<RelationId> relations;
  std::vector<RelationId> by;
  std::vector<Day> ends_by;
  for (const Closing& closing : closings) {
    const std::uint32_t i = index(closing.relation);
    traits[i] |= bit(Trait::closed);
    end_max[i] = closing.ends_by;
    start_max[i] = std::min(start_max[i], closing.ends_by);
    relations.push_back(closing.relation);
    by.push_back(closing.by);
    ends_by.push_back(closing.ends_by);
  }
  columns.traits = Column(std::move(traits));
  columns.start_max = Column(std::move(start_max));
  columns.end_max = Column(std::move(end_max));
  store_->closings = {Column(std::move(relations)), Column(std::move(by)),
                      Column(std::move(ends_by))};
}

}  // namespace

void fill_store(Graph::Store& store, const Dossier& dossier, const References& references) {
  Builder(store, dossier, references).build();
}

}  // namespace entente
