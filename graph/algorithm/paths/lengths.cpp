#include "algorithm/paths/lengths.hpp"

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

double least_of(Admitted admitted) {
  return admitted == Admitted::positive ? std::numeric_limits<double>::denorm_min() : 0;
}

/// What one look at all weights tells.
struct Weighing {
  bool admitted = true;
  bool whole = true;  ///< small whole numbers
  double heaviest = 0;
};

// No branch a weight: nearly always all are admitted.
Weighing weigh(std::span<const double> weights, Admitted admitted) {
  constexpr double most = std::numeric_limits<double>::max();
  constexpr double small = 1 << 30;
  const double least = least_of(admitted);
  Weighing all;
  for (const double weight : weights) {
    all.admitted &= (weight >= least) & (weight <= most);
    const double low = weight <= small ? weight : small;
    all.whole &= weight == static_cast<std::int32_t>(low >= 0 ? low : 0);
    all.heaviest = std::max(all.heaviest, weight);
  }
  return all;
}

[[noreturn]] void refuse(std::span<const double> weights, Admitted admitted) {
  const auto bad = std::find_if_not(weights.begin(), weights.end(), [admitted](double weight) {
    return weight >= least_of(admitted) && std::isfinite(weight);
  });
  throw InvalidArgument(
      "bad-weight",
      fmt::format("an edge weighs {}, but paths by weight need weights that are finite and {}; "
                  "choose another attribute or count hops",
                  *bad, admitted == Admitted::positive ? "above 0" : "not below 0"));
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
  const Weighing all = weigh(weights_, admitted);
  if (!all.admitted) refuse(weights_, admitted);
  const double most = std::max(1.0, all.heaviest * g.vertex_count());
  const auto units = all.whole ? std::optional(1.0) : decimal_units(weights_);
  if (units && most * *units < longest_path) {
    units_ = *units;
  } else {
    units_ = std::exp2(std::floor(std::log2(longest_path / (all.heaviest * g.vertex_count()))));
  }
  longest_ = static_cast<Length>(all.heaviest * units_ + 0.5);
}

}  // namespace entente::kernel
