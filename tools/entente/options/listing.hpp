#pragma once

#include <string>

namespace entente::tool {

/// All rows of all verbs, one a line, for tests: columns apart by tabulators, lists by commas:
/// verb, option, value, what it takes, choices, older spelling, views, measures, formats, inputs,
/// with, without.
[[nodiscard]] std::string option_listing();

}  // namespace entente::tool
