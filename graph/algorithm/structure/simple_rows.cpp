#include "algorithm/structure/simple_rows.hpp"

namespace entente::kernel {

SimpleRows::Columns SimpleRows::simplified(const Network& g, const Rows& rows) {
  Columns columns;
  columns.offsets.push_back(0);
  for (Vertex v = 0; v < g.vertex_count(); ++v) {
    const auto row = rows.neighbours_of(v);
    const auto edges = rows.edges_of(v);
    const std::size_t begin = columns.neighbours.size();
    for (std::size_t slot = 0; slot < row.size(); ++slot) {
      if (row[slot] == v) continue;
      const bool parallel =
          columns.neighbours.size() > begin && columns.neighbours.back() == row[slot];
      if (!parallel) {
        columns.neighbours.push_back(row[slot]);
        columns.edges.push_back(edges[slot]);
      } else if (g.weight(edges[slot]) < g.weight(columns.edges.back())) {
        columns.edges.back() = edges[slot];
      }
    }
    columns.offsets.push_back(static_cast<std::uint32_t>(columns.neighbours.size()));
  }
  return columns;
}

SimpleRows::SimpleRows(const Network& g) : out_(g.out_rows()), in_(g.in_rows()) {
  const Projection& projection = g.projection();
  if (projection.parallels == Parallels::merged && projection.self_loops == SelfLoops::dropped) {
    return;
  }
  out_columns_ = simplified(g, g.out_rows());
  out_ = out_columns_.rows();
  in_ = out_;
  if (g.directedness() == Directedness::directed) {
    in_columns_ = simplified(g, g.in_rows());
    in_ = in_columns_.rows();
  }
}

}  // namespace entente::kernel
