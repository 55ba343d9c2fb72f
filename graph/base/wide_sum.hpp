#pragma once

/// Whole numbers of hundreds or thousands of bits, with just the arithmetic that sums of lengths
/// need.

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

namespace entente::kernel {

/// A number of `Words` 64-bit words, the highest first, so that their order is that of the numbers.
/// Sums and products must fit.
template <std::size_t Words>
class WideSum {
 public:
  constexpr WideSum() = default;
  explicit constexpr WideSum(std::uint64_t number) { words_[Words - 1] = number; }
  /// All bits set: above every sum of lengths.
  static constexpr WideSum largest() {
    WideSum sum;
    for (std::uint64_t& word : sum.words_) word = ~std::uint64_t{0};
    return sum;
  }

  friend constexpr bool operator==(const WideSum&, const WideSum&) = default;
  friend constexpr auto operator<=>(const WideSum&, const WideSum&) = default;

  friend WideSum operator+(WideSum a, const WideSum& b) {
    std::uint64_t carry = 0;
    for (std::size_t i = Words; i-- > 0;) {
      const std::uint64_t sum = a.words_[i] + b.words_[i];
      const std::uint64_t with_carry = sum + carry;
      carry = static_cast<std::uint64_t>(sum < b.words_[i]) |
              static_cast<std::uint64_t>(with_carry < sum);
      a.words_[i] = with_carry;
    }
    return a;
  }
  /// `b` is no larger than `a`.
  friend WideSum operator-(WideSum a, const WideSum& b) {
    std::uint64_t borrow = 0;
    for (std::size_t i = Words; i-- > 0;) {
      const std::uint64_t word = a.words_[i];
      const std::uint64_t rest = word - b.words_[i];
      a.words_[i] = rest - borrow;
      borrow = static_cast<std::uint64_t>(word < b.words_[i]) |
               static_cast<std::uint64_t>(rest < borrow);
    }
    return a;
  }
  friend WideSum operator*(WideSum a, std::uint64_t factor) {
    std::uint64_t carry = 0;
    for (std::size_t i = Words; i-- > 0;) {
      const Twice product = Twice{a.words_[i]} * factor + carry;
      a.words_[i] = static_cast<std::uint64_t>(product);
      carry = static_cast<std::uint64_t>(product >> 64U);
    }
    return a;
  }

  /// The number, if it is one of 64 bits.
  [[nodiscard]] std::uint64_t low() const { return words_[Words - 1]; }
  /// In decimal digits.
  [[nodiscard]] std::string text() const {
    constexpr std::uint64_t portion = 1'000'000'000'000'000'000;
    constexpr std::size_t portion_digits = 18;
    std::string reversed;
    WideSum left = *this;
    while (left != WideSum()) {
      std::uint64_t digits = left.divide_by(portion);
      for (std::size_t i = 0; i < portion_digits; ++i, digits /= 10)
        reversed += static_cast<char>('0' + digits % 10);
    }
    while (reversed.size() > 1 && reversed.back() == '0') reversed.pop_back();
    std::reverse(reversed.begin(), reversed.end());
    return reversed.empty() ? "0" : reversed;
  }

  /// The highest 64 bits that are not 0, the lowest of them set if any below is, and how many bits
  /// stand below: enough to round from.
  struct Head {
    std::uint64_t bits = 0;
    int below = 0;
  };
  [[nodiscard]] Head head() const {
    std::size_t first = 0;
    while (first + 1 < Words && words_[first] == 0) ++first;
    Head head{words_[first], static_cast<int>(64 * (Words - 1 - first))};
    if (head.below == 0) return head;
    const auto shift = static_cast<unsigned>(std::countl_zero(head.bits));
    std::uint64_t rest = words_[first + 1];
    if (shift > 0) {
      head.bits = (head.bits << shift) | (rest >> (64U - shift));
      rest <<= shift;
    }
    head.below -= static_cast<int>(shift);
    const bool more =
        rest != 0 || std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(first) + 2,
                                 words_.end(), [](auto word) { return word != 0; });
    head.bits |= static_cast<std::uint64_t>(more);
    return head;
  }

 private:
  __extension__ using Twice = unsigned __int128;

  /// Divides in place; returns what is left.
  std::uint64_t divide_by(std::uint64_t divisor) {
    Twice left = 0;
    for (std::uint64_t& word : words_) {
      const Twice dividend = (left << 64U) | word;
      word = static_cast<std::uint64_t>(dividend / divisor);
      left = dividend % divisor;
    }
    return static_cast<std::uint64_t>(left);
  }

  std::array<std::uint64_t, Words> words_{};
};

}  // namespace entente::kernel
