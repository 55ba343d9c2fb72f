#include "support/slow_paths.hpp"

#include <algorithm>
#include <cmath>

namespace entente::verify {

namespace {

void extend(const Matrix<double>& lengths, std::size_t t, std::size_t most_hops, SlowPath& path,
            std::vector<SlowPath>& found) {
  const std::size_t v = path.entities.back();
  if (v == t) {
    found.push_back(path);
    return;
  }
  if (path.entities.size() > most_hops) return;
  for (std::size_t w = 0; w < lengths.size(); ++w) {
    if (std::isinf(lengths[v][w])) continue;
    if (std::count(path.entities.begin(), path.entities.end(), w) > 0) continue;
    const double cost = path.cost;
    path.entities.push_back(w);
    path.cost += lengths[v][w];
    extend(lengths, t, most_hops, path, found);
    path.entities.pop_back();
    path.cost = cost;
  }
}

}  // namespace

std::vector<SlowPath> simple_paths(const Matrix<double>& lengths, std::size_t s, std::size_t t,
                                   std::size_t most_hops) {
  std::vector<SlowPath> found;
  SlowPath start{{s}, 0};
  extend(lengths, t, most_hops, start, found);
  std::sort(found.begin(), found.end(), [](const SlowPath& a, const SlowPath& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.entities.size() != b.entities.size()) return a.entities.size() < b.entities.size();
    return a.entities < b.entities;
  });
  return found;
}

std::vector<SlowPath> cheapest(const std::vector<SlowPath>& paths) {
  std::vector<SlowPath> kept;
  for (const SlowPath& path : paths) {
    if (path.cost == paths.front().cost) kept.push_back(path);
  }
  return kept;
}

Matrix<double> all_distances(const Matrix<double>& lengths) {
  auto distance = lengths;
  for (std::size_t v = 0; v < distance.size(); ++v) distance[v][v] = 0;
  for (std::size_t k = 0; k < distance.size(); ++k) {
    for (std::size_t u = 0; u < distance.size(); ++u) {
      for (std::size_t v = 0; v < distance.size(); ++v) {
        distance[u][v] = std::min(distance[u][v], distance[u][k] + distance[k][v]);
      }
    }
  }
  return distance;
}

std::vector<double> betweenness_by_definition(const Matrix<double>& lengths) {
  std::vector<double> scores(lengths.size(), 0);
  for (std::size_t s = 0; s < lengths.size(); ++s) {
    for (std::size_t t = 0; t < lengths.size(); ++t) {
      if (s == t) continue;
      const auto paths = cheapest(simple_paths(lengths, s, t));
      for (const SlowPath& path : paths) {
        for (std::size_t i = 1; i + 1 < path.entities.size(); ++i) {
          scores[path.entities[i]] += 1.0 / static_cast<double>(paths.size());
        }
      }
    }
  }
  return scores;
}

}  // namespace entente::verify
