#pragma once

namespace entente {

/// Asks for the memory at `place` before it is needed; never wrong, only useless.
inline void prefetch(const void* place) {
#if defined(__GNUC__) || defined(__clang__)
  __builtin_prefetch(place);
#else
  static_cast<void>(place);
#endif
}

}  // namespace entente
