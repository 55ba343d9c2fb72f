#include "system/companion.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

#include <entente/error.hpp>

#include "system/own_place.hpp"

namespace entente {
namespace {

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

}  // namespace

std::optional<std::filesystem::path> companion(std::string_view name, const char* variable,
                                               std::string_view build_folder) {
  namespace fs = std::filesystem;
  const char* named = std::getenv(variable);
  if (named != nullptr && *named != '\0') {
    if (is_there(named)) return named;
    throw Error(Exit::renderer_missing, "renderer-missing",
                "$" + std::string(variable) + " names '" + named + "', which is not there");
  }
  const fs::path here = program_folder();
  const fs::path library = library_folder();
  for (const fs::path& folder :
       {here, here / "../libexec/entente", here / ".." / build_folder,
        library / "../libexec/entente", library / "../../libexec/entente",
        library / "../tools" / build_folder, fs::path(ENTENTE_LIBEXEC_DIR)})
    if (is_there(folder / name)) return folder / name;
  return std::nullopt;
}

}  // namespace entente
