#pragma once

// The slow, independent verifier of dates: a small calendar, every way in which an uncertain
// expression may have come true in it, and questions asked of each of these worlds.

#include <functional>
#include <set>
#include <vector>

#include <entente/time/bounds.hpp>
#include <entente/time/day.hpp>
#include <entente/time/verdict.hpp>
#include <entente/time/window.hpp>

namespace entente::testing_support {

// The days on which something was so.
using World = std::set<Day>;
using Worlds = std::vector<World>;

// All days from a to b.
inline World days(Day a, Day b) {
  World world;
  for (Day day = a; day <= b; ++day) world.insert(day);
  return world;
}

// yes if so in all worlds, no if in none.
inline Verdict verdict_of(const Worlds& worlds, const std::function<bool(const World&)>& is_so) {
  std::size_t count = 0;
  for (const World& world : worlds) count += is_so(world) ? 1 : 0;
  if (count == worlds.size()) return Verdict::yes;
  return count == 0 ? Verdict::no : Verdict::maybe;
}

inline bool touches(const World& world, const Window& window) {
  const auto first = world.lower_bound(window.first);
  return first != world.end() && *first <= window.last;
}

inline bool fills(const World& world, const Window& window) {
  for (Day day = window.first; day <= window.last; ++day) {
    if (!world.contains(day)) return false;
  }
  return true;
}

inline bool lies_inside(const World& world, const Window& window) {
  return *world.begin() >= window.first && *world.rbegin() <= window.last;
}

}  // namespace entente::testing_support
