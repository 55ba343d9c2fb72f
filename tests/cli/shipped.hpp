#pragma once

/// The dossier that is shipped, as tests of calls name it.

namespace entente::test {

inline constexpr const char* sample = "data/japan-nato";

}  // namespace entente::test
