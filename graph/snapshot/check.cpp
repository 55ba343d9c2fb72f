#include "snapshot/check.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <entente/snapshot/snapshot.hpp>
#include <entente/time/day.hpp>

#include "base/threads.hpp"
#include "text/utf8.hpp"

namespace entente::snapshot {

namespace {

void require(bool holds) {
  if (!holds)
    throw SnapshotError("damaged-snapshot",
                        "the snapshot's parts do not fit together; make it anew");
}

template <class T>
auto unsigned_of(T value) {
  if constexpr (std::is_enum_v<T>)
    return static_cast<std::make_unsigned_t<std::underlying_type_t<T>>>(value);
  else if constexpr (std::is_class_v<T>)  // the number of a record
    return index(value);
  else
    return static_cast<std::make_unsigned_t<T>>(value);
}

/// No value is `bad`. Without a branch a value, and with flags as wide as the values: so compilers
/// make vector code of it, which runs at the speed of memory.
template <class Flag, class T, class Bad>
void require_none(const Column<T>& column, Bad&& bad) {
  Flag some = 0;
  for (const T value : column) some |= static_cast<Flag>(bad(value) ? 1 : 0);
  require(some == 0);
}

/// Every value below `limit`.
template <class T>
void require_below(const Column<T>& column, std::uint64_t limit) {
  using Number = decltype(unsigned_of(T{}));
  if (limit > std::numeric_limits<Number>::max()) return;
  const auto least_bad = static_cast<Number>(limit);
  require_none<Number>(column, [=](T value) { return unsigned_of(value) >= least_bad; });
}

/// Every value below `limit`, or no_text.
void require_text(const Column<std::uint32_t>& column, std::uint64_t limit) {
  if (limit > no_text) return;
  const auto least_bad = static_cast<std::uint32_t>(limit);
  require_none<std::uint32_t>(
      column, [=](std::uint32_t value) { return (value >= least_bad) & (value != no_text); });
}

/// Offsets of `rows` rows into `size` elements.
void require_rows(const Offsets& offsets, std::size_t rows, std::size_t size) {
  require(offsets.size() == rows + 1 && offsets[0] == 0 && offsets[rows] == size);
  std::uint32_t falling = 0;
  for (std::size_t i = 0; i < rows; ++i) falling |= offsets[i] > offsets[i + 1] ? 1U : 0U;
  require(falling == 0);
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

/// Days of the calendar, or no limit.
template <class... Columns>
void require_days(const Columns&... columns) {
  const auto outside = [](Day day) {
    return ((day < calendar_first) | (day > calendar_last)) & (day != day_min) & (day != day_max);
  };
  (require_none<std::uint32_t>(columns, outside), ...);
}

template <class... Columns>
void require_size(std::size_t size, const Columns&... columns) {
  require(((columns.size() == size) && ...));
}

// What follows takes for granted that columns of one table are equally long.
void check_sizes(const Graph::Store& store) {
  const auto& e = store.entities;
  require(e.kind.size() < std::numeric_limits<std::uint32_t>::max());
  require_size(e.kind.size(), e.when, e.ids);
  require_size(e.name.size(), e.name_language);
  require_size(e.code_key.size(), e.code_value);
  const auto& l = store.lifespans;
  require_size(l.entity.size(), l.exact, l.start_min, l.start_max, l.end_min, l.end_max);
  const auto& r = store.relations;
  require(r.type.size() < std::numeric_limits<std::uint32_t>::max());
  require_size(r.type.size(), r.ids, r.from, r.to, r.modality, r.traits, r.when, r.start_min,
               r.start_max, r.end_min, r.end_max);
  const auto& v = store.evidence;
  require_size(v.source.size(), v.at, v.asserted_by, v.when);
  const auto& c = store.closings;
  require_size(c.relation.size(), c.by, c.ends_by, c.qualified);
  const auto& f = store.foreign;
  require_size(f.to.size(), f.row, f.names, f.values);
}

void check_entities(const Graph::Store& store) {
  const auto& e = store.entities;
  const std::size_t count = e.kind.size();
  require_below(e.kind, store.vocabulary.kinds().size());
  require_text(e.when, store.texts.size());
  require_rows(e.names, count, e.name.size());
  require_below(e.name, store.texts.size());
  require_below(e.name_language, store.texts.size());
  require_rows(e.codes, count, e.code_key.size());
  require_below(e.code_key, store.texts.size());
  require_below(e.code_value, store.texts.size());
  require_rows(e.attributes, count, e.attribute_bytes.size());
}

void check_incidence(const Graph::Store& store) {
  const auto& e = store.entities;
  require_rows(e.incident, e.kind.size(), e.relations.size());
  require_below(e.relations, store.relations.type.size());
}

void check_lifespans(const Graph::Store& store) {
  const auto& l = store.lifespans;
  require_days(l.start_min, l.start_max, l.end_min, l.end_max);
  require_below(l.entity, store.entities.kind.size());
  require_ascending(l.entity);
  for (const EntityId entity : l.entity) require(store.entities.when[index(entity)] != no_text);
}

void check_relations(const Graph::Store& store) {
  const auto& r = store.relations;
  require_below(r.type.flat(), store.vocabulary.types().size());
  require_below(r.from.flat(), store.entities.kind.size());
  require_below(r.to.flat(), store.entities.kind.size());
  require_below(r.modality.flat(), std::uint64_t{unsigned_of(Modality::derived)} + 1);
  require_text(r.when.flat(), store.texts.size());
}

void check_relation_rows(const Graph::Store& store) {
  const auto& r = store.relations;
  require_rows(r.evidence.flat(), r.type.size(), store.evidence.source.size());
  require_rows(r.attributes.flat(), r.type.size(), r.attribute_bytes.size());
}

void check_bounds(const Graph::Store& store) {
  const auto& r = store.relations;
  require_days(r.start_min.flat(), r.start_max.flat(), r.end_min.flat(), r.end_max.flat());
}

void check_evidence(const Graph::Store& store) {
  const auto& v = store.evidence;
  require_below(v.source.flat(), store.entities.kind.size());
  require_below(v.at.flat(), store.texts.size());
  require_below(v.asserted_by.flat(), store.texts.size());
  require_text(v.when.flat(), store.texts.size());
}

// The trait and the row must agree: one is looked up by way of the other.
void check_closings(const Graph::Store& store) {
  const auto& c = store.closings;
  require_days(c.ends_by);
  require_below(c.relation, store.relations.type.size());
  require_below(c.by, store.relations.type.size());
  require_ascending(c.relation);
  const auto closed = [](std::uint8_t traits) { return (traits & bit(Trait::closed)) != 0; };
  const Column<std::uint8_t>& traits = store.relations.traits.flat();
  require(static_cast<std::size_t>(std::count_if(traits.begin(), traits.end(), closed)) ==
          c.relation.size());
  for (const RelationId relation : c.relation) require(store.has(relation, Trait::closed));
}

/// Each member stands in a record that there is, and records ascend, as they are looked up.
void check_foreign(const Graph::Store& store) {
  const auto& f = store.foreign;
  const std::array<std::size_t, 4> rows = {
      1, store.entities.kind.size(), store.relations.type.size(), store.evidence.source.size()};
  require_below(f.to, rows.size());
  for (std::size_t i = 0; i < f.to.size(); ++i) {
    require(f.row[i] < rows[unsigned_of(f.to[i])]);
    require(i == 0 || std::pair(f.to[i - 1], f.row[i - 1]) <= std::pair(f.to[i], f.row[i]));
  }
}

/// Ids in order and none twice, as lookups and name indices take for granted; in so many parts.
void check_order(const TextTable& ids, std::size_t part, std::size_t parts) {
  const std::size_t end = ids.size() * (part + 1) / parts;
  for (std::size_t i = std::max<std::size_t>(1, ids.size() * part / parts); i < end; ++i)
    require(ids[i - 1] < ids[i]);
}

/// Below this much, starting threads takes longer than checking.
constexpr std::size_t small = 20'000;

/// Runs the checks, on several threads where there is much to check.
void run(const Graph::Store& store, std::span<const std::function<void()>> checks) {
  if (store.relations.type.size() + store.entities.kind.size() > small) {
    side_by_side(checks.size(), [&](std::size_t i) { checks[i](); });
  } else {
    for (const auto& check : checks) check();
  }
}

}  // namespace

void check(const Graph::Store& store) {
  check_sizes(store);
  // The longest first, so that threads end together.
  const std::vector<std::function<void()>> checks = {
      [&] { require_texts(store.relations.ids.flat()); },
      [&] { check_relations(store); },
      [&] { check_bounds(store); },
      [&] { check_evidence(store); },
      [&] { check_incidence(store); },
      [&] { check_relation_rows(store); },
      [&] { require_texts(store.texts.flat()); },
      [&] { require_texts(store.entities.ids); },
      [&] { check_entities(store); },
      [&] { check_closings(store); },
      [&] { check_lifespans(store); },
      [&] { require_texts(store.foreign.names); },
      [&] { require_texts(store.foreign.values); },
      [&] { check_foreign(store); },
  };
  run(store, checks);
  constexpr std::size_t parts = 8;  // these compare texts, so that those must be whole
  std::vector<std::function<void()>> orders;
  for (std::size_t part = 0; part < parts; ++part) {
    orders.push_back([&, part] { check_order(store.relations.ids.flat(), part, parts); });
    orders.push_back([&, part] { check_order(store.entities.ids, part, parts); });
  }
  run(store, orders);
}

}  // namespace entente::snapshot
