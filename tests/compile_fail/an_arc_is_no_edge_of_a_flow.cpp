// What carries a flow is known by its direction, too: the arcs of a network are not those of a flow.
// expect: FlowArc
#include <entente/network/boost_flow.hpp>

double answer(const entente::FlowNetwork& flows, const entente::Arc& arc) {
#ifdef MISTAKE
  return get(boost::edge_capacity, flows)[arc];
#else
  return get(boost::edge_capacity, flows)[{arc, false}];
#endif
}
