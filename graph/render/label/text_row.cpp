#include "render/label/text_row.hpp"

#include <algorithm>
#include <utility>

namespace entente {

TextRow text_row(std::vector<TextSpan> spans) {
  TextRow row;
  for (const TextSpan& span : spans) {
    row.width += text_width(span.text, span.font);
    row.height = std::max(row.height, line_height(span.font));
  }
  row.spans = std::move(spans);
  return row;
}

TextRow text_row(const std::string& text, const std::string& language, const Font& font, Ink ink) {
  return text_row({{text, language, font, ink}});
}

TextRow text_row(const Phrase& phrase, const Font& font, Ink ink) {
  return text_row(phrase.text, phrase.language, font, ink);
}

Size size_of(const std::vector<TextRow>& rows) {
  Size size;
  for (const TextRow& row : rows) {
    size.width = std::max(size.width, row.width);
    size.height += row.height;
  }
  return size;
}

}  // namespace entente
