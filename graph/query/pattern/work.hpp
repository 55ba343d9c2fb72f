#pragma once

/// How much a run has used, and when it has to end.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/query/pattern.hpp>

#include "query/pattern/meter.hpp"
#include "query/pattern/syntax/span.hpp"

namespace entente::query {

class Work : public Meter {
 public:
  Work(std::string_view text, const RunOptions& options)
      : Meter(options.limits.memory), text_(text), options_(options) {}

  /// The pattern that is walked, for the words of a limit.
  void begin_walk(Span where) { walk_ = where; }
  /// The clause that takes the rows.
  void begin_rows(Span where) { rows_ = where; }
  /// An edge is walked.
  void step() {
    ++steps_;
    if (steps_ > options_.limits.steps) refuse_steps();
    tick();
  }
  /// Something else is done, which takes about as long.
  void tick() {
    if (++ticks_ % ticks_a_look == 0) look();
  }
  /// So much of it, in the expression there.
  void tick(std::size_t times, Span where) {
    const std::uint64_t before = ticks_;
    ticks_ += times;
    if (before / ticks_a_look == ticks_ / ticks_a_look) return;
    const Span outer = std::exchange(expression_, where);
    look();
    expression_ = outer;
  }
  /// How many bytes values in a vector of their own take, without what rows share.
  [[nodiscard]] static std::int64_t bytes_of(const std::vector<Value>& values);
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

 private:
  static constexpr std::uint64_t ticks_a_look = 4096;

  /// At the run's own control, and at those of the scopes around it.
  void look() const;
  void look_at(const RunControl& control) const;
  [[noreturn]] void refuse_steps() const;
  [[noreturn]] void refuse_memory() const override;
  [[nodiscard]] std::string place(Span where) const;
  /// The expression that is worked out, or the pattern that is walked or, before any is, the
  /// clause.
  [[nodiscard]] Span place_of_work() const;
  [[nodiscard]] std::string at_work() const;
  /// @throws QueryLimit
  [[noreturn]] void refuse(const char* code, Span where, std::string message,
                           std::string hint) const;

  std::string_view text_;
  const RunOptions& options_;
  Span walk_ = {};
  Span rows_ = {};
  Span expression_ = {};  // that is worked out
  std::uint64_t steps_ = 0;
  std::uint64_t ticks_ = 0;
};

}  // namespace entente::query
