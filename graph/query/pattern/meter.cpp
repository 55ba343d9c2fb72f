#include "query/pattern/meter.hpp"

#include <algorithm>
#include <atomic>

namespace entente::query {
namespace {

thread_local Meter* meter_of_thread = nullptr;

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

Meter::Meter(std::size_t limit)
    : limit_(static_cast<std::int64_t>(std::min(limit, std::size_t{1} << 62U))),
      number_(next_number()) {}

Meter* Meter::here() noexcept {
  return meter_of_thread;
}

Metered::Metered(Meter& meter) : outer_(std::exchange(meter_of_thread, &meter)) {}
Metered::~Metered() {
  meter_of_thread = outer_;
}

std::int64_t ListBuilder::bytes_of_item(const Value& value) {
  return static_cast<std::int64_t>(sizeof(Value)) + bytes_of_text(value);
}

/// What it holds is there twice for a moment.
void ListBuilder::grow() {
  need_room(items_.size() * sizeof(Value));
  items_.reserve(std::max<std::size_t>(4, 2 * items_.size()));
}

std::int64_t bytes_of_text(const Value& value) {
  constexpr std::size_t inside = 15;  // characters that a text holds without an allocation
  const std::string* const text = value.text();
  if (!text || text->size() <= inside || text->size() > Value::longest_own_text) return 0;
  return chunk_of(text->size() + 1);
}

}  // namespace entente::query
