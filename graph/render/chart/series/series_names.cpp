#include "render/chart/series/series_names.hpp"

#include <algorithm>
#include <cstddef>

#include "render/layout/isotonic.hpp"

namespace entente {

std::vector<double> heights_of_names(const std::vector<NameWish>& wishes, double foot) {
  std::vector<double> middles;
  std::vector<double> gaps;
  double above = 0;
  for (const NameWish& wish : wishes) {
    const double half = wish.height / 2;
    middles.push_back(wish.y);
    gaps.push_back(gaps.empty() ? 0 : above + half);
    above = half;
  }
  std::vector<double> heights = keep_apart(middles, std::vector<double>(middles.size(), 1), gaps);
  // Those above the lowest one make room for it.
  double lowest = foot - above;
  for (std::size_t i = heights.size(); i-- > 0;) {
    heights[i] = std::min(heights[i], lowest);
    lowest = heights[i] - gaps[i];
  }
  return heights;
}

}  // namespace entente
