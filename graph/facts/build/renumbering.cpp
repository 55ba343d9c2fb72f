#include "facts/build/renumbering.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace entente {

namespace {

/// Up to so many distances are told by comparing with each, without a table.
constexpr std::size_t few_distances = 4;

}  // namespace

void Renumbering::add(std::uint32_t first, std::int64_t distance) {
  const auto moved = static_cast<std::uint32_t>(distance);
  if (!firsts_.empty() && firsts_.back() == first) {
    distances_.back() = moved;
    return;
  }
  if (moved == (distances_.empty() ? 0 : distances_.back())) return;
  firsts_.push_back(first);
  distances_.push_back(moved);
}

RelationId Renumbering::operator()(RelationId before) const {
  const auto next = std::upper_bound(firsts_.begin(), firsts_.end(), index(before));
  if (next == firsts_.begin()) return before;
  return RelationId(index(before) +
                    distances_[static_cast<std::size_t>(next - firsts_.begin()) - 1]);
}

void Renumbering::apply(std::span<RelationId> numbers, std::size_t count) {
  if (is_identity()) return;
  if (firsts_.size() <= few_distances) return move_few(numbers);
  if (table_.empty()) fill_table(count);
  for (RelationId& number : numbers) number = RelationId(table_[index(number)]);
}

// Blocks of a fixed size are what compilers make vector code of.
void Renumbering::move_few(std::span<RelationId> numbers) const {
  constexpr std::size_t block = 16;
  std::array<std::uint32_t, few_distances> from;
  std::array<std::uint32_t, few_distances> by{};
  from.fill(std::numeric_limits<std::uint32_t>::max());
  for (std::size_t i = 0; i < firsts_.size(); ++i) {
    from[i] = firsts_[i];
    by[i] = distances_[i] - (i == 0 ? 0 : distances_[i - 1]);
  }
  const auto moved = [&](RelationId number) {
    std::uint32_t sum = index(number);
    for (std::size_t i = 0; i < few_distances; ++i) sum += index(number) >= from[i] ? by[i] : 0;
    return RelationId(sum);
  };
  std::size_t i = 0;
  for (; i + block <= numbers.size(); i += block)
    for (std::size_t j = 0; j < block; ++j) numbers[i + j] = moved(numbers[i + j]);
  for (; i < numbers.size(); ++i) numbers[i] = moved(numbers[i]);
}

void Renumbering::fill_table(std::size_t count) {
  table_.resize(count);
  std::uint32_t distance = 0;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (next < firsts_.size() && firsts_[next] == i) distance = distances_[next++];
    table_[i] = i + distance;
  }
}

}  // namespace entente
