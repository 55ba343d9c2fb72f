#include "network/snapshot_check.hpp"

#include <algorithm>
#include <limits>

#include <entente/network/snapshot.hpp>
#include <entente/time/day.hpp>

#include "text/utf8.hpp"

namespace entente::snapshot {

namespace {

void require(bool holds) {
  if (!holds)
    throw SnapshotError("damaged-snapshot",
                        "the snapshot's parts do not fit together; make it anew");
}

template <class T>
std::uint64_t number(T value) {
  return static_cast<std::uint64_t>(value);
}

/// Every value below `limit`. Without a branch a value, so that it runs at the speed of memory.
template <class T>
void require_below(const Column<T>& column, std::uint64_t limit) {
  std::uint64_t highest = 0;
  for (const T value : column) highest = std::max(highest, number(value));
  require(column.empty() || highest < limit);
}

/// Every value below `limit`, or no_text.
void require_text(const Column<std::uint32_t>& column, std::uint64_t limit) {
  std::uint64_t highest = 0;
  for (const std::uint32_t value : column)
    highest = std::max(highest, value == no_text ? std::uint64_t{0} : number(value) + 1);
  require(highest <= limit);
}

/// Offsets of `rows` rows into `size` elements.
void require_rows(const Offsets& offsets, std::size_t rows, std::size_t size) {
  require(offsets.size() == rows + 1 && offsets[0] == 0 && offsets[rows] == size);
  bool ascending = true;
  for (std::size_t i = 0; i < rows; ++i) ascending = ascending & (offsets[i] <= offsets[i + 1]);
  require(ascending);
}

/// Texts end to end; no offset falls inside a character.
void require_texts(const TextTable& table) {
  require(!table.offsets.empty());
  require_rows(table.offsets, table.size(), table.bytes.size());
  const std::string_view all(table.bytes.data(), table.bytes.size());
  require(!first_invalid_utf8(all));
  bool whole = true;
  for (const std::uint32_t offset : table.offsets)
    whole = whole & (offset == all.size() || (static_cast<unsigned char>(all[offset]) >> 6) != 2);
  require(whole);
}

template <class T>
void require_ascending(const Column<T>& column) {
  require(std::adjacent_find(column.begin(), column.end(), std::greater_equal<>()) == column.end());
}

/// Ids in order and none twice, as lookups and name indices take for granted.
void require_ascending(const TextTable& ids) {
  for (std::size_t i = 1; i < ids.size(); ++i) require(ids[i - 1] < ids[i]);
}

/// Days of the calendar, or no limit.
template <class... Columns>
void require_days(const Columns&... columns) {
  const auto outside = [](Day day) {
    return (day < calendar_first || day > calendar_last) & (day != day_min) & (day != day_max);
  };
  const auto count_outside = [&](const Column<Day>& column) {
    std::size_t count = 0;
    for (const Day day : column) count += outside(day) ? 1 : 0;
    return count;
  };
  require((count_outside(columns) + ... + 0) == 0);
}

template <class... Columns>
void require_size(std::size_t size, const Columns&... columns) {
  require(((columns.size() == size) && ...));
}

void check_entities(const Graph::Store& store) {
  const auto& e = store.entities;
  const std::size_t count = e.kind.size();
  require(count < std::numeric_limits<std::uint32_t>::max());
  require_texts(e.ids);
  require_ascending(e.ids);
  require_size(count, e.when, e.ids);
  require_below(e.kind, store.vocabulary.kinds().size());
  require_text(e.when, store.texts.size());
  require_rows(e.names, count, e.name.size());
  require_size(e.name.size(), e.name_language);
  require_below(e.name, store.texts.size());
  require_below(e.name_language, store.texts.size());
  require_rows(e.codes, count, e.code_key.size());
  require_size(e.code_key.size(), e.code_value);
  require_below(e.code_key, store.texts.size());
  require_below(e.code_value, store.texts.size());
  require_rows(e.attributes, count, e.attribute_bytes.size());
  require_rows(e.incident, count, e.relations.size());
  require_below(e.relations, store.relations.type.size());
}

void check_lifespans(const Graph::Store& store) {
  const auto& l = store.lifespans;
  require_size(l.entity.size(), l.exact, l.start_min, l.start_max, l.end_min, l.end_max);
  require_days(l.start_min, l.start_max, l.end_min, l.end_max);
  require_below(l.entity, store.entities.kind.size());
  require_ascending(l.entity);
  for (const EntityId entity : l.entity) require(store.entities.when[index(entity)] != no_text);
}

void check_relations(const Graph::Store& store) {
  const auto& r = store.relations;
  const std::size_t count = r.type.size();
  require(count < std::numeric_limits<std::uint32_t>::max());
  require_texts(r.ids);
  require_ascending(r.ids);
  require_size(count, r.ids, r.from, r.to, r.modality, r.traits, r.when, r.start_min, r.start_max,
               r.end_min, r.end_max);
  require_days(r.start_min, r.start_max, r.end_min, r.end_max);
  require_below(r.type, store.vocabulary.types().size());
  require_below(r.from, store.entities.kind.size());
  require_below(r.to, store.entities.kind.size());
  require_below(r.modality, number(Modality::derived) + 1);
  require_text(r.when, store.texts.size());
  require_rows(r.evidence, count, store.evidence.source.size());
  require_rows(r.attributes, count, r.attribute_bytes.size());
}

void check_evidence(const Graph::Store& store) {
  const auto& v = store.evidence;
  require_size(v.source.size(), v.at, v.asserted_by, v.when);
  require_below(v.source, store.entities.kind.size());
  require_below(v.at, store.texts.size());
  require_below(v.asserted_by, store.texts.size());
  require_text(v.when, store.texts.size());
}

// The trait and the row must agree: one is looked up by way of the other.
void check_closings(const Graph::Store& store) {
  const auto& c = store.closings;
  require_size(c.relation.size(), c.by, c.ends_by);
  require_days(c.ends_by);
  require_below(c.relation, store.relations.type.size());
  require_below(c.by, store.relations.type.size());
  require_ascending(c.relation);
  const auto closed = [](std::uint8_t traits) { return (traits & bit(Trait::closed)) != 0; };
  const auto& traits = store.relations.traits;
  require(static_cast<std::size_t>(std::count_if(traits.begin(), traits.end(), closed)) ==
          c.relation.size());
  for (const RelationId relation : c.relation)
    require(store.has(relation, Trait::closed) && store.relations.when[index(relation)] != no_text);
}

}  // namespace

void check(const Graph::Store& store) {
  require_texts(store.texts);
  check_entities(store);
  check_lifespans(store);
  check_relations(store);
  check_evidence(store);
  check_closings(store);
}

}  // namespace entente::snapshot
