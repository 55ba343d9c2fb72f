#pragma once

/// Children that read or draw what others wrote: they end with whoever started them, within what
/// they were given.

#include <csignal>
#include <optional>
#include <string_view>
#include <system_error>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <entente/base/read_number.hpp>

namespace entente::child {

/// The number behind `--name=`.
template <typename Number>
std::optional<Number> number_after(std::string_view argument, std::string_view prefix) {
  if (argument.substr(0, prefix.size()) != prefix) return std::nullopt;
  argument.remove_prefix(prefix.size());
  Number value{};
  const auto [end, error] = read_number(argument.data(), argument.data() + argument.size(), value);
  if (error != std::errc() || end != argument.data() + argument.size()) return std::nullopt;
  return value;
}

// Sanitizers reserve terabytes of address space, so that any limit on it stops the program. g++
// says by a macro that one is at work, clang by a feature.
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || \
    __has_feature(address_sanitizer)
inline constexpr bool can_limit_memory = false;
#else
inline constexpr bool can_limit_memory = true;
#endif

inline void limit(int resource, const std::optional<rlim_t>& most) {
  if (!most) return;
  const rlimit both{*most, *most};
  setrlimit(resource, &both);
}

/// Ends with whoever started it; leaves no core file behind.
inline void stay_harmless(const std::optional<rlim_t>& memory,
                          const std::optional<rlim_t>& processor_seconds) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit(RLIMIT_CORE, rlim_t{0});
  if (can_limit_memory) limit(RLIMIT_AS, memory);
  limit(RLIMIT_CPU, processor_seconds);
}

}  // namespace entente::child
