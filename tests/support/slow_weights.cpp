#include "support/slow_weights.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <optional>
#include <random>
#include <string>

namespace entente::verify {

namespace {

using Whole = boost::multiprecision::cpp_int;

Fraction power(unsigned base, int exponent) {
  const Whole whole =
      boost::multiprecision::pow(Whole(base), static_cast<unsigned>(std::abs(exponent)));
  return exponent < 0 ? Fraction(1, whole) : Fraction(whole);
}

Fraction held(double weight) {
  int exponent = 0;
  const double fraction = std::frexp(weight, &exponent);
  return Fraction(Whole(static_cast<long long>(std::ldexp(fraction, 53)))) *
         power(2, exponent - 53);
}

bool has_few_bits(double weight) {
  int exponent = 0;
  const double digits = std::ldexp(std::frexp(weight, &exponent), 32);
  return std::floor(digits) == digits;
}

Fraction read_decimal(const std::string& text) {
  const std::size_t mark = text.find('e');
  const std::size_t point = text.find('.');
  std::string digits = text.substr(0, mark);
  digits.erase(point, 1);
  const int places = static_cast<int>(mark - point - 1);
  return Fraction(
             Whole(digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1)))) *
         power(10, std::stoi(text.substr(mark + 1)) - places);
}

/// Walks on from the last entity of `path`.
void walk(const Matrix<std::optional<Fraction>>& lightest, std::size_t t, ExactPath& path,
          std::vector<ExactPath>& found) {
  const std::size_t v = path.entities.back();
  if (v == t) {
    found.push_back(path);
    return;
  }
  for (std::size_t w = 0; w < lightest.size(); ++w) {
    const bool met = std::count(path.entities.begin(), path.entities.end(), w) > 0;
    if (met || !lightest[v][w]) continue;
    const Fraction before = path.cost;
    path.entities.push_back(w);
    path.cost += *lightest[v][w];
    walk(lightest, t, path, found);
    path.entities.pop_back();
    path.cost = before;
  }
}

}  // namespace

Fraction fraction_of(double weight) {
  if (weight == 0 || has_few_bits(weight)) return held(weight);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.14e", weight);
  return std::strtod(text.data(), nullptr) == weight ? read_decimal(text.data()) : held(weight);
}

bool is_nearest(double number, const Fraction& exact) {
  constexpr double largest = std::numeric_limits<double>::max();
  if (std::isinf(number)) return exact > held(largest);
  const Fraction off = abs(held(number) - exact);
  const double above = std::nextafter(number, std::numeric_limits<double>::infinity());
  if (!std::isinf(above) && abs(held(above) - exact) < off) return false;
  return number == 0 || abs(exact - held(std::nextafter(number, 0.0))) >= off;
}

std::vector<ExactPath> exact_paths(const SmallGraph& graph, std::size_t s, std::size_t t) {
  Matrix<std::optional<Fraction>> lightest(graph.entities,
                                           std::vector<std::optional<Fraction>>(graph.entities));
  const auto between = edges_between(graph);
  for (std::size_t u = 0; u < graph.entities; ++u)
    for (std::size_t v = 0; v < graph.entities; ++v)
      for (const std::size_t e : between[u][v]) {
        const Fraction weight = fraction_of(graph.edges[e].weight);
        if (!lightest[u][v] || weight < *lightest[u][v]) lightest[u][v] = weight;
      }
  std::vector<ExactPath> found;
  ExactPath path{{s}, 0};
  walk(lightest, t, path, found);
  std::sort(found.begin(), found.end(), [](const ExactPath& a, const ExactPath& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.entities.size() != b.entities.size()) return a.entities.size() < b.entities.size();
    return a.entities < b.entities;
  });
  return found;
}

SmallGraph graph_of_any_weights(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&random](std::uint64_t bound) { return random() % bound; };
  const auto from_to = [&](int least, int most) {
    return least + static_cast<int>(below(static_cast<std::uint64_t>(most - least + 1)));
  };
  const auto share = [&] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
  const std::array<double, 10> odd{0, 1, 1e30, 1e-30, 1e99, 5e-324, 1.7e308, 0x1p53, 0.1, 0x1p-60};
  const std::uint64_t style = below(10);
  const auto weight = [&]() -> double {
    switch (style) {
      case 0:
        return share() * std::pow(10.0, from_to(-30, 30));
      case 1:
        return static_cast<double>(below(std::uint64_t{1} << 53U));
      case 2:
        return std::strtod(
            (std::to_string(1 + below(4)) + "e" + std::to_string(from_to(-30, 30))).c_str(),
            nullptr);
      case 3:
        return std::ldexp(static_cast<double>(below(4)), from_to(-40, -36));
      case 4:
        return std::strtod(("0." + std::to_string(1 + below(9))).c_str(), nullptr);
      case 5:
        return odd[below(odd.size())];
      case 6:
        return 1.0 / static_cast<double>(1 + below(4));
      case 7:
        return 1.7e308 * (below(2) == 0 ? 1 : 0.5);
      case 8:
        return std::ldexp(static_cast<double>(1 + below(9)), -1074 + from_to(0, 40));
      default:
        return static_cast<double>(0x1p53 - static_cast<double>(below(3))) *
               (below(2) == 0 ? 1 : 0.5);
    }
  };
  SmallGraph graph;
  graph.entities = 2 + below(5);
  graph.directedness = below(2) == 0 ? Directedness::directed : Directedness::undirected;
  const std::uint64_t edges = below(3 * graph.entities + 1);
  const auto end = [&] { return EntityId(static_cast<std::uint32_t>(below(graph.entities))); };
  for (std::uint64_t i = 0; i < edges; ++i) graph.edges.push_back({end(), end(), weight()});
  return graph;
}

}  // namespace entente::verify
