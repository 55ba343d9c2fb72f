// Pictures: a diagram is a plain value; it is written as SVG or DOT, or drawn as PNG or PDF by the
// program entente-draw, in a process of its own.

#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Graph graph = entente::load_graph("data/japan-nato");
  const entente::EntityId kishida = graph.find("岸田文雄").value();

  entente::Diagram diagram =
      entente::ego_diagram(graph, kishida, {.during = "2023", .types = {"met_with", "signed"}},
                           {.languages = "en,ja", .title = "Whom Kishida met in 2023"});
  for (const entente::DiagramEdge& edge : diagram.edges)
    if (edge.emphasis != entente::Emphasis::faded)
      std::cout << diagram.nodes[edge.from].names.front().text << " – "
                << diagram.nodes[edge.to].names.front().text << ": " << edge.label << ' '
                << edge.dates << '\n';

  const std::string svg = entente::to_svg(diagram);
  std::cout << (svg.find("岸田文雄") != std::string::npos ? "the picture names him in Japanese\n"
                                                          : "the picture lacks his name\n");
  diagram.page.style = style(entente::Theme::print);
  std::cout << (entente::to_svg(diagram) != svg ? "on paper it looks different\n" : "");
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
