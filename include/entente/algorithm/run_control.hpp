#pragma once

/// How long a computation may go on, how many threads it may use, and who may stop it.

#include <cstdint>

#include <entente/base/run_control.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// Whether a list holds all there is, or stopped at its limit.
enum class Completeness : std::uint8_t { complete, limited };

}  // namespace entente
