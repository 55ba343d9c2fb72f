#pragma once

/// What a period asks, as a query without periods can write it.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/facts/selection.hpp>

#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

/// The functions that a period stands for, with its dates as they are written.
struct AskedPeriod {
  std::vector<std::pair<std::string, std::string>> calls = {};  ///< "validAt", "'2014'"
  std::string known_at = {};                                    ///< has no function: stays as it is
  bool certainly = false;
  bool with_undated = false;
};

/// What a selection asks.
[[nodiscard]] AskedPeriod asked_by(const Selection& selection);
/// What a clause of that text says, and what holds around it of that of which it says nothing; see
/// narrowed().
[[nodiscard]] AskedPeriod asked_by(const PeriodClause& period, const AskedPeriod& around,
                                   std::string_view text);
/// As a clause says it.
[[nodiscard]] std::string written(const AskedPeriod& asked);
/// As a condition of what has that name.
[[nodiscard]] std::string holds_then(const AskedPeriod& asked, const std::string& name,
                                     bool is_edge);

}  // namespace entente::query
