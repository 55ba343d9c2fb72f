#include "terminal/interruption.hpp"

#include <csignal>

namespace entente::tool {
namespace {

std::atomic<bool> was_interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);
bool ends_the_tool = false;  // the second time
struct sigaction before {};

extern "C" void note_interruption(int signal) {
  if (!was_interrupted.exchange(true) || !ends_the_tool) return;
  sigaction(signal, &before, nullptr);
  raise(signal);
}

}  // namespace

Interruption::Interruption(SecondTime second) {
  ends_the_tool = second == SecondTime::ends_the_tool;
  was_interrupted.store(false);
  struct sigaction action {};
  action.sa_handler = note_interruption;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, &before);
}

Interruption::~Interruption() {
  sigaction(SIGINT, &before, nullptr);
}

const std::atomic<bool>* Interruption::flag() const {
  return &was_interrupted;
}

}  // namespace entente::tool
