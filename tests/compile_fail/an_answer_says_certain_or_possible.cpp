// An answer is asked whether it is certain or whether it is possible.
// expect: could not convert|not contextually convertible
#include <entente/time/when.hpp>

bool answer(const entente::When& when, const entente::Window& window) {
  const auto holds = entente::holds_during(when, entente::Reading::interval, window);
#ifdef MISTAKE
  return holds ? true : false;
#else
  return holds.possible();
#endif
}
