#include "system/descriptor.hpp"

#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include <entente/error.hpp>

namespace entente {

Descriptor::~Descriptor() {
  if (number_ > STDERR_FILENO) ::close(number_);
}

Descriptor Descriptor::for_reading(const std::string& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
}

void throw_input_missing(const std::string& path, int error) {
  throw IoError(Exit::input_missing, "input-missing",
                "cannot open '" + path + "': " + std::generic_category().message(error));
}

}  // namespace entente
