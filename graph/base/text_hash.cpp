#include "base/text_hash.hpp"

#include <chrono>
#include <exception>
#include <random>

namespace entente {
namespace {

std::uint64_t drawn() {
  try {
    std::random_device device;
    return std::uint64_t{device()} << 32U | device();
  } catch (const std::exception&) {
    // No source of randomness: the time and an address are better than nothing.
    static const char here = 0;
    return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()) ^
           folded_product(reinterpret_cast<std::uintptr_t>(&here), 0x9E3779B97F4A7C15);
  }
}

}  // namespace

const HashSeed& hash_seed() {
  static const HashSeed seed{drawn(), drawn(), drawn()};
  return seed;
}

}  // namespace entente
