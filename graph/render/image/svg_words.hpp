#pragma once

/// What an SVG document says of itself, in the form that our own have.

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Title, author and language of a document; "" for what it does not say.
struct SvgWords {
  std::string title = {};
  std::string author = {};
  std::string language = {};
};

/// Reads them. The language is a BCP 47 tag, or "".
[[nodiscard]] SvgWords words_of(std::string_view svg);

/// How wide a document of width 100% becomes at most, in points, if it says so.
[[nodiscard]] std::optional<double> most_width(std::string_view svg);

/// A PDF file whose catalog says the language, as an incremental update of the file; unchanged if
/// the tag is empty or the file is not as cairo writes it.
/// @see ISO 32000-1, 7.5.6 and 14.9.2.
[[nodiscard]] std::string with_language(std::string pdf, std::string_view language);

}  // namespace entente
