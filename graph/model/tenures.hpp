#pragma once

/// How many a post seats, and who held one at the same time.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/time/day.hpp>

namespace entente {

/// The attribute `seats`: a whole number from 1 on; none if it is absent or anything else.
[[nodiscard]] std::optional<std::uint64_t> seats_said(const Attributes& attributes);

/// How many may hold a post of that kind with those attributes at one time.
[[nodiscard]] Seats seats_of(const Vocabulary& vocabulary, std::string_view kind,
                             const Attributes& attributes);

/// When somebody certainly held a post.
struct Tenure {
  std::uint32_t row = 0;     ///< the caller's own number
  std::uint32_t holder = 0;  ///< the same for the same person
  Day start_max = {};        ///< the last day it can have begun
  Day end_min = {};          ///< the first day it can have ended
};

/// Pairs of rows of tenures of different persons that certainly overlap on more than the day of a
/// handover: for each that overlaps with an earlier one, the one of these that lasts longest.
/// Empty if no two overlap. Cost: O(n log n).
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> clashes(
    std::vector<Tenure> tenures);

}  // namespace entente
