#pragma once

/// Small pieces of the JSON that a page reads.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>
#include <entente/time/day.hpp>

#include "render/page/page_verdicts.hpp"

namespace entente {

using PageInts = std::vector<std::int64_t>;

[[nodiscard]] std::string ints_json(const PageInts& numbers);
[[nodiscard]] std::string texts_json(const std::vector<std::string>& texts);
/// A day as the page counts it; limits lie beyond every calendar.
[[nodiscard]] std::int64_t page_day(Day day);
/// Texts by language.
[[nodiscard]] std::string labels_json(const Labels& labels);

/// Rows of verdicts, each once, in the order in which they came.
class DistinctRows {
 public:
  /// The number of a row.
  std::int64_t number(const VerdictRow& row);
  [[nodiscard]] const std::vector<std::string>& rows() const { return rows_; }

 private:
  std::map<std::string, std::int64_t, std::less<>> numbers_;
  std::vector<std::string> rows_;
};

}  // namespace entente
