// A network models the Boost Graph Library's concepts: its algorithms run on it without a copy.

#include <iostream>
#include <vector>

#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <entente/entente.hpp>
#include <entente/network/boost_flow.hpp>

namespace {

/// A visitor of our own: what is reached, and from where.
struct Discoveries : boost::default_bfs_visitor {
  const entente::Graph* graph = nullptr;
  template <class Edge>
  void tree_edge(const Edge& arc, const entente::Network& network) const {
    std::cout << "  " << graph->name(network.entity(arc.to)) << " by way of "
              << graph->name(network.entity(arc.from)) << '\n';
  }
};

}  // namespace

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const entente::Network network =
      graph.select({.types = {"party_to", "signed", "met_with"}, .kinds = {"person", "agreement"}},
                   {.weighting = entente::Weighting::count});

  std::vector<int> component(num_vertices(network));
  const int components = boost::connected_components(network, component.data());
  std::cout << num_vertices(network) << " entities, " << network.edge_count() << " ties, "
            << components << " components\n";

  std::cout << "found from Kishida:\n";
  const auto kishida = network.vertex(graph.find("岸田文雄").value()).value();
  Discoveries discoveries;
  discoveries.graph = &graph;
  boost::breadth_first_search(network, kishida, boost::visitor(discoveries));

  // Dijkstra with a weight map of our own: many relations between two make a short way.
  const auto closeness = boost::make_function_property_map<entente::Arc>(
      [&](const entente::Arc& arc) { return 1.0 / network.weight(arc.edge); });
  std::vector<double> distance(num_vertices(network));
  boost::dijkstra_shortest_paths(
      network, kishida,
      boost::weight_map(closeness).distance_map(
          boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, network))));
  const auto macron = network.vertex(graph.find("Macron").value()).value();
  std::cout << "Macron is at " << distance[macron] << '\n';

  // Maximum flow: each tie carries as much as it has relations, in either direction. What differs
  // by direction stands in a vector by arc_index, not by edge_index, which both directions share.
  const auto yoon = network.vertex(graph.find("尹锡悦").value()).value();
  const entente::FlowNetwork flows(network);
  std::vector<double> residual(num_edges(flows));
  const double flow = boost::boykov_kolmogorov_max_flow(
      flows, get(boost::edge_capacity, flows),
      boost::make_iterator_property_map(residual.begin(), get(entente::arc_index, flows)),
      get(boost::edge_reverse, flows), get(boost::vertex_index, flows), yoon, macron);
  std::cout << "flow from Yoon to Macron: " << flow << '\n';
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
