#pragma once

/// Lines of text with their sizes, before they have a place.

#include <cstdint>
#include <string>
#include <vector>

#include <entente/render/diagram.hpp>

#include "render/label/measure.hpp"
#include "render/layout/box.hpp"

namespace entente {

/// What colour a piece of text has.
enum class Ink : std::uint8_t { text, secondary };

/// A piece of a line in one font.
struct TextSpan {
  std::string text = {};
  std::string language = {};
  Font font = {};
  Ink ink = Ink::text;
};

/// A line of a label. Its base line lies `ascent` of its largest font below its top.
struct TextRow {
  std::vector<TextSpan> spans = {};
  double width = 0;
  double height = 0;
};

/// Pieces one behind the other: the width of all, the height of the highest.
[[nodiscard]] TextRow text_row(std::vector<TextSpan> spans);
[[nodiscard]] TextRow text_row(const std::string& text, const std::string& language,
                               const Font& font, Ink ink = Ink::text);
[[nodiscard]] TextRow text_row(const Phrase& phrase, const Font& font, Ink ink = Ink::text);

/// Width of the widest row, height of all.
[[nodiscard]] Size size_of(const std::vector<TextRow>& rows);

}  // namespace entente
