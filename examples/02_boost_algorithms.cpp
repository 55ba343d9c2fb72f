// A network models the Boost Graph Library's concepts: its algorithms run on it without a copy.

#include <iostream>
#include <vector>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/range/iterator_range.hpp>

#include <entente/entente.hpp>
#include <entente/network/boost.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const entente::Network network = graph.select({.types = {"party_to", "signed", "met_with"}});

  std::vector<int> component(num_vertices(network));
  const int components = boost::connected_components(network, component.data());
  std::cout << num_vertices(network) << " entities, " << num_edges(network) << " ties, "
            << components << " components\n";

  const auto japan = network.vertex(graph.find("Japan").value()).value();
  std::vector<int> hops(num_vertices(network), 0);
  boost::breadth_first_search(network, japan,
                              boost::visitor(boost::make_bfs_visitor(
                                  boost::record_distances(hops.data(), boost::on_tree_edge()))));
  for (const auto v : boost::make_iterator_range(vertices(network)))
    if (hops[v] == 1) std::cout << graph.name(network.entity(v)) << '\n';
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
