// Seeded graphs to measure on.
//
// `relations N M`: M different edges among N vertices whose expected degrees fall as a power law
// (F. Chung, L. Lu, PNAS 99 (2002) 15879), exponent 2.5, as in networks of who deals with whom;
// none stands alone. `kronecker SCALE FACTOR`: 2^SCALE vertices, FACTOR edges a vertex before
// duplicates and loops go, with the probabilities of the Graph 500 benchmark.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <random>
#include <string>
#include <unordered_set>

#include "edges.hpp"

namespace {

using bench::Edges;
using Random = std::mt19937_64;

double share(Random& random) {
  return static_cast<double>(random() >> 11) * 0x1p-53;
}

/// Adds an edge unless it is a loop or there already.
class Collector {
 public:
  explicit Collector(std::uint32_t vertices) { edges_.vertices = vertices; }

  void add(std::uint32_t u, std::uint32_t v) {
    if (u == v) return;
    const auto [low, high] = std::minmax(u, v);
    if (!seen_.insert(std::uint64_t{low} << 32 | high).second) return;
    edges_.from.push_back(u);
    edges_.to.push_back(v);
  }
  [[nodiscard]] std::size_t size() const { return edges_.from.size(); }
  Edges& edges() { return edges_; }

 private:
  Edges edges_;
  std::unordered_set<std::uint64_t> seen_;
};

std::vector<std::uint32_t> shuffled(std::uint32_t n, Random& random) {
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  for (std::uint32_t i = n; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

Edges relations(std::uint32_t n, std::size_t m, Random& random) {
  constexpr double exponent = 2.5;
  std::vector<double> up_to(n);
  double sum = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    sum += std::pow(i + 1.0 + n * 1e-4, -1 / (exponent - 1));
    up_to[i] = sum;
  }
  const auto name = shuffled(n, random);
  const auto draw = [&] {
    const auto found = std::upper_bound(up_to.begin(), up_to.end(), share(random) * sum);
    return name[static_cast<std::size_t>(std::min(found, up_to.end() - 1) - up_to.begin())];
  };
  Collector collector(n);
  // Everyone has a first partner; the rest is drawn by both ends.
  for (std::uint32_t v = 0; v < n; ++v) collector.add(name[v], draw());
  while (collector.size() < m) {
    const std::uint32_t u = draw();
    collector.add(u, draw());
  }
  return collector.edges();
}

Edges kronecker(unsigned scale, std::size_t factor, Random& random) {
  const std::uint32_t n = 1U << scale;
  const auto name = shuffled(n, random);
  Collector collector(n);
  for (std::size_t i = 0; i < factor * n; ++i) {
    std::uint32_t u = 0;
    std::uint32_t v = 0;
    for (unsigned bit = 0; bit < scale; ++bit) {
      const double where = share(random);  // .57 .19 .19 .05
      u = u << 1 | (where >= 0.76 ? 1U : 0U);
      v = v << 1 | ((where >= 0.57 && where < 0.76) || where >= 0.95 ? 1U : 0U);
    }
    collector.add(name[u], name[v]);
  }
  return collector.edges();
}

void weigh_and_ask(Edges& edges, Random& random) {
  constexpr int questions = 1000;
  for (std::size_t i = 0; i < edges.from.size(); ++i) {
    edges.weight.push_back(static_cast<std::uint32_t>(1 + random() % 100));
  }
  std::vector<bool> tied(edges.vertices, false);
  for (const auto* ends : {&edges.from, &edges.to}) {
    for (const std::uint32_t v : *ends) tied[v] = true;
  }
  const auto someone_tied = [&] {
    while (true) {
      const auto v = static_cast<std::uint32_t>(random() % edges.vertices);
      if (tied[v]) return v;
    }
  };
  for (int i = 0; i < questions; ++i) {
    edges.ask_from.push_back(someone_tied());
    edges.ask_to.push_back(someone_tied());
  }
}

}  // namespace

int main(int count, char** words) {
  if (count != 6) {
    std::fprintf(stderr,
                 "usage: bench_generate relations N M SEED FILE\n"
                 "       bench_generate kronecker SCALE FACTOR SEED FILE\n");
    return 64;
  }
  const std::string kind = words[1];
  const auto first = std::strtoul(words[2], nullptr, 10);
  const auto second = std::strtoul(words[3], nullptr, 10);
  Random random(std::strtoul(words[4], nullptr, 10));
  Edges edges = kind == "kronecker" ? kronecker(static_cast<unsigned>(first), second, random)
                                    : relations(static_cast<std::uint32_t>(first), second, random);
  weigh_and_ask(edges, random);
  bench::write_edges(words[5], edges);
}
