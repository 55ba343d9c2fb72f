// Draws in process, with the second library.
#include <iostream>

#include <entente/entente.hpp>
#include <entente/render/image.hpp>

int main(int argc, char** argv) try {
  const entente::Graph graph = entente::load_graph(argc > 1 ? argv[1] : "japan-nato");
  const std::string svg = entente::to_svg(entente::diagram(graph, {.types = {"met_with"}}));
  std::cout << entente::convert_svg(svg, entente::ImageFormat::pdf);
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
