#pragma once

/// Several numbers computed with as one: the only place with vector types of GCC and clang.

#include <array>
#include <cstddef>

namespace entente {

/// The same in plain C++, for other compilers; number by number, in the same order.
template <std::size_t lanes>
struct PlainDoubles {
  std::array<double, lanes> numbers{};

  [[nodiscard]] double& operator[](std::size_t i) { return numbers[i]; }
  [[nodiscard]] double operator[](std::size_t i) const { return numbers[i]; }

  PlainDoubles& operator+=(const PlainDoubles& other) {
    for (std::size_t i = 0; i < lanes; ++i) numbers[i] += other.numbers[i];
    return *this;
  }
  PlainDoubles& operator-=(const PlainDoubles& other) {
    for (std::size_t i = 0; i < lanes; ++i) numbers[i] -= other.numbers[i];
    return *this;
  }
  PlainDoubles& operator*=(const PlainDoubles& other) {
    for (std::size_t i = 0; i < lanes; ++i) numbers[i] *= other.numbers[i];
    return *this;
  }
  PlainDoubles& operator/=(const PlainDoubles& other) {
    for (std::size_t i = 0; i < lanes; ++i) numbers[i] /= other.numbers[i];
    return *this;
  }
  friend PlainDoubles operator+(PlainDoubles a, const PlainDoubles& b) { return a += b; }
  friend PlainDoubles operator*(PlainDoubles a, const PlainDoubles& b) { return a *= b; }
  friend PlainDoubles operator/(PlainDoubles a, const PlainDoubles& b) { return a /= b; }
  friend PlainDoubles operator-(double number, PlainDoubles a) {
    for (double& one : a.numbers) one = number - one;
    return a;
  }
  friend PlainDoubles operator+(double number, PlainDoubles a) {
    for (double& one : a.numbers) one += number;
    return a;
  }
};

#if defined(__GNUC__) && !defined(ENTENTE_PLAIN_DOUBLES)
/// Registers as wide as the machine has them.
template <std::size_t lanes>
using Doubles __attribute__((vector_size(lanes * sizeof(double)))) = double;
#else
template <std::size_t lanes>
using Doubles = PlainDoubles<lanes>;
#endif

}  // namespace entente
