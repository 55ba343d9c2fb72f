// A name may mean nothing or several: the one meant is asked for.
// expect: cannot convert|could not convert|no viable conversion
#include <entente/facts/graph.hpp>

entente::EntityId answer(const entente::Graph& graph) {
#ifdef MISTAKE
  return graph.find("Japan");
#else
  return graph.find("Japan").value();
#endif
}
