#pragma once

/// Languages by codes of three letters (ISO 639-3), as many data sets have them.

#include <string>
#include <string_view>

namespace entente {

/// The tag of a language of three letters, in two where it has them: `en` of `eng`. What is no code
/// stays.
[[nodiscard]] std::string tag_of_language_code(std::string_view code);

/// The code in three letters of a tag: `eng` of `en` and of `en-GB`. What has none stays.
[[nodiscard]] std::string language_code_of_tag(std::string_view tag);

}  // namespace entente
