#include "system/unfinished.hpp"

#include <array>
#include <atomic>
#include <cstring>

#include <unistd.h>

#include <entente/system/output.hpp>

namespace entente {
namespace {

/// Signal handlers can reach nothing but memory of a fixed place.
struct Slot {
  enum State : int { open, being_filled, filled };
  std::atomic<int> state = open;
  std::array<char, 4096> path = {};
};

constexpr std::size_t slot_count = 16;
std::array<Slot, slot_count> slots;
static_assert(std::atomic<int>::is_always_lock_free);

}  // namespace

UnfinishedFile::UnfinishedFile(const std::string& path) noexcept : slot_(slot_count) {
  if (path.size() >= Slot{}.path.size()) return;
  for (std::size_t i = 0; i < slot_count; ++i) {
    int open = Slot::open;
    if (!slots[i].state.compare_exchange_strong(open, Slot::being_filled)) continue;
    std::memcpy(slots[i].path.data(), path.c_str(), path.size() + 1);
    slots[i].state = Slot::filled;
    slot_ = i;
    return;
  }
}

UnfinishedFile::~UnfinishedFile() {
  if (slot_ < slot_count) slots[slot_].state = Slot::open;
}

void remove_unfinished_outputs() noexcept {
  for (Slot& slot : slots)
    if (slot.state == Slot::filled) ::unlink(slot.path.data());
}

}  // namespace entente
