#pragma once

/// Columns that live for one computation only.

#include <cstddef>
#include <limits>
#include <new>
#include <vector>

namespace entente {

/// Fresh memory, straight from the system where it is large. @throws std::bad_alloc.
[[nodiscard]] void* allocate_scratch(std::size_t bytes);
/// Gives it back; large memory to the system, at once. `bytes` as it was allocated.
void free_scratch(void* memory, std::size_t bytes) noexcept;

/// On a heap, large columns that come and go before the lasting ones are made leave holes below
/// them, which the process keeps for good.
template <class T>
struct ScratchAllocator {
  using value_type = T;

  ScratchAllocator() = default;
  template <class U>
  explicit(false) ScratchAllocator(const ScratchAllocator<U>&) {}

  [[nodiscard]] T* allocate(std::size_t count) {
    if (count > std::numeric_limits<std::size_t>::max() / sizeof(T)) throw std::bad_alloc();
    return static_cast<T*>(allocate_scratch(count * sizeof(T)));
  }
  void deallocate(T* memory, std::size_t count) noexcept {
    free_scratch(memory, count * sizeof(T));
  }

  friend bool operator==(const ScratchAllocator&, const ScratchAllocator&) { return true; }
};

template <class T>
using Scratch = std::vector<T, ScratchAllocator<T>>;

}  // namespace entente
