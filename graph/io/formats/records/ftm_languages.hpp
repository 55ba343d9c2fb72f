#pragma once

/// Languages as followthemoney writes them, in three letters (ISO 639-3).

#include <string>
#include <string_view>

namespace entente {

/// The tag of a language of three letters, in two where it has them: `en` of `eng`. What is no code
/// stays.
[[nodiscard]] std::string tag_of_ftm_language(std::string_view code);

/// The code in three letters of a tag: `eng` of `en` and of `en-GB`. What has none stays.
[[nodiscard]] std::string ftm_language_of_tag(std::string_view tag);

}  // namespace entente
