#include "algorithm/paths/lengths.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace entente::kernel {

namespace {

// Sums of vertex_count lengths stay below this, so that two of them fit into 64 bits.
constexpr double longest_path = 4.0e18;
constexpr double largest_exact = 0x1p53;

// Whole numbers that are doubles, and stay them when a half is added.
constexpr double largest_plain = 1e15;

// Powers of ten that are doubles.
constexpr std::array<double, 23> powers_of_ten{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                               1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// What one pass over all weights shows.
struct Weighing {
  bool admitted = true;
  bool whole = true;  ///< small whole numbers
  double heaviest = 0;
};

// No branch a weight: nearly always all are admitted.
Weighing weigh(std::span<const double> weights, double least) {
  constexpr double most = std::numeric_limits<double>::max();
  constexpr double small = 1 << 30;
  Weighing all;
  for (const double weight : weights) {
    all.admitted &= (weight >= least) & (weight <= most);
    const double low = weight <= small ? weight : small;
    all.whole &= weight == static_cast<std::int32_t>(low >= 0 ? low : 0);
    all.heaviest = std::max(all.heaviest, weight);
  }
  return all;
}

[[noreturn]] void refuse(std::span<const double> weights) {
  const auto bad = std::find_if_not(weights.begin(), weights.end(), [](double weight) {
    return weight >= 0 && std::isfinite(weight);
  });
  if (bad == weights.end())
    throw InvalidArgument("zero-weight",
                          "an edge weighs 0, but where edges cost nothing shortest walks have no "
                          "finite number; choose another attribute, select relations that cost "
                          "something or count hops");
  throw InvalidArgument("bad-weight",
                        fmt::format("an edge weighs {}, but paths by weight need weights that are "
                                    "finite and not below 0; choose another attribute or count "
                                    "hops",
                                    *bad));
}

/// Whether a weight times 10^places is a whole number of at most 15 digits; that is then the
/// shortest decimal that reads as the weight.
bool whole_in(double weight, double units) {
  const double scaled = weight * units;
  if (!(scaled < largest_plain)) return false;
  return std::floor(scaled + 0.5) / units == weight;
}

/// The least number of decimal places, up to six, in which all weights are such numbers.
std::optional<int> common_places(std::span<const double> weights) {
  constexpr int most = 6;
  int places = 0;
  for (const double weight : weights) {
    while (!whole_in(weight, powers_of_ten[static_cast<std::size_t>(places)])) {
      if (++places > most) return std::nullopt;
    }
  }
  // A weight that is whole in tenths is whole in hundredths, unless it then is too large.
  const double units = powers_of_ten[static_cast<std::size_t>(places)];
  const bool all = std::all_of(weights.begin(), weights.end(),
                               [units](double weight) { return whole_in(weight, units); });
  return all ? std::optional(places) : std::nullopt;
}

/// The weights of a network and a unit in which they are whole.
struct ExactWeights {
  std::vector<ExactNumber> numbers;
  Unit unit;
};

ExactWeights exact_weights(std::span<const double> weights) {
  ExactWeights all;
  all.numbers.reserve(weights.size());
  for (const double weight : weights) all.numbers.push_back(exact_number(weight));
  all.unit = common_unit(all.numbers);
  return all;
}

/// How many bits the length of a path may have, and one.
double bits_of_path(double heaviest, Unit unit, std::size_t vertices) {
  constexpr double bits_of_digit = 3.321928094887362;
  const double bits_of_unit = (unit.base == Base::ten ? bits_of_digit : 1) * unit.exponent;
  return std::log2(heaviest) - bits_of_unit + std::log2(static_cast<double>(vertices)) + 1;
}

/// Whether doubles hold the sums of distances, and one unit with all its digits.
bool is_moderate(double heaviest, Unit unit, std::size_t vertices) {
  constexpr double large = 1e290;
  const double one = std::pow(unit.base == Base::ten ? 10.0 : 2.0, unit.exponent);
  const auto n = static_cast<double>(vertices);
  return heaviest * n * n < large && one > 1 / large;
}

Lengths plain_lengths(const ExactWeights& weights) {
  const WideLengths<2> wide(weights.numbers, weights.unit);
  std::vector<Length> lengths;
  lengths.reserve(weights.numbers.size());
  for (std::size_t e = 0; e < weights.numbers.size(); ++e)
    lengths.push_back(wide.of(EdgeIndex(e)).low());
  const Length longest = *std::max_element(lengths.begin(), lengths.end());
  return {std::move(lengths), weights.unit, longest};
}

NetworkLengths exact_lengths(const Network& g, double heaviest) {
  const ExactWeights weights = exact_weights(g.weights());
  const double bits = bits_of_path(heaviest, weights.unit, g.vertex_count());
  // A search adds two paths at most, and keeps the highest number for what is out of reach.
  if (bits < 62 && is_moderate(heaviest, weights.unit, g.vertex_count()))
    return plain_lengths(weights);
  if (bits < 126) return WideLengths<2>(weights.numbers, weights.unit);
  if (bits < 254) return WideLengths<4>(weights.numbers, weights.unit);
  return WideLengths<widest>(weights.numbers, weights.unit);
}

}  // namespace

Lengths::Lengths(std::span<const double> weights, int places, Length longest)
    : weights_(weights),
      units_(powers_of_ten[static_cast<std::size_t>(places)]),
      unit_{Base::ten, -places},
      rough_unit_(1 / units_),
      longest_(longest) {}

Lengths::Lengths(std::vector<Length> lengths, Unit unit, Length longest)
    : lengths_(std::move(lengths)),
      unit_(unit),
      rough_unit_(std::pow(unit.base == Base::ten ? 10.0 : 2.0, unit.exponent)),
      longest_(longest) {}

double Lengths::cost(Length length) const {
  constexpr int most = static_cast<int>(powers_of_ten.size()) - 1;
  const auto number = static_cast<double>(length);
  if (unit_.base == Base::two) return std::ldexp(number, unit_.exponent);
  if (number <= largest_exact && std::abs(unit_.exponent) <= most) {
    const double power = powers_of_ten[static_cast<std::size_t>(std::abs(unit_.exponent))];
    return unit_.exponent < 0 ? number / power : number * power;
  }
  return nearest_decimal(std::to_string(length), unit_.exponent);
}

template <std::size_t Words>
WideLengths<Words>::WideLengths(const std::vector<ExactNumber>& weights, Unit unit) : unit_(unit) {
  std::map<std::pair<Base, int>, std::uint32_t> numbers;
  lengths_.reserve(weights.size());
  for (const ExactNumber& weight : weights) {
    if (weight.digits == 0) {
      lengths_.push_back({});
      continue;
    }
    const auto next = static_cast<std::uint32_t>(factors_.size());
    const auto [found, fresh] = numbers.try_emplace({weight.base, weight.exponent}, next);
    if (fresh) factors_.push_back(power_in<Sum>(weight.base, weight.exponent, unit));
    lengths_.push_back({weight.digits, found->second});
  }
}

template <std::size_t Words>
double WideLengths<Words>::cost(const Sum& length) const {
  return nearest_double(length, unit_);
}

template <std::size_t Words>
long double WideLengths<Words>::rough(const Sum& length) const {
  const auto head = length.head();
  const auto number = std::ldexp(static_cast<long double>(head.bits), head.below);
  const long double base = unit_.base == Base::ten ? 10 : 2;
  return number * std::pow(base, static_cast<long double>(unit_.exponent));
}

template class WideLengths<2>;
template class WideLengths<4>;
template class WideLengths<widest>;

NetworkLengths lengths_of(const Network& g, Cost cost, Admitted admitted) {
  if (cost == Cost::hops || !g.weighted() || g.edge_count() == 0) return Lengths();
  const double least =
      admitted == Admitted::positive ? std::numeric_limits<double>::denorm_min() : 0;
  const Weighing all = weigh(g.weights(), least);
  if (!all.admitted) refuse(g.weights());
  const auto places = all.whole ? std::optional(0) : common_places(g.weights());
  if (!places) return exact_lengths(g, all.heaviest);
  const double longest = all.heaviest * powers_of_ten[static_cast<std::size_t>(*places)];
  if (longest * g.vertex_count() >= longest_path) return exact_lengths(g, all.heaviest);
  return Lengths(g.weights(), *places, static_cast<Length>(longest + 0.5));
}

}  // namespace entente::kernel
