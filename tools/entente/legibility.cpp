#include "legibility.hpp"

#include <cmath>
#include <string>

#include <entente/render/legible.hpp>

#include "say.hpp"

namespace entente::tool {
void remark_on_small_text(const Call& call, std::string_view svg) {
  if (!call.has("--size")) return;
  const double size = smallest_text(svg);
  if (size == 0 || size >= least_readable - 0.05) return;
  const double tenths = std::floor(size * 10);
  const std::string shown = std::to_string(static_cast<int>(tenths) / 10) + "." +
                            std::to_string(static_cast<int>(tenths) % 10);
  say_remark("the smallest text is " + shown +
             " points high on this page, and below 6.5 it is hard to read; take a larger page "
             "(--size), select less (--type, --kind, --during) or draw fewer entities "
             "(--max-entities N)");
}

}  // namespace entente::tool
