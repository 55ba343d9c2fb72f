#include "facts/build/renumbering.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

/// Up to so many distances are found by comparing with each, without a table.
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

// Loops over a fixed number of plain values are what compilers make vector code of.
void Renumbering::move_few(std::span<RelationId> numbers) const {
  constexpr std::size_t block = 64;
  std::array<std::uint32_t, block> before{};
  std::array<std::uint32_t, block> moved;
  for (std::size_t first = 0; first < numbers.size(); first += block) {
    const std::size_t count = std::min(block, numbers.size() - first);
    for (std::size_t j = 0; j < count; ++j) before[j] = index(numbers[first + j]);
    moved = before;
    for (std::size_t i = 0; i < firsts_.size(); ++i) {
      const std::uint32_t from = firsts_[i];
      const std::uint32_t by = distances_[i] - (i == 0 ? 0 : distances_[i - 1]);
      for (std::size_t j = 0; j < block; ++j) moved[j] += before[j] >= from ? by : 0;
    }
    for (std::size_t j = 0; j < count; ++j) numbers[first + j] = RelationId(moved[j]);
  }
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
