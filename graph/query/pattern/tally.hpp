#pragma once

/// What each operator of a run has done, for --profile.

#include <cstdint>
#include <unordered_map>

namespace entente::query {

struct Tally {
  std::uint64_t rows = 0;   ///< given to the next operator
  std::uint64_t edges = 0;  ///< walked
};

/// By operator: a step of a plan, a clause, a body, a condition. Off, it counts nothing.
class Tallies {
 public:
  explicit Tallies(bool is_on) : is_on_(is_on) {}

  /// Where an operator counts; nullptr if nothing is counted.
  [[nodiscard]] Tally* of(const void* an_operator) {
    return is_on_ ? &tallies_[an_operator] : nullptr;
  }
  void add_row(const void* an_operator) {
    if (is_on_) ++tallies_[an_operator].rows;
  }
  [[nodiscard]] Tally at(const void* an_operator) const {
    const auto found = tallies_.find(an_operator);
    return found == tallies_.end() ? Tally{} : found->second;
  }

 private:
  bool is_on_;
  std::unordered_map<const void*, Tally> tallies_;
};

}  // namespace entente::query
