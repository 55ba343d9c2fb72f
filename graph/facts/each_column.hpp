#pragma once

/// All columns of a graph in the order of a snapshot's sections.

#include "facts/graph_store.hpp"

namespace entente {

/// Calls `visit` with every column of a store that has no added rows. The order is the file format:
/// append only, and raise the version when it changes.
template <class Store, class Visit>
void each_column(Store& store, Visit&& visit) {
  const auto texts = [&](auto& table) {
    visit(table.offsets);
    visit(table.bytes);
  };
  const auto columns = [&](auto&... column) { (visit(column), ...); };
  texts(store.texts.flat());
  texts(store.entities.ids);
  auto& e = store.entities;
  columns(e.kind, e.when, e.names, e.name_language, e.name, e.codes, e.code_key, e.code_value,
          e.attributes, e.attribute_bytes, e.incident, e.relations);
  auto& l = store.lifespans;
  columns(l.entity, l.exact, l.start_min, l.start_max, l.end_min, l.end_max);
  texts(store.relations.ids.flat());
  auto& r = store.relations;
  columns(r.type.flat(), r.from.flat(), r.to.flat(), r.modality.flat(), r.traits.flat(),
          r.when.flat(), r.start_min.flat(), r.start_max.flat(), r.end_min.flat(), r.end_max.flat(),
          r.evidence.flat(), r.attributes.flat(), r.attribute_bytes.flat());
  auto& v = store.evidence;
  columns(v.source.flat(), v.at.flat(), v.asserted_by.flat(), v.when.flat());
  auto& c = store.closings;
  columns(c.relation, c.by, c.ends_by, c.qualified);
  columns(store.foreign.to, store.foreign.row);
  texts(store.foreign.names);
  texts(store.foreign.values);
}

}  // namespace entente
