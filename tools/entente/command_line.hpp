#pragma once

/// From the words of a command line to a Call. Unknown words are answered with the nearest known.

#include <string>
#include <vector>

#include "call.hpp"

namespace entente::tool {

/// What a command line asks for.
struct Request {
  enum class What : std::uint8_t { overview, version, help, call };
  What what = What::overview;
  Call call = {};  ///< for `help` only its verb is set, and that only if one was named
};

/// Understands a command line without the program's name.
/// @throws InvalidArgument on anything that is not a call of the tool.
[[nodiscard]] Request parse(const std::vector<std::string>& words);

/// "; did you mean --type?", or nothing where no known word is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string_view>& known);

}  // namespace entente::tool
