#pragma once

/// Names as labels: formats hold some characters otherwise, or not at all.

#include <string>
#include <string_view>

namespace entente {

/// The longest name that is drawn in full, in characters; longer ones end in `…`.
inline constexpr std::size_t longest_label = 300;

/// A label without what formats change: controls, what stands for characters that a format cannot
/// hold, blanks side by side.
[[nodiscard]] std::string folded_label(std::string_view text);

/// Whether a label is what a writer makes of a name.
[[nodiscard]] bool is_shown_as(std::string_view label, std::string_view name);

}  // namespace entente
