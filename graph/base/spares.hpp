#pragma once

/// Things that are costly to make, kept for whoever needs one next, on whichever thread. Unlike
/// what a thread keeps for itself, they need no memory when it is about to run out.

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace entente {

/// Safe from many threads. There are as many things as were ever in use at one time.
template <typename Thing>
class Spares {
 public:
  /// A thing of one's own until this ends.
  class Lease {
   public:
    Lease(Spares& spares, std::unique_ptr<Thing> thing)
        : spares_(spares), thing_(std::move(thing)) {}
    ~Lease() { spares_.give_back(std::move(thing_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Thing& operator*() const { return *thing_; }
    Thing* operator->() const { return thing_.get(); }

   private:
    Spares& spares_;
    std::unique_ptr<Thing> thing_;
  };

  [[nodiscard]] Lease take() {
    std::unique_ptr<Thing> thing;
    if (const std::lock_guard lock(mutex_); !idle_.empty()) {
      thing = std::move(idle_.back());
      idle_.pop_back();
    }
    if (!thing) thing = std::make_unique<Thing>();
    return {*this, std::move(thing)};
  }

 private:
  void give_back(std::unique_ptr<Thing> thing) noexcept {
    try {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(thing));
    } catch (...) {  // no room for it: the next makes another
      return;
    }
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<Thing>> idle_;
};

}  // namespace entente
