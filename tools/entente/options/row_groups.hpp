#pragma once

/// Rows of options that several verbs share because they ask for the same: a measure, a path, a
/// series, a picture. Where a list of views or formats is given, the rows are of those alone.

#include <array>
#include <string_view>
#include <vector>

#include "options/option.hpp"

namespace entente::tool {

/// A list of words as it stands in a table of options.
template <std::size_t n>
using WordList = std::array<std::string_view, n>;

[[nodiscard]] Names all_measures();
[[nodiscard]] Names measures_of_entities();

/// What becomes of relations that lack the number they are weighed by.
[[nodiscard]] std::vector<Option> missing_weight_row(const Where& where);
[[nodiscard]] std::vector<Option> path_rows(Names views);
[[nodiscard]] std::vector<Option> series_rows(Names views);
/// How any picture looks; `titled` are the formats that have a title too, `formats` by default.
[[nodiscard]] std::vector<Option> picture_rows(Names formats, Names titled = {});
/// Which entities a picture shows; `numbered` are the formats that take a number of them.
[[nodiscard]] std::vector<Option> chosen_entities_rows(Names formats, Names numbered = {});
[[nodiscard]] std::vector<Option> render_rows();

}  // namespace entente::tool
