#pragma once

/// Rows whose records turned out to be unsound once all were made. A row is taken whole or not at
/// all: the tables are read again without them, so that nothing of such a row stays.

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <entente/io/import.hpp>

#include "io/import/evaluation.hpp"
#include "io/import/record_store.hpp"

namespace entente::import {

class UnsoundRows {
 public:
  [[nodiscard]] bool has(const Origin& origin) const {
    return rows_.contains({origin.table, origin.row});
  }
  /// @throws Rejected if one of the records is an entity that was unsound pass after pass.
  void require_sound(const RowRecords& records) const;
  /// Adds the row of a problem that is as told. Returns whether it is another row.
  bool add(const Origin& origin, const Problem& problem, RejectedRow told);
  /// What is told of them; to be called after the last pass.
  [[nodiscard]] std::vector<RejectedRow> take() && { return std::move(told_); }
  void next_pass() { ++passes_; }

 private:
  std::set<std::pair<std::uint32_t, std::uint32_t>> rows_ = {};  ///< by their table
  std::map<std::string, Problem, std::less<>> entities_ = {};    ///< each of which many rows make
  std::vector<RejectedRow> told_ = {};
  std::size_t passes_ = 0;
};

}  // namespace entente::import
