#pragma once

/// A row under way: a value a slot, and whether it is certain.

#include <vector>

#include <entente/query/value.hpp>

#include "query/pattern/mask.hpp"

namespace entente::query {

struct Row {
  std::vector<Value> values;
  Doubt doubt = {};
  /// Why CERTAINLY leaves the row out, if it does: such a row is carried on only to see which
  /// groups lack it.
  Doubt left_out = {};
};

}  // namespace entente::query
