// A measure over the years: of the relations that hold on some day of each.

#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const entente::NetworkMeasure top_of_degree = [](const entente::Network& network) {
    std::vector<entente::MeasuredValue> values;
    for (const auto& [entity, score] : entente::degree(network).top(2))
      values.push_back({entity, score});
    return values;
  };
  for (const entente::SeriesPoint& point : entente::series(
           graph, top_of_degree, {.during = "2018/2023"}, {.by = entente::CalendarStep::year}))
    std::cout << point.period << '\t' << graph.name(*point.entity, "en") << '\t' << point.value
              << '\t' << point.certain << '\n';

  for (const entente::SeriesPoint& point :
       entente::relation_series(graph, {.during = "2023", .types = {"met_with"}},
                                {.by = entente::CalendarStep::quarter}))
    std::cout << point.period << '\t' << point.value << " meetings\n";
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
