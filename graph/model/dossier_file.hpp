#pragma once

/// Which files of a folder are parts of the dossier that the folder is.

#include <string_view>

namespace entente {

/// By the name of the file in its folder, packed or not. Hidden files are none: others keep their
/// own there, macOS `._a.json` beside `a.json`.
[[nodiscard]] inline bool is_dossier_file(std::string_view name) {
  for (const std::string_view packed : {".gz", ".zst"})
    if (name.ends_with(packed)) name.remove_suffix(packed.size());
  return !name.starts_with('.') &&
         (name.ends_with(".json") || name.ends_with(".jsonl") || name.ends_with(".ndjson"));
}

}  // namespace entente
