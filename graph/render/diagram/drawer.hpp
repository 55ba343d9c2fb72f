#pragma once

/// What `draw_guarded` and the program `entente-draw` agree on.

#include <string_view>

namespace entente {

inline constexpr std::string_view drawer_name = "entente-draw";

/// How `entente-draw` ends; what it remarks is on standard error. Anything else is a crash.
enum class DrawerExit : int {
  drawn = 0,
  usage = 64,
  bad_source = 65,
  missing = 69,
  failed = 70,
  out_of_memory = 71,
  limit = 75,
};

}  // namespace entente
