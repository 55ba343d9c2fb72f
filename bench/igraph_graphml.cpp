// igraph's own reader of GraphML, with its attributes; prints how many edges there are.

#include <cstdio>

#include <igraph.h>

int main(int count, char** words) {
  if (count != 2) {
    std::fprintf(stderr, "usage: bench_igraph_graphml FILE\n");
    return 64;
  }
  igraph_set_attribute_table(&igraph_cattribute_table);
  std::FILE* file = std::fopen(words[1], "rb");
  if (file == nullptr) return 66;
  igraph_t graph;
  if (igraph_read_graph_graphml(&graph, file, 0) != IGRAPH_SUCCESS) return 65;
  std::fclose(file);
  std::printf("%ld\n", static_cast<long>(igraph_ecount(&graph)));
  igraph_destroy(&graph);
  return 0;
}
