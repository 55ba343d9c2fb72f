// A day has a number only by name: the greatest stands for no limit.
// expect: Day
#include <entente/time/day.hpp>

int answer(entente::Day day) {
#ifdef MISTAKE
  return 2 * day;
#else
  return 2 * day.count();
#endif
}
