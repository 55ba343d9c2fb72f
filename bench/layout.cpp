// Our layout, and the stress of any: that of Graphviz' programs is measured by the same sum.
//
//   bench_layout ours FILE         lays the graph of an edges file out; milliseconds and stress
//   bench_layout dot FILE          writes it in the language of Graphviz
//   bench_layout stress FILE PLAIN stress of what Graphviz placed (`-Tplain`)

#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <entente/render/layout.hpp>

#include "edges.hpp"

namespace {

using entente::LayoutEdge;
using entente::Point;

std::vector<LayoutEdge> layout_edges(const bench::Edges& edges) {
  std::vector<LayoutEdge> result;
  for (std::size_t i = 0; i < edges.from.size(); ++i)
    result.push_back({edges.from[i], edges.to[i]});
  return result;
}

/// Places without labels: what the peers are asked for as well.
void lay_out(const bench::Edges& edges) {
  const std::vector<LayoutEdge> lines = layout_edges(edges);
  const std::vector<entente::LayoutVertex> vertices(edges.vertices);
  const std::clock_t begin = std::clock();  // of the processor: what a busy machine disturbs least
  const std::vector<Point> places = entente::layout(vertices, lines, {.stretch = 1, .gap = 0});
  const double milliseconds = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("{\"milliseconds\": %.3f, \"stress\": %.6f}\n", milliseconds,
              entente::stress(places, lines));
}

void write_dot(const bench::Edges& edges) {
  std::printf("graph {\nnode [shape=point, width=0.01, label=\"\"]\n");
  for (std::uint32_t v = 0; v < edges.vertices; ++v) std::printf("%u\n", v);
  for (std::size_t i = 0; i < edges.from.size(); ++i)
    std::printf("%u -- %u\n", edges.from[i], edges.to[i]);
  std::printf("}\n");
}

int print_stress(const bench::Edges& edges, const char* file) {
  std::vector<Point> places(edges.vertices);
  std::size_t found = 0;
  std::ifstream plain(file);
  for (std::string line; std::getline(plain, line);) {
    std::istringstream words(line);
    std::string kind;
    std::size_t vertex = 0;
    Point at;
    if (!(words >> kind) || kind != "node" || !(words >> vertex >> at.x >> at.y)) continue;
    if (vertex >= places.size()) return 65;
    places[vertex] = at;
    ++found;
  }
  if (found != places.size()) return 65;
  std::printf("{\"stress\": %.6f}\n", entente::stress(places, layout_edges(edges)));
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::string task = count > 2 ? words[1] : "";
  if (task != "ours" && task != "dot" && !(task == "stress" && count == 4)) {
    std::fprintf(stderr,
                 "usage: bench_layout ours|dot FILE\n       bench_layout stress FILE PLAIN\n");
    return 64;
  }
  const bench::Edges edges = bench::read_edges(words[2]);
  if (task == "stress") return print_stress(edges, words[3]);
  task == "ours" ? lay_out(edges) : write_dot(edges);
  return 0;
}
