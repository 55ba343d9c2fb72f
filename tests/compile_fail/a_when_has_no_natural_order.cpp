// "Before" has several meanings for uncertain dates: one is chosen by name.
// expect: no match for|invalid operands
#include <entente/time/when.hpp>

bool answer(const entente::When& a, const entente::When& b) {
#ifdef MISTAKE
  return a < b;
#else
  return entente::sorts_before(a, b);
#endif
}
