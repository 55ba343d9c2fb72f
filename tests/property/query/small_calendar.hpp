#pragma once

/// Random dates in a calendar of a few days, each with every world that it allows.

#include <functional>
#include <random>
#include <string>
#include <vector>

#include <entente/time/bounds.hpp>

#include "../time/worlds.hpp"

namespace entente::verify {

/// The calendar's days are 2014-01-02 to 2014-01-09; two days before and two days after them stand
/// for all time before and after.
struct SmallDate {
  std::string text;                ///< as `when=` has it
  testing_support::Worlds worlds;  ///< the days it may have held on
  Reading reading = Reading::interval;
};

/// What a random date may be.
enum class Shapes { limited_intervals, intervals, acts, any };

[[nodiscard]] SmallDate random_date(std::mt19937& chance, Shapes shapes);

/// What is so in every choice of one world of each.
[[nodiscard]] Verdict in_all_worlds(
    const std::vector<const SmallDate*>& dates,
    const std::function<bool(const std::vector<const testing_support::World*>&)>& is_so);

/// Whether all have a day in common.
[[nodiscard]] std::size_t common_days(const std::vector<const testing_support::World*>& worlds);
/// Whether together they are one stretch of days.
[[nodiscard]] bool is_one_stretch(const std::vector<const testing_support::World*>& worlds);

}  // namespace entente::verify
