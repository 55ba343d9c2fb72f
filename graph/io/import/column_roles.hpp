#pragma once

/// What the columns of a table are for, as their names and values suggest it.

#include <optional>
#include <string>
#include <vector>

#include "io/import/column_look.hpp"

namespace entente::import {

/// The columns of a relation's parts, and all others.
struct ColumnRoles {
  std::optional<ColumnLook> from = {};
  std::optional<ColumnLook> to = {};
  std::optional<ColumnLook> type = {};
  std::optional<ColumnLook> start = {};
  std::optional<ColumnLook> end = {};
  std::optional<ColumnLook> modality = {};  ///< words such as "planned"
  std::optional<ColumnLook> source = {};    ///< the document that says so
  std::optional<ColumnLook> horizon = {};   ///< the day until which the data looked
  std::vector<ColumnLook> rest = {};
};

[[nodiscard]] ColumnRoles roles_of(std::vector<ColumnLook> columns);

/// The kind of entity that a column's values name, and why it is thought to be that.
struct KindGuess {
  std::string kind;
  std::string reason;
};

[[nodiscard]] KindGuess kind_of(const ColumnLook& column);

/// The type of relation that entities of these kinds have most often.
[[nodiscard]] std::string type_between(const std::string& from, const std::string& to);

}  // namespace entente::import
