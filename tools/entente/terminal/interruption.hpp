#pragma once

/// Ctrl-C that ends what runs and not the tool.

#include <atomic>

namespace entente::tool {

/// While it lives, SIGINT sets a flag and ends nothing.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// For RunControl::stop.
  [[nodiscard]] const std::atomic<bool>* flag() const;
};

}  // namespace entente::tool
