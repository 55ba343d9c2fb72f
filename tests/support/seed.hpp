#pragma once

// Where the chance of property tests comes from.

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace entente::testing_support {

// ENTENTE_SEED of the environment, or always the same.
inline std::uint64_t seed() {
  const char* given = std::getenv("ENTENTE_SEED");
  return given ? std::strtoull(given, nullptr, 10) : 20140506U;
}

// A source of chance that every failure of the test names, so that it can be had again.
class Chance {
 public:
  Chance() : seed_(seed()), engine_(seed_) {}

  [[nodiscard]] std::string name() const { return "ENTENTE_SEED=" + std::to_string(seed_); }
  // A number from `least` to `most`. The same on every machine, as no standard distribution is.
  int number(int least, int most) {
    const auto span = static_cast<std::uint64_t>(most - least) + 1;
    return least + static_cast<int>(engine_() % span);
  }
  bool one_in(int n) { return number(1, n) == 1; }

 private:
  std::uint64_t seed_;
  std::mt19937_64 engine_;
};

}  // namespace entente::testing_support
