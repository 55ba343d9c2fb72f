#pragma once

/// Which of the options that a call gives have an effect on it.

#include <string>
#include <string_view>

#include "call.hpp"
#include "options/hindrance.hpp"
#include "options/option.hpp"

namespace entente::tool {

/// What is known of a call before anything is read.
[[nodiscard]] Aspects aspects_of(const Call& call);

/// The same once the view is chosen.
[[nodiscard]] Aspects aspects_of_view(const Call& call, std::string view);

/// Refuses options that the call would ignore, and says where they apply.
/// @throws InvalidArgument `no-effect`.
void refuse_ignored(const Call& call, const Aspects& aspects);

/// Where a row applies, in words such as "the view ego" or "the measures katz and hits"; empty for
/// one that applies everywhere.
[[nodiscard]] std::string where_in_words(const Where& where);

}  // namespace entente::tool
