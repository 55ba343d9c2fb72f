#pragma once

/// All columns of a graph in the order of a snapshot's sections.

#include "facts/graph_store.hpp"

namespace entente {

/// Calls `visit` with every column of the store. The order is the file format: append only, and
/// raise the version when it changes.
template <class Store, class Visit>
void each_column(Store& store, Visit&& visit) {
  const auto texts = [&](auto& table) {
    visit(table.offsets);
    visit(table.bytes);
  };
  const auto columns = [&](auto&... column) { (visit(column), ...); };
  texts(store.texts);
  texts(store.entities.ids);
  auto& e = store.entities;
  columns(e.kind, e.when, e.names, e.name_language, e.name, e.codes, e.code_key, e.code_value,
          e.attributes, e.attribute_bytes, e.incident, e.relations);
  auto& l = store.lifespans;
  columns(l.entity, l.exact, l.start_min, l.start_max, l.end_min, l.end_max);
  texts(store.relations.ids);
  auto& r = store.relations;
  columns(r.type, r.from, r.to, r.modality, r.traits, r.when, r.start_min, r.start_max, r.end_min,
          r.end_max, r.evidence, r.attributes, r.attribute_bytes);
  auto& v = store.evidence;
  columns(v.source, v.at, v.asserted_by, v.when);
  auto& c = store.closings;
  columns(c.relation, c.by, c.ends_by, c.qualified);
}

}  // namespace entente
