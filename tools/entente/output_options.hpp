#pragma once

/// How an answer is written, from the options of a call.

#include <string>
#include <string_view>

#include "call.hpp"

namespace entente::tool {

/// Sets the output of a call: its format from `--format`, else from the ending of `--output`.
/// @throws InvalidArgument for a format or ending the verb does not have, naming those it has.
void read_output(Call& call);

/// Of a verb with one format of its own. @throws InvalidArgument if the ending of `--output` is
/// that of another format; `own` is the ending it suggests.
void refuse_endings_of_other_formats(const Call& call, std::string_view own);

/// The name of the format a call asks for: of `render` and `convert` what `--to`, `--format` or the
/// ending of the file says, else SVG and JSON; of other verbs that of their output.
[[nodiscard]] std::string asked_format(const Call& call);

}  // namespace entente::tool
