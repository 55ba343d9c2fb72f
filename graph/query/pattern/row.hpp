#pragma once

/// A row under way: a value a slot, and whether it is certain.

#include <memory>
#include <vector>

#include <entente/query/value.hpp>

#include "query/pattern/mask.hpp"
#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

/// What values that rest on what only may hold can be, together: a tuple a choice.
struct Alternatives {
  std::vector<Slot> slots = {};
  std::vector<std::vector<Value>> tuples = {};  ///< different; the row's own first
  bool is_all = true;                           ///< else they may be something else, too
  Why why = Why::none;                          ///< they are not certain
};

struct Row {
  std::vector<Value> values;
  Doubt doubt = {};
  /// Why CERTAINLY leaves the row out, if it does: such a row is carried on only to see which
  /// groups lack it.
  Doubt left_out = {};
  /// Of the values that rest on a choice.
  std::vector<std::shared_ptr<const Alternatives>> open = {};
};

}  // namespace entente::query
