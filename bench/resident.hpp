#pragma once

/// What a process holds of the machine's memory.

#include <fstream>

#include <unistd.h>

namespace bench {

[[nodiscard]] inline double resident_bytes() {
  double all = 0;
  double resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace bench
