// Reading dossiers, re-opening snapshots, and questions about time.

#include <fstream>
#include <memory>
#include <numeric>

#include <entente/algorithm/distances.hpp>
#include <entente/io/load.hpp>
#include <entente/query/series.hpp>
#include <entente/snapshot/snapshot.hpp>

#include "data_rows.hpp"

namespace {

using namespace entente;

double relations_in(const Graph& graph) {
  return static_cast<double>(graph.relation_count());
}

/// Writes the snapshot that is re-opened.
std::string snapshot_of(const Graph& graph, const std::string& file) {
  std::ofstream out(file, std::ios::binary);
  write_snapshot(out, graph);
  return file;
}

void time_rows(const std::shared_ptr<const Graph>& graph) {
  const auto network = std::make_shared<const Network>(graph->select());
  bench::data_row("as-of", [graph] {
    return static_cast<double>(graph->facts({.as_of = "1995-06-15"}).relations.size());
  });
  bench::data_row("bfs-of-same", [network] {
    const EntityId start = network->entity(0);
    const auto hops = hops_from(*network, std::span(&start, 1));
    return static_cast<double>(std::accumulate(hops.begin(), hops.end(), std::uint64_t{0}));
  });
  bench::data_row("one-year", [graph] {
    return static_cast<double>(graph->facts({.during = "1995"}).relations.size());
  });
  bench::data_row("series-50-years", [graph] {
    return relation_series(*graph, {.during = "1970/2019"}).at(25).value;
  });
}

}  // namespace

int main(int count, char** words) {
  return bench::run_data(count, words, [](const std::string& json, const std::string& lines) {
    bench::data_row("read-json", [json] { return relations_in(load_graph(json)); });
    bench::data_row("read-json-lines", [lines] { return relations_in(load_graph(lines)); });
    const auto graph = std::make_shared<const Graph>(load_graph(lines));
    const std::string snapshot = snapshot_of(*graph, lines + ".snapshot");
    bench::data_row("reopen-snapshot",
                    [snapshot] { return relations_in(open_snapshot(snapshot)); });
    time_rows(graph);
  });
}
