// A date is parsed where it is written, so that what is wrong with it is told there.
// expect: no match|no viable|cannot convert|could not convert|no matching
#include <entente/model/record.hpp>

entente::Relation answer() {
  entente::Relation relation;
#ifdef MISTAKE
  relation.when = "2014-05";
#else
  relation.when = entente::When::parse("2014-05");
#endif
  return relation;
}
