#include "base/doubles.hpp"

#include <random>

#include <gtest/gtest.h>

namespace entente {
namespace {

constexpr std::size_t lanes = 8;

template <class Numbers>
void formula(Numbers& a, const Numbers& b, const Numbers& c) {
  a += b * c;
  a -= b;
  a *= 1 + c;
  a /= c;
  a = a * (1 - b) / (c + b);
}

TEST(Doubles, InPlainFormAreThoseOfVectorRegisters) {
  std::mt19937 chance(7);
  std::uniform_real_distribution<double> some(0.5, 2);
  for (int round = 0; round < 100; ++round) {
    PlainDoubles<lanes> plain[3];
    Doubles<lanes> wide[3];
    for (int k = 0; k < 3; ++k)
      for (std::size_t i = 0; i < lanes; ++i) wide[k][i] = plain[k][i] = some(chance);
    formula(plain[0], plain[1], plain[2]);
    formula(wide[0], wide[1], wide[2]);
    for (std::size_t i = 0; i < lanes; ++i) EXPECT_EQ(plain[0][i], wide[0][i]);
  }
}

}  // namespace
}  // namespace entente
