#pragma once

#include <initializer_list>
#include <string_view>

#include "call.hpp"

namespace entente::tool {

/// @throws InvalidArgument if more than one of these options is given.
void allow_one_of(const Call& call, std::initializer_list<std::string_view> options);

}  // namespace entente::tool
