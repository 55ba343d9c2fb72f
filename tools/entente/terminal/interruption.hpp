#pragma once

/// Ctrl-C that ends what runs and not the tool.

#include <atomic>

namespace entente::tool {

/// While it lives, SIGINT sets a flag, and ends nothing the first time.
class Interruption {
 public:
  enum class SecondTime { ends_nothing, ends_the_tool };
  explicit Interruption(SecondTime second = SecondTime::ends_nothing);
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// For RunControl::stop.
  [[nodiscard]] const std::atomic<bool>* flag() const;
};

}  // namespace entente::tool
