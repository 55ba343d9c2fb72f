#pragma once

/// How much a run has used, and when it has to end.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/query/pattern.hpp>

#include "query/pattern/syntax/span.hpp"

namespace entente::query {

class Work {
 public:
  Work(std::string_view text, const RunOptions& options) : text_(text), options_(options) {}

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
  /// So many bytes more (or, negative, fewer) are held.
  void hold(std::int64_t bytes) {
    held_ += bytes;
    if (held_ > static_cast<std::int64_t>(options_.limits.memory)) refuse_memory();
  }
  /// How many bytes values in a vector of their own take. What lists, maps and paths hold is shared
  /// between rows, and counted only where it is first met.
  [[nodiscard]] std::int64_t bytes_of(const std::vector<Value>& values);
  /// What a value in a vector takes beside its place there.
  [[nodiscard]] std::int64_t bytes_beside(const Value& value);
  [[nodiscard]] std::int64_t held() const { return held_; }
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

 private:
  void look() const;
  [[noreturn]] void refuse_steps() const;
  [[noreturn]] void refuse_memory() const;
  [[nodiscard]] std::string place(Span where) const;

  std::string_view text_;
  const RunOptions& options_;
  Span walk_ = {};
  Span rows_ = {};
  std::uint64_t steps_ = 0;
  std::uint64_t ticks_ = 0;
  std::int64_t held_ = 0;
  std::array<const void*, 8> met_ = {};  // payloads counted last
  std::size_t next_met_ = 0;
};

/// How many bytes the allocator takes for so many.
[[nodiscard]] constexpr std::int64_t chunk_of(std::size_t bytes) {
  if (bytes == 0) return 0;
  return static_cast<std::int64_t>(bytes <= 24 ? 32 : (bytes + 8 + 15) / 16 * 16);
}
/// What a text takes beside the value itself.
[[nodiscard]] std::int64_t bytes_of_text(const Value& value);

}  // namespace entente::query
