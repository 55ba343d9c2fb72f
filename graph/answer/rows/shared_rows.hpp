#pragma once

/// When several entities share a thing, as answers write it.

#include <string>

#include <entente/base/json_text.hpp>
#include <entente/query/common.hpp>

namespace entente::answers {

/// "certain" or "possible".
[[nodiscard]] std::string certainty_of(const Shared& shared);

/// `"why"`: null unless it is the reason for a *maybe*.
void add_why(JsonText& json, Why why);

/// `"certainty"`, `"why"` and `"span"`: null, or {"edtf", "certainty"}.
void add_shared_time(JsonText& json, const Shared& shared);

/// The span as written; empty if there is none.
[[nodiscard]] std::string span_text(const Shared& shared);

}  // namespace entente::answers
