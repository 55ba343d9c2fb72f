#pragma once

/// Random dates in a calendar of a few days, each with every world that it allows.

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <entente/time/bounds.hpp>

#include "../time/worlds.hpp"

namespace entente::verify {

/// How many random cases a law is asked of.
inline constexpr std::uint32_t cases = 300;

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

/// What several records of one tie make together, if they touch whatever their unknown days: none
/// where one of them is attested on single days only, or not a state.
[[nodiscard]] std::optional<SmallDate> joined(const std::vector<const SmallDate*>& parts);

/// Adds what the records of one tie make together to these.
void add_joined(std::vector<SmallDate>& dates);

}  // namespace entente::verify
