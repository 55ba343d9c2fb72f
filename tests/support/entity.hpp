#pragma once

/// The i-th entity of a network made for a test.

#include <cstddef>
#include <cstdint>

#include <entente/facts/graph.hpp>

namespace entente::test {

inline EntityId entity(std::size_t i) {
  return EntityId(static_cast<std::uint32_t>(i));
}

}  // namespace entente::test
