#pragma once

/// The interactive page of `render`.

#include "call.hpp"
#include "question.hpp"
#include "verb.hpp"

namespace entente::tool {

/// @throws InvalidArgument for views, which a page has all at once.
void check_page(const Call& call);

/// Writes the page.
[[nodiscard]] Exit draw_page(const Call& call, const Question& question);

}  // namespace entente::tool
