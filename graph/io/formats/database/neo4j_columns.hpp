#pragma once

/// Headers of Neo4j's import: `x:ID(Space)`, `:LABEL`, `:START_ID(Space)`, `year:int`,
/// `tags:string[]`.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>

#include "io/formats/property_graph.hpp"

namespace entente {

/// What a column is.
enum class Neo4jRole : std::uint8_t { property, id, label, start, end, type, ignored };

/// What the values of a property are.
enum class Neo4jValue : std::uint8_t { text, whole, real, boolean };

struct Neo4jColumn {
  std::string name = {};  ///< of the property; may be empty for other roles
  Neo4jRole role = Neo4jRole::property;
  std::string space = {};  ///< of ids
  Neo4jValue value = Neo4jValue::text;
  bool is_list = false;
};

/// Of a title, as it stands in the first row.
[[nodiscard]] Neo4jColumn neo4j_column(std::string_view title);
/// The title of a property.
[[nodiscard]] std::string neo4j_title(const Neo4jColumn& column);

/// The property of a cell that holds something. A cell that is not of the column's type is a text.
[[nodiscard]] Property neo4j_property(const Neo4jColumn& column, std::string_view cell);

/// The column that holds an attribute's value as it is, if there is one: lists of texts with `;` in
/// them, empty texts and lists, nulls and whole numbers past 64 bits have none.
[[nodiscard]] std::optional<Neo4jColumn> neo4j_column_for(std::string_view name,
                                                          const AttributeValue& value);
/// Makes a column of whole numbers one of numbers, if the other is.
void widen(Neo4jColumn& column, const Neo4jColumn& other);
/// Whether a column has a place for the value as it is: of numbers also for whole ones, unless a
/// double would round them.
[[nodiscard]] bool holds(const Neo4jColumn& column, std::string_view name,
                         const AttributeValue& value);
/// The value in such a column.
[[nodiscard]] std::string neo4j_cell(const AttributeValue& value);

}  // namespace entente
