// Maybe is neither yes nor no.
// expect: could not convert|not contextually convertible
#include <entente/time/verdict.hpp>

int answer(entente::Verdict verdict) {
#ifdef MISTAKE
  if (verdict) return 1;
#else
  if (verdict == entente::Verdict::yes) return 1;
#endif
  return 0;
}
