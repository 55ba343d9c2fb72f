#pragma once

/// What a reader takes before it refuses an input, from the options of a call.

#include <vector>

#include <entente/io/dossier_reader.hpp>

#include "call.hpp"
#include "verb.hpp"

namespace entente::tool {

[[nodiscard]] const std::vector<Option>& limit_options();
[[nodiscard]] ReadLimits read_limits(const Call& call);

}  // namespace entente::tool
