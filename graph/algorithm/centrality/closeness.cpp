// Both measures add up distances to a vertex over all sources. By hops, hundreds of sources share
// one pass over the rows; sums are taken batch by batch in a fixed order, so that they do not
// depend on how many threads there are.

#include <algorithm>
#include <span>
#include <variant>
#include <vector>

#include <entente/algorithm/closeness.hpp>

#include "algorithm/centrality/scores.hpp"
#include "algorithm/parallel.hpp"
#include "algorithm/paths/cost_distances.hpp"
#include "algorithm/paths/many_source_search.hpp"
#include "algorithm/structure/simple_rows.hpp"

namespace entente {

namespace {

/// What a vertex learns of the sources that reach it. `Number` has room for sums of distances that
/// a double may not hold.
template <typename Number>
struct Tally {
  Number distances = 0;  // their sum
  Number inverses = 0;   // the sum of 1 / distance
  double sources = 0;
  void add(Number distance, double count) {
    distances += distance * static_cast<Number>(count);
    inverses += static_cast<Number>(count) / distance;
    sources += count;
  }
  void add(const Tally& other) {
    distances += other.distances;
    inverses += other.inverses;
    sources += other.sources;
  }
  /// Of that many others there are.
  [[nodiscard]] double closeness(double others) const {
    if (sources == 0) return 0;
    return static_cast<double>(static_cast<Number>(sources) / distances *
                               static_cast<Number>(sources / others));
  }
  [[nodiscard]] double harmonic() const { return static_cast<double>(inverses); }
};
template <typename Number>
using Tallies = std::vector<Tally<Number>>;

// Sources are dealt to that many piles; each is added up on its own, then the piles in order.
constexpr std::size_t most_piles = 16;

/// Adds up `tally_pile(pile, piles, tallies)` over all piles.
template <typename Number, typename TallyPile>
Tallies<Number> tally_in_piles(std::size_t n, std::size_t blocks, unsigned threads,
                               const RunControl& run, TallyPile tally_pile) {
  const std::size_t piles = std::min(blocks, most_piles);
  std::vector<Tallies<Number>> by_pile(piles);
  kernel::run_tasks(piles, threads, run, [&](std::size_t pile) {
    by_pile[pile].resize(n);
    tally_pile(pile, piles, by_pile[pile]);
  });
  Tallies<Number> sum(n);
  for (const Tallies<Number>& tallies : by_pile) {
    for (std::size_t v = 0; v < n; ++v) sum[v].add(tallies[v]);
  }
  return sum;
}

Tallies<double> tallies_by_hops(const Network& g, const RunControl& run) {
  const kernel::SimpleRows rows(g);
  constexpr std::size_t lanes = kernel::ManySourceSearch::lanes;
  const std::size_t n = g.vertex_count();
  const std::size_t blocks = (n + lanes - 1) / lanes;
  const unsigned threads =
      kernel::threads_for(blocks * (n + rows.out().neighbours.size()) * 8, run);
  const RunControl quiet = kernel::silent(run);
  return tally_in_piles<double>(
      n, blocks, threads, run, [&](std::size_t pile, std::size_t piles, Tallies<double>& tallies) {
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
template <typename Kind>
void tally_costs(const std::vector<typename Kind::Sum>& distance, const Kind& lengths,
                 Vertex source, Tallies<typename Kind::Rough>& tallies) {
  for (Vertex v = 0; v < distance.size(); ++v) {
    if (v != source && distance[v] != kernel::without_end<typename Kind::Sum>()) {
      tallies[v].add(lengths.rough(distance[v]), 1);
    }
  }
}

template <typename Kind>
Tallies<typename Kind::Rough> tallies_by_weight(const Network& g, const Kind& lengths,
                                                const RunControl& run) {
  using Number = typename Kind::Rough;
  const kernel::CostDistances<Kind> search(g, lengths);
  const std::size_t n = g.vertex_count();
  const unsigned threads = kernel::threads_for(n * (n + g.edge_count()) * 4, run);
  const RunControl quiet = kernel::silent(run);
  return tally_in_piles<Number>(
      n, n, threads, run, [&](std::size_t pile, std::size_t piles, Tallies<Number>& tallies) {
        kernel::RunGuard guard(quiet);
        for (std::size_t i = pile; i < n; i += piles) {
          const auto source = static_cast<Vertex>(i);
          tally_costs(search.from(std::span(&source, 1), guard), lengths, source, tallies);
        }
      });
}

/// `score(tally)` of every vertex.
template <typename Score>
std::vector<double> scores_of(const Network& g, const ClosenessOptions& options, Score score) {
  kernel::RunGuard(options.run).check();
  std::vector<double> scores;
  if (g.vertex_count() == 0) return scores;
  const auto add = [&](const auto& tallies) {
    for (const auto& tally : tallies) scores.push_back(score(tally));
  };
  if (options.cost == Cost::hops) {
    add(tallies_by_hops(g, options.run));
  } else {
    std::visit([&](const auto& lengths) { add(tallies_by_weight(g, lengths, options.run)); },
               kernel::lengths_of(g, Cost::weight, kernel::Admitted::non_negative));
  }
  return scores;
}

}  // namespace

Ranking closeness(const Network& g, const ClosenessOptions& options) {
  const double others = g.vertex_count() - 1.0;
  return kernel::ranking_of(g, "closeness", scores_of(g, options, [others](const auto& tally) {
                              return tally.closeness(others);
                            }));
}

Ranking harmonic(const Network& g, const ClosenessOptions& options) {
  return kernel::ranking_of(
      g, "harmonic", scores_of(g, options, [](const auto& tally) { return tally.harmonic(); }));
}

}  // namespace entente
