#include <fmt/format.h>

#include <entente/base/hardened.hpp>
#include <entente/error.hpp>

namespace entente::detail {

void reject_number(const char* call, std::size_t number, std::size_t size) {
  const bool none = number == 0xffffffff;
  throw InvalidArgument(
      "out-of-range",
      none ? fmt::format("{}: asked about none; it was never given a value", call)
           : fmt::format("{}: asked about number {}, but there are only {} here; it belongs to "
                         "another graph or network",
                         call, number, size));
}

}  // namespace entente::detail
