// Nothing here is called for a side effect.
// expect: nodiscard|unused-result
#include <entente/query/timeline.hpp>

void answer(const entente::Graph& graph) {
#ifdef MISTAKE
  entente::timeline(graph, {});
#else
  const auto rows = entente::timeline(graph, {});
  static_cast<void>(rows);
#endif
}
