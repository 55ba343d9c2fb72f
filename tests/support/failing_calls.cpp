/// Preloaded into a program (LD_PRELOAD), makes calls of the system fail.
///
/// ENTENTE_FAIL_ALLOCATION=n: the n-th allocation after the start of main, and that one alone. The
/// file that ENTENTE_ALLOCATION_FAILED names is made when it happens, so that a test can tell that
/// a run asked for fewer. ENTENTE_FAIL_FOLDER_SYNC=e: fsync of a folder, with that errno.

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdlib>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

extern "C" {

// The allocators behind malloc and its like, as glibc calls them.
void* __libc_malloc(std::size_t size);                     // NOLINT
void* __libc_calloc(std::size_t count, std::size_t size);  // NOLINT
void* __libc_realloc(void* block, std::size_t size);       // NOLINT

}  // extern "C"

namespace {

std::atomic<long> left = -1;  // allocations until one fails; below 0: none does
int (*program_main)(int, char**, char**) = nullptr;

bool fails() {
  if (left.load() < 0 || left.fetch_sub(1) != 0) return false;
  if (const char* file = std::getenv("ENTENTE_ALLOCATION_FAILED")) {
    const int descriptor = ::open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) ::close(descriptor);
  }
  errno = ENOMEM;
  return true;
}

int counted_main(int argc, char** argv, char** envp) {
  if (const char* number = std::getenv("ENTENTE_FAIL_ALLOCATION")) left = std::atol(number) - 1;
  const int status = program_main(argc, argv, envp);
  left = -1;
  return status;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) {
  return fails() ? nullptr : __libc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) {
  return fails() ? nullptr : __libc_calloc(count, size);
}

void* realloc(void* block, std::size_t size) {
  return fails() ? nullptr : __libc_realloc(block, size);
}

int fsync(int descriptor) {
  struct stat status {};
  const char* failure = std::getenv("ENTENTE_FAIL_FOLDER_SYNC");
  if (failure != nullptr && ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    errno = std::atoi(failure);
    return -1;
  }
  return reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fsync"))(descriptor);
}

/// glibc calls main through this.
int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv,  // NOLINT
                      void (*init)(), void (*fini)(), void (*rtld_fini)(), void* stack_end) {
  program_main = main;
  using Start =
      int (*)(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(), void (*)(), void*);
  const auto start = reinterpret_cast<Start>(::dlsym(RTLD_NEXT, "__libc_start_main"));
  return start(counted_main, argc, argv, init, fini, rtld_fini, stack_end);
}

}  // extern "C"
