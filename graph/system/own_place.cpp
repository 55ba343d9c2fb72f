#include "system/own_place.hpp"

#include <system_error>

#include <dlfcn.h>
#ifdef __linux__
#include <sys/auxv.h>
#endif

namespace entente {

std::filesystem::path program_folder() {
  std::error_code error;
  std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) return program.parent_path();
#ifdef __linux__
  if (const auto* started = reinterpret_cast<const char*>(getauxval(AT_EXECFN)))
    return std::filesystem::absolute(started, error).parent_path();
#endif
  return {};
}

std::filesystem::path library_folder() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&library_folder), &info) == 0) return {};
  return std::filesystem::path(info.dli_fname).parent_path();
}

}  // namespace entente
