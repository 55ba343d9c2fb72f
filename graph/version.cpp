#include <entente/version.hpp>

namespace entente {

std::string_view version() noexcept {
  return ENTENTE_VERSION_TEXT;
}

}  // namespace entente
