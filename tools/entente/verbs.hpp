#pragma once

/// One function a verb, each in a file of that name.

#include "verb.hpp"

namespace entente::tool {

[[nodiscard]] Verb validate_verb();
[[nodiscard]] Verb info_verb();
[[nodiscard]] Verb show_verb();
[[nodiscard]] Verb find_verb_by_name();
[[nodiscard]] Verb neighbors_verb();
[[nodiscard]] Verb path_verb();
[[nodiscard]] Verb rank_verb();
[[nodiscard]] Verb components_verb();
[[nodiscard]] Verb query_verb();
[[nodiscard]] Verb render_verb();
[[nodiscard]] Verb convert_verb();
[[nodiscard]] Verb ego_verb();
[[nodiscard]] Verb common_verb();
[[nodiscard]] Verb groups_verb();
[[nodiscard]] Verb import_verb();
[[nodiscard]] Verb balance_verb();
[[nodiscard]] Verb lineage_verb();
[[nodiscard]] Verb timeline_verb();
[[nodiscard]] Verb diff_verb();
[[nodiscard]] Verb series_verb();
[[nodiscard]] Verb snapshot_verb();
[[nodiscard]] Verb vocabulary_verb();
[[nodiscard]] Verb schema_verb();

}  // namespace entente::tool
