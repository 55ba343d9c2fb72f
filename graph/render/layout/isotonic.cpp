#include "render/layout/isotonic.hpp"

#include <cstddef>

namespace entente {
namespace {

/// Neighbours that stand as close as they may.
struct Pool {
  double sum = 0;  ///< of weighted wishes, with the gaps before each taken off
  double weight = 0;
  std::size_t count = 0;

  [[nodiscard]] double mean() const { return sum / weight; }
};

}  // namespace

std::vector<double> keep_apart(const std::vector<double>& wishes,
                               const std::vector<double>& weights,
                               const std::vector<double>& gaps) {
  std::vector<Pool> pools;
  std::vector<double> offsets;
  double offset = 0;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    if (i > 0) offset += gaps[i];
    offsets.push_back(offset);
    pools.push_back({(wishes[i] - offset) * weights[i], weights[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().weight += last.weight;
      pools.back().count += last.count;
    }
  }
  std::vector<double> places;
  for (const Pool& pool : pools)
    for (std::size_t i = 0; i < pool.count; ++i)
      places.push_back(pool.mean() + offsets[places.size()]);
  return places;
}

}  // namespace entente
