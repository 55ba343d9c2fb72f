#include "allow_one_of.hpp"

#include <string>

#include <entente/error.hpp>

namespace entente::tool {

void allow_one_of(const Call& call, std::initializer_list<std::string_view> options) {
  std::string_view given;
  for (const std::string_view option : options) {
    if (!call.has(option)) continue;
    if (!given.empty())
      throw InvalidArgument(
          "usage", std::string(given) + " and " + std::string(option) + " exclude each other");
    given = option;
  }
}

}  // namespace entente::tool
