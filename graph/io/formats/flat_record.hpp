#pragma once

/// Records as rows of named texts, for formats that hold nothing nested: what has no place of its
/// own stands as JSON or EDTF text under a reserved name, where `PropertyRecords` finds it.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/io/convert.hpp>
#include <entente/model/record.hpp>

#include "io/formats/flat_columns.hpp"
#include "io/formats/labels.hpp"

namespace entente {

/// Names that members have as properties, in the order in which they are written.
inline constexpr std::array<std::string_view, 6> entity_properties = {
    "kind", "label", "names", "when", "codes", "attributes"};
inline constexpr std::array<std::string_view, 11> relation_properties = {
    "type",         "label",     "when", "modality",     "attributes",
    "evidence",     "certainty", "why",  "inferred_end", "inferred_end_qualified",
    "inferred_from"};

/// What a selection says of a relation, among them.
inline constexpr std::array<std::string_view, 5> selection_marks = {
    "certainty", "why", "inferred_end", "inferred_end_qualified", "inferred_from"};

/// A name and a text.
using FlatMember = std::pair<std::string_view, std::string>;

/// The members that a record has, without ids and ends; attributes as far as they have no column.
[[nodiscard]] std::vector<FlatMember> flat_members(const Entity& entity, const Labeller& labels,
                                                   const FlatColumns& columns);
/// The same of a relation, with what the selection says of it.
[[nodiscard]] std::vector<FlatMember> flat_members(const Relation& relation, const Labeller& labels,
                                                   const FlatColumns& columns,
                                                   const Attributes& marks);

/// The columns of all entities, or all relations.
template <typename Record>
[[nodiscard]] FlatColumns columns_of(const std::vector<Record>& records,
                                     FlatColumns::Accepts accepts,
                                     Typing typing = Typing::declared) {
  FlatColumns columns(accepts, typing);
  for (const Record& record : records) columns.note(record.attributes);
  columns.choose();
  return columns;
}

}  // namespace entente
