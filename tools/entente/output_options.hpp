#pragma once

/// How an answer is written, from the options of a call.

#include "call.hpp"

namespace entente::tool {

/// Sets the output of a call: its format from `--format`, else from the ending of `--output`.
/// @throws InvalidArgument for a format the verb does not have, naming those it has.
void read_output(Call& call);

}  // namespace entente::tool
