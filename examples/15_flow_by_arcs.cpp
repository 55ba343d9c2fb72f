// Maximum flow three ways. What differs by direction is indexed by arc_index: 0 … num_edges - 1.

#include <iostream>
#include <vector>

#include <boost/graph/push_relabel_max_flow.hpp>

#include <entente/entente.hpp>
#include <entente/network/boost_flow.hpp>

int main() try {
  //    b
  //  3/ \2     an edge carries its weight, either way
  //  a   d
  //  1\ /9
  //    c
  using entente::EntityId;
  const EntityId a(0), b(1), c(2), d(3);
  const std::vector<entente::PlainEdge> edges = {{a, b, 3}, {b, d, 2}, {a, c, 1}, {c, d, 9}};
  const entente::Network network(4, edges, entente::Directedness::undirected);

  const entente::Flow ours = entente::max_flow(network, a, d);
  std::cout << "ours: " << ours.value << ", through a cut of " << ours.cut.size() << " edges\n";

  const entente::FlowNetwork flows(network);
  std::vector<double> residual(num_edges(flows));
  const auto rest =
      boost::make_iterator_property_map(residual.begin(), get(entente::arc_index, flows));
  const double pushed = boost::push_relabel_max_flow(
      flows, network.vertex(a).value(), network.vertex(d).value(), get(boost::edge_capacity, flows),
      rest, get(boost::edge_reverse, flows), get(boost::vertex_index, flows));
  std::cout << "push-relabel: " << pushed << '\n';

  // The same network, each edge from its first end to its second.
  const entente::Network directed(4, edges, entente::Directedness::directed);
  std::cout << "directed, back: " << entente::max_flow(directed, d, a).value << '\n';
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
