// The backbone of random networks, beside what its definition says word by word.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "render/diagram/backbone.hpp"
#include "support/seed.hpp"

namespace entente {
namespace {

std::vector<WeightedTie> some_ties(testing_support::Chance& chance, int vertices) {
  std::vector<WeightedTie> ties;
  for (int a = 0; a < vertices; ++a)
    for (int b = a + 1; b < vertices; ++b)
      if (chance.one_in(2))
        ties.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b),
                        static_cast<double>(chance.number(1, 9))});
  return ties;
}

/// The parts that the chosen ties hold together, each vertex by its smallest fellow.
std::vector<std::uint32_t> parts(std::size_t vertices, const std::vector<WeightedTie>& ties,
                                 const std::vector<char>& chosen) {
  std::vector<std::uint32_t> part(vertices);
  for (std::size_t i = 0; i < vertices; ++i) part[i] = static_cast<std::uint32_t>(i);
  for (std::size_t round = 0; round < vertices; ++round)
    for (std::size_t i = 0; i < ties.size(); ++i)
      if (chosen[i] != 0)
        part[ties[i].a] = part[ties[i].b] = std::min(part[ties[i].a], part[ties[i].b]);
  return part;
}

/// Serrano's integral for one end: the chance of at least that share of the end's weight, summed up
/// by small steps.
double chance_at(const std::vector<WeightedTie>& ties, const WeightedTie& tie, std::uint32_t end) {
  double weight = 0;
  double degree = 0;
  for (const WeightedTie& each : ties)
    if (each.a == end || each.b == end) {
      weight += each.weight;
      degree += 1;
    }
  if (degree < 2) return 1;
  constexpr int steps = 20000;
  const double share = tie.weight / weight;
  double below = 0;
  for (int i = 0; i < steps; ++i)
    below += (degree - 1) * std::pow(1 - share * (i + 0.5) / steps, degree - 2) * share / steps;
  return 1 - below;
}

TEST(Backbone, HoldsTogetherWhatWasTogether) {
  testing_support::Chance chance;
  for (int i = 0; i < 300; ++i) {
    const int vertices = chance.number(2, 9);
    const auto ties = some_ties(chance, vertices);
    const auto most = static_cast<std::size_t>(chance.number(0, 20));
    const auto kept = backbone(static_cast<std::size_t>(vertices), ties, most);
    const auto size = static_cast<std::size_t>(vertices);
    EXPECT_EQ(parts(size, ties, kept), parts(size, ties, std::vector<char>(ties.size(), 1)))
        << chance.name();
    const auto count = static_cast<std::size_t>(std::count(kept.begin(), kept.end(), 1));
    EXPECT_LE(count, std::max(most, size - 1)) << chance.name();
    EXPECT_GE(count, std::min(most, ties.size())) << chance.name();
  }
}

TEST(Backbone, PrefersWhatChanceExplainsLeast) {
  testing_support::Chance chance;
  for (int i = 0; i < 40; ++i) {
    const int vertices = chance.number(4, 8);
    const auto size = static_cast<std::size_t>(vertices);
    const auto ties = some_ties(chance, vertices);
    const auto tree = backbone(size, ties, 0);
    const auto kept = backbone(size, ties, size + 2);
    double unlikeliest_out = 1;
    double likeliest_in = 0;
    for (std::size_t t = 0; t < ties.size(); ++t) {
      const double likely =
          std::min(chance_at(ties, ties[t], ties[t].a), chance_at(ties, ties[t], ties[t].b));
      if (kept[t] == 0) unlikeliest_out = std::min(unlikeliest_out, likely);
      if (kept[t] != 0 && tree[t] == 0) likeliest_in = std::max(likeliest_in, likely);
    }
    EXPECT_LE(likeliest_in, unlikeliest_out + 1e-6) << chance.name();
  }
}

TEST(Backbone, HasAHeaviestTree) {
  // 0 -3- 1, 1 -2- 2, 0 -1- 2: the lightest goes.
  const std::vector<WeightedTie> ties = {{0, 1, 3}, {1, 2, 2}, {0, 2, 1}};
  EXPECT_EQ(backbone(3, ties, 0), (std::vector<char>{1, 1, 0}));
  EXPECT_EQ(backbone(3, ties, 3), (std::vector<char>{1, 1, 1}));
}

}  // namespace
}  // namespace entente
