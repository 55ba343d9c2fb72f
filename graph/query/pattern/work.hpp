#pragma once

/// How much a run has used, and when it has to end.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
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
    if (++ticks_ % 4096 == 0) look();
  }
  /// How many bytes values in a vector of their own take, without what rows share.
  [[nodiscard]] static std::int64_t bytes_of(const std::vector<Value>& values);
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

 private:
  /// At the run's own control, and at those of the scopes around it.
  void look() const;
  void look_at(const RunControl& control) const;
  [[noreturn]] void refuse_steps() const;
  [[noreturn]] void refuse_memory() const override;
  [[nodiscard]] std::string place(Span where) const;
  /// The pattern that is walked or, before any is, the clause.
  [[nodiscard]] std::string at_work() const;
  /// @throws QueryLimit
  [[noreturn]] void refuse(const char* code, Span where, std::string message,
                           std::string hint) const;

  std::string_view text_;
  const RunOptions& options_;
  Span walk_ = {};
  Span rows_ = {};
  std::uint64_t steps_ = 0;
  std::uint64_t ticks_ = 0;
};

}  // namespace entente::query
