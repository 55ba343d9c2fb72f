// A graph is immutable: any number of threads may ask it at the same time, without a lock.

#include <iostream>
#include <thread>
#include <vector>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const std::vector<std::string> years = {"2013", "2014", "2018", "2021", "2022", "2023"};
  std::vector<std::string> lines(years.size());

  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < years.size(); ++i)
    threads.emplace_back([&graph, &year = years[i], &line = lines[i]] {
      const entente::Network network = graph.select({.during = year});
      const auto top = entente::betweenness(network).top(1);
      line = year + ": " + std::to_string(network.edge_count()) + " ties";
      if (!top.empty()) line += ", between them " + std::string(graph.name(top[0].first));
    });
  for (std::jthread& thread : threads) thread.join();

  for (const std::string& line : lines) std::cout << line << '\n';
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
