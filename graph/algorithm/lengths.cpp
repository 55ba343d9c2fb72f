#include "algorithm/lengths.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

namespace entente::kernel {

namespace {

// Sums of vertex_count lengths stay below this, so that they fit and convert to double and back.
constexpr double longest_path = 4.0e18;

void check(std::span<const double> weights, Admitted admitted) {
  constexpr double most = std::numeric_limits<double>::max();
  const double least =
      admitted == Admitted::positive ? std::numeric_limits<double>::denorm_min() : 0;
  bool good = true;  // no branch a weight: nearly always all are
  for (const double weight : weights) good &= weight >= least && weight <= most;
  if (good) return;
  for (const double weight : weights) {
    if (weight >= least && weight <= most) continue;
    throw InvalidArgument(
        "bad-weight",
        fmt::format("an edge weighs {}, but paths by weight need weights that are finite and {}; "
                    "choose another attribute or count hops",
                    weight, admitted == Admitted::positive ? "above 0" : "not below 0"));
  }
}

bool whole_in(double weight, double units) {
  const double scaled = weight * units;
  if (scaled >= longest_path) return true;
  const auto nearest = static_cast<double>(static_cast<Length>(scaled + 0.5));
  return std::abs(scaled - nearest) <= scaled * 1e-15;
}

/// The smallest power of ten in which all weights are whole numbers, if there is one.
std::optional<double> decimal_units(std::span<const double> weights) {
  constexpr std::array<double, 7> powers{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  constexpr double small = 1 << 30;
  bool all_whole = true;
  for (const double weight : weights) {
    all_whole &= weight == static_cast<std::int32_t>(std::min(weight, small));
  }
  if (all_whole) return 1;
  std::size_t places = 0;
  for (const double weight : weights) {
    while (!whole_in(weight, powers[places])) {
      if (++places == powers.size()) return std::nullopt;
    }
  }
  // A weight that is whole in tenths is whole in hundredths, so one pass is enough.
  return powers[places];
}

}  // namespace

Lengths::Lengths(const Network& g, Cost cost, Admitted admitted) {
  if (cost == Cost::hops || !g.weighted() || g.edge_count() == 0) return;
  weights_ = g.weights();
  check(weights_, admitted);
  const double heaviest = *std::max_element(weights_.begin(), weights_.end());
  const double most = std::max(1.0, heaviest * g.vertex_count());
  if (const auto units = decimal_units(weights_); units && most * *units < longest_path) {
    units_ = *units;
  } else {
    units_ = std::exp2(std::floor(std::log2(longest_path / (heaviest * g.vertex_count()))));
  }
  longest_ = static_cast<Length>(heaviest * units_ + 0.5);
}

}  // namespace entente::kernel
