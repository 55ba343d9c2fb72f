// Both measures add up distances to a vertex over all sources. By hops, hundreds of sources share
// one pass over the rows; sums are taken batch by batch in a fixed order, so that they do not
// depend on how many threads there are.

#include <algorithm>
#include <functional>
#include <vector>

#include <entente/algorithm/closeness.hpp>

#include "algorithm/centrality/scores.hpp"
#include "algorithm/parallel.hpp"
#include "algorithm/paths/cost_distances.hpp"
#include "algorithm/paths/many_source_search.hpp"
#include "algorithm/structure/simple_rows.hpp"

namespace entente {

namespace {

/// What a vertex learns of the sources that reach it.
struct Tally {
  double distances = 0;  // their sum
  double inverses = 0;   // the sum of 1 / distance
  double sources = 0;
  void add(double distance, double count) {
    distances += distance * count;
    inverses += count / distance;
    sources += count;
  }
  void add(const Tally& other) {
    distances += other.distances;
    inverses += other.inverses;
    sources += other.sources;
  }
};
using Tallies = std::vector<Tally>;

// Sources are dealt to that many piles; each is added up on its own, then the piles in order.
constexpr std::size_t most_piles = 16;

/// Adds up `tally_source_block(block, tallies)` over all blocks.
Tallies tally_in_piles(std::size_t n, std::size_t blocks, unsigned threads, const RunControl& run,
                       const std::function<void(std::size_t, std::size_t, Tallies&)>& tally_pile) {
  const std::size_t piles = std::min(blocks, most_piles);
  std::vector<Tallies> by_pile(piles);
  kernel::run_tasks(piles, threads, run, [&](std::size_t pile) {
    by_pile[pile].resize(n);
    tally_pile(pile, piles, by_pile[pile]);
  });
  Tallies sum(n);
  for (const Tallies& tallies : by_pile) {
    for (std::size_t v = 0; v < n; ++v) sum[v].add(tallies[v]);
  }
  return sum;
}

Tallies tallies_by_hops(const Network& g, const RunControl& run) {
  const kernel::SimpleRows rows(g);
  constexpr std::size_t lanes = kernel::ManySourceSearch::lanes;
  const std::size_t n = g.vertex_count();
  const std::size_t blocks = (n + lanes - 1) / lanes;
  const unsigned threads =
      kernel::threads_for(blocks * (n + rows.out().neighbours.size()) * 8, run);
  const RunControl quiet = kernel::silent(run);
  return tally_in_piles(n, blocks, threads, run,
                        [&](std::size_t pile, std::size_t piles, Tallies& tallies) {
                          kernel::RunGuard guard(quiet);
                          kernel::ManySourceSearch search(rows.out(), rows.in());
                          for (std::size_t block = pile; block < blocks; block += piles) {
                            search.run(
                                static_cast<Vertex>(block * lanes),
                                [&tallies](Vertex v, std::uint32_t hops, std::uint32_t sources) {
                                  tallies[v].add(hops, sources);
                                },
                                guard);
                          }
                        });
}

/// Adds the distances from one source.
void tally_costs(const std::vector<kernel::Length>& distance, const kernel::Lengths& lengths,
                 Vertex source, Tallies& tallies) {
  for (Vertex v = 0; v < distance.size(); ++v) {
    if (v != source && distance[v] != kernel::unreachable) {
      tallies[v].add(lengths.cost(distance[v]), 1);
    }
  }
}

Tallies tallies_by_weight(const Network& g, const RunControl& run) {
  const kernel::Lengths lengths(g, Cost::weight, kernel::Admitted::non_negative);
  const kernel::CostDistances search(g, lengths);
  const std::size_t n = g.vertex_count();
  const unsigned threads = kernel::threads_for(n * (n + g.edge_count()) * 4, run);
  const RunControl quiet = kernel::silent(run);
  return tally_in_piles(
      n, n, threads, run, [&](std::size_t pile, std::size_t piles, Tallies& tallies) {
        kernel::RunGuard guard(quiet);
        for (std::size_t i = pile; i < n; i += piles) {
          const auto source = static_cast<Vertex>(i);
          tally_costs(search.from(std::span(&source, 1), guard), lengths, source, tallies);
        }
      });
}

Tallies tallies(const Network& g, const ClosenessOptions& options) {
  kernel::RunGuard(options.run).check();
  if (g.vertex_count() == 0) return {};
  return options.cost == Cost::hops ? tallies_by_hops(g, options.run)
                                    : tallies_by_weight(g, options.run);
}

}  // namespace

Ranking closeness(const Network& g, const ClosenessOptions& options) {
  const double others = g.vertex_count() - 1.0;
  std::vector<double> scores;
  for (const Tally& tally : tallies(g, options)) {
    const bool near = tally.distances > 0 && others > 0;
    scores.push_back(near ? tally.sources / tally.distances * (tally.sources / others) : 0);
  }
  return kernel::ranking_of(g, "closeness", scores);
}

Ranking harmonic(const Network& g, const ClosenessOptions& options) {
  std::vector<double> scores;
  for (const Tally& tally : tallies(g, options)) scores.push_back(tally.inverses);
  return kernel::ranking_of(g, "harmonic", scores);
}

}  // namespace entente
