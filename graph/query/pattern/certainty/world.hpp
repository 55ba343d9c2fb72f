#pragma once

/// One choice of what only may be: each uncertain fact holds or does not, and is the same wherever
/// it is met.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace entente::query {

class Mask;

/// An edge that a period leaves open, or a node by itself.
struct UncertainFact {
  enum class Of : std::uint8_t { edge, node };
  const Mask* period = nullptr;
  Of of = Of::edge;
  std::uint32_t number = 0;

  auto operator<=>(const UncertainFact&) const = default;
};

/// Goes through all choices of what is met while something is judged, first to last: what is not
/// met is not chosen. Whoever judges must do so the same way each time.
class World {
 public:
  /// What of the facts that are not assumed.
  enum class Others : std::uint8_t { chosen, hold, fail };
  explicit World(Others others = Others::chosen) : others_(others) {}

  /// The fact holds in every choice.
  void assume(const UncertainFact& fact) { holds_.emplace(fact, true); }
  /// Whether a fact holds here. In the first choice all do.
  [[nodiscard]] bool holds(const UncertainFact& fact);
  /// Which of so many alternatives is the case here, in the first choice the first.
  [[nodiscard]] std::size_t taken(const void* of, std::size_t alternatives);
  /// Goes on to the next choice; false if there is none.
  bool next();

 private:
  struct Open {
    const void* alternatives = nullptr;  // none: a fact
    UncertainFact fact = {};
    std::size_t left = 0;  // further values of it
  };

  Others others_;
  std::map<UncertainFact, bool> holds_;
  std::map<const void*, std::size_t> taken_;
  std::vector<Open> open_;  // in the order in which they were met
};

}  // namespace entente::query
