#pragma once

/// The saved views of a page, from a file.

#include <string>
#include <vector>

#include <entente/render/write_page.hpp>

namespace entente::tool {

/// Views in the order of the file, each an object with `show` and `text`.
/// @throws DossierError with the places of what is none, of addresses that no page has, and of
/// languages that are none; as read_settings().
[[nodiscard]] std::vector<StoryView> read_story(const std::string& file);

}  // namespace entente::tool
