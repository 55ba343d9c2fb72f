#pragma once

/// Queues for searches in which what is taken never costs less than what was taken before.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "algorithm/paths/lengths.hpp"

namespace entente::kernel {

/// R. Dial, Algorithm 360, Comm. ACM 12 (1969) 632: a ring of buckets, one a cost. For edges no
/// longer than the ring.
class BucketQueue {
 public:
  explicit BucketQueue(Length longest) : ring_(std::bit_ceil(longest + 1)) {}

  [[nodiscard]] bool empty() const { return count_ == 0; }
  void push(Length cost, Vertex v) {
    ring_[cost & (ring_.size() - 1)].push_back(v);
    ++count_;
  }
  std::pair<Length, Vertex> pop() {
    while (ring_[cost_ & (ring_.size() - 1)].empty()) ++cost_;
    auto& bucket = ring_[cost_ & (ring_.size() - 1)];
    const Vertex v = bucket.back();
    bucket.pop_back();
    --count_;
    return {cost_, v};
  }
  /// The last vertices of the bucket that pop() took from: the next to come, unless cheaper ones or
  /// as cheap ones are pushed before.
  [[nodiscard]] std::span<const Vertex> next() const { return ring_[cost_ & (ring_.size() - 1)]; }

 private:
  std::vector<std::vector<Vertex>> ring_;
  Length cost_ = 0;
  std::size_t count_ = 0;
};

/// R. Ahuja, K. Mehlhorn, J. Orlin, R. Tarjan, Faster algorithms for the shortest path problem, J.
/// ACM 37 (1990) 213: buckets by the highest bit in which a cost differs from the last one taken.
class RadixHeap {
 public:
  [[nodiscard]] bool empty() const { return count_ == 0; }
  void push(Length cost, Vertex v) {
    buckets_[bucket_of(cost)].emplace_back(cost, v);
    ++count_;
  }
  std::pair<Length, Vertex> pop() {
    if (buckets_[0].empty()) refill();
    const auto least = buckets_[0].back();
    buckets_[0].pop_back();
    --count_;
    return least;
  }
  /// None: entries of this queue are foreseen too rarely to ask for their rows.
  [[nodiscard]] std::span<const Vertex> next() const { return {}; }

 private:
  [[nodiscard]] std::size_t bucket_of(Length cost) const {
    return static_cast<std::size_t>(std::bit_width(cost ^ last_));
  }
  /// Deals the first bucket that holds something out again, from its least cost on.
  void refill() {
    std::size_t i = 1;
    while (buckets_[i].empty()) ++i;
    last_ = buckets_[i].front().first;
    for (const auto& [cost, v] : buckets_[i]) last_ = std::min(last_, cost);
    for (const auto& entry : buckets_[i]) buckets_[bucket_of(entry.first)].push_back(entry);
    buckets_[i].clear();
  }

  std::array<std::vector<std::pair<Length, Vertex>>, 65> buckets_;
  Length last_ = 0;
  std::size_t count_ = 0;
};

/// A binary heap, for costs that are no integers of the machine.
template <typename Sum>
class HeapQueue {
 public:
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  void push(const Sum& cost, Vertex v) {
    heap_.emplace_back(cost, v);
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
  }
  std::pair<Sum, Vertex> pop() {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    const auto least = heap_.back();
    heap_.pop_back();
    return least;
  }

 private:
  std::vector<std::pair<Sum, Vertex>> heap_;
};

/// The queue for costs of any size.
template <typename Sum>
using MonotoneQueue = std::conditional_t<std::is_same_v<Sum, Length>, RadixHeap, HeapQueue<Sum>>;

}  // namespace entente::kernel
