#pragma once

/// How many bytes values take while a query runs. Lists, maps, paths, dates and long texts are
/// counted once each, however many rows share them, from when they are made until the last of these
/// lets go.

#include <cstddef>
#include <cstdint>
#include <utility>

#include <entente/query/value.hpp>

namespace entente::query {

/// Counts against a limit.
class Meter {
 public:
  explicit Meter(std::size_t limit);
  virtual ~Meter() = default;
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

  /// So many bytes more (or, negative, fewer) are held. @throws as refuse_memory()
  void hold(std::int64_t bytes) {
    held_ += bytes;
    if (held_ > limit_) refuse_memory();
  }
  /// Never throws.
  void let_go(std::int64_t bytes) noexcept { held_ -= bytes; }
  /// Asks for room that is about to be used. @throws as refuse_memory()
  void need(std::size_t bytes) const {
    if (static_cast<std::int64_t>(bytes) > limit_ - held_) refuse_memory();
  }
  [[nodiscard]] std::int64_t held() const { return held_; }
  /// Tells runs apart.
  [[nodiscard]] std::uint64_t number() const { return number_; }

  /// That of the run on this thread; none outside of runs.
  [[nodiscard]] static Meter* here() noexcept;

 private:
  [[noreturn]] virtual void refuse_memory() const = 0;

  std::int64_t limit_;
  std::int64_t held_ = 0;
  std::uint64_t number_;
};

/// While it lives, values made on this thread count for the meter.
class Metered {
 public:
  explicit Metered(Meter& meter);
  ~Metered();
  Metered(const Metered&) = delete;
  Metered& operator=(const Metered&) = delete;

 private:
  Meter* outer_;
};

/// Bytes held as long as it lives, for the meter of this thread.
class Claim {
 public:
  Claim() : meter_(Meter::here()) {}
  Claim(const Claim& other) : Claim() { add(other.bytes_); }
  Claim(Claim&& other) noexcept : meter_(other.meter_), bytes_(std::exchange(other.bytes_, 0)) {}
  Claim& operator=(Claim&&) = delete;
  ~Claim() { release(); }

  void add(std::int64_t bytes) {
    bytes_ += bytes;
    if (meter_) meter_->hold(bytes);
  }
  void release() noexcept { release_to(0); }
  void release_to(std::int64_t bytes) noexcept {
    if (meter_) meter_->let_go(bytes_ - bytes);
    bytes_ = bytes;
  }
  [[nodiscard]] std::int64_t bytes() const { return bytes_; }

 private:
  Meter* meter_;
  std::int64_t bytes_ = 0;
};

/// Asks the meter of this thread for room. @throws LimitReached
inline void need_room(std::size_t bytes) {
  if (const Meter* const meter = Meter::here()) meter->need(bytes);
}

/// A list that grows, counted while it does.
class ListBuilder {
 public:
  void push_back(Value value) {
    const std::int64_t bytes = bytes_of_item(value);
    if (items_.size() == items_.capacity()) grow();
    claim_.add(bytes);
    items_.push_back(std::move(value));
  }
  [[nodiscard]] List& items() { return items_; }
  [[nodiscard]] Value finish() {
    claim_.release();
    return Value(std::move(items_));
  }

 private:
  static std::int64_t bytes_of_item(const Value& value);
  void grow();

  List items_;
  Claim claim_;
};

/// How many bytes the allocator takes for so many.
[[nodiscard]] constexpr std::int64_t chunk_of(std::size_t bytes) {
  if (bytes == 0) return 0;
  return static_cast<std::int64_t>(bytes <= 24 ? 32 : (bytes + 8 + 15) / 16 * 16);
}
/// What a text takes beside the value itself, unless copies share it.
[[nodiscard]] std::int64_t bytes_of_text(const Value& value);

}  // namespace entente::query
