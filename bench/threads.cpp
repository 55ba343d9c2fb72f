// What a second thread brings, and that it changes no byte of an answer.

#include <bit>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include <entente/algorithm/betweenness.hpp>
#include <entente/algorithm/closeness.hpp>
#include <entente/algorithm/pagerank.hpp>

#include "network.hpp"
#include "rows.hpp"

namespace {

using namespace entente;

constexpr std::uint64_t fnv_basis = 14695981039346656037U;  // FNV-1a, by words

std::uint64_t mixed(std::uint64_t hash, double score) {
  return (hash ^ std::bit_cast<std::uint64_t>(score)) * 1099511628211U;
}

/// A number that differs if a bit of a score or its place does.
double fingerprint(const Ranking& ranking) {
  std::uint64_t hash = fnv_basis;
  for (const auto& [entity, score] : ranking.rows()) hash = mixed(hash ^ index(entity), score);
  return static_cast<double>(hash >> 11);
}

double fingerprint(std::span<const double> scores) {
  std::uint64_t hash = fnv_basis;
  for (const double score : scores) hash = mixed(hash, score);
  return static_cast<double>(hash >> 11);
}

using Compute = double (*)(const Network&, const RunControl&);

void add(const bench::Rows& rows, const std::shared_ptr<const Network>& g, const std::string& name,
         Compute compute) {
  for (const unsigned threads : {1U, 2U}) {
    rows.add(name + "/" + std::to_string(threads),
             [g, threads, compute] { return compute(*g, {.threads = threads}); });
  }
}

}  // namespace

int main(int count, char** words) {
  return bench::run(count, words, [](const bench::Rows& rows, const bench::Edges& edges) {
    const auto g = std::make_shared<const Network>(bench::network_of(edges, bench::Weighed::no));
    constexpr Vertex most = 20'000;  // all of a larger graph takes minutes
    if (g->vertex_count() <= most) {
      add(rows, g, "harmonic", [](const Network& of, const RunControl& run) {
        return fingerprint(harmonic(of, {.run = run}));
      });
      return;
    }
    add(rows, g, "pagerank", [](const Network& of, const RunControl& run) {
      return fingerprint(pagerank_scores(of, {.tolerance = 1e-10, .run = run}));
    });
    add(rows, g, "betweenness-64", [](const Network& of, const RunControl& run) {
      return fingerprint(sampled_betweenness(of, {.sources = 64, .run = run}).ranking);
    });
  });
}
