#include "render/label/measure.hpp"

#include <algorithm>

#include <entente/text/width.hpp>

#include "render/label/label.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::u32string_view no_line_begins_with =
    U"、。，．・：；？！）」』】〕〉》〟’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…)]},.:;!?%";
constexpr std::u32string_view no_line_ends_with = U"（「『【〔〈《〝‘“([{";

/// But the dot between two names, which a line may end with.
bool is_katakana(char32_t c) {
  return c >= 0x30A1 && c <= 0x30FC && c != U'\u30FB';
}

bool is_hangul_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

/// In thousandths of an em.
double advance(std::string_view text, const CodePoint& c, FontWeight weight) {
  if (const auto width = noto_sans_width(c.value, weight)) return *width;
  constexpr double unknown = 600;
  const std::size_t cells = display_width(text.substr(c.offset, c.size));
  if (cells == 0) return 0;
  if (cells == 1) return unknown;
  return is_hangul_syllable(c.value) ? 920 : 1000;
}

constexpr char32_t middle_dot = 0xB7;  // between two sayings: no line begins with it

/// Pieces that a line may end after: words with the space behind them, words in katakana, single
/// wide characters with the punctuation that may not leave them.
std::vector<std::string_view> breakable_pieces(std::string_view text) {
  std::vector<std::size_t> ends;
  char32_t last = 0;
  std::size_t last_cells = 0;
  for (const CodePoint c : code_points(text)) {
    const std::size_t cells = display_width(text.substr(c.offset, c.size));
    const bool beside_wide = cells == 2 || last_cells == 2;
    const bool held = no_line_begins_with.find(c.value) != std::u32string_view::npos ||
                      no_line_ends_with.find(last) != std::u32string_view::npos || cells == 0 ||
                      (is_katakana(c.value) && is_katakana(last));
    const bool may_break =
        (last == ' ' && c.value != middle_dot) || (beside_wide && !held && c.value != ' ');
    if (may_break && c.offset > 0) ends.push_back(c.offset);
    last = c.value;
    last_cells = cells;
  }
  ends.push_back(text.size());
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    pieces.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return pieces;
}

std::string_view without_last_space(std::string_view line) {
  if (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  return line;
}

/// Fills lines from the first; whatever is too much stands in the last.
std::vector<std::string> filled(const std::vector<std::string_view>& pieces, const Font& font,
                                double width, std::size_t lines) {
  std::vector<std::string> result(1);
  double used = 0;
  for (const std::string_view piece : pieces) {
    const double needed = text_width(without_last_space(piece), font);
    if (used + needed > width && !result.back().empty() && result.size() < lines) {
      result.emplace_back();
      used = 0;
    }
    result.back() += piece;
    used += text_width(piece, font);
  }
  for (std::string& line : result) line = without_last_space(line);
  return result;
}

double widest_line(const std::vector<std::string>& lines, const Font& font) {
  double width = 0;
  for (const std::string& line : lines) width = std::max(width, text_width(line, font));
  return width;
}

std::string shortened(const std::string& line, const Font& font, double width) {
  if (text_width(line, font) <= width) return line;
  std::size_t fits = 0;
  std::size_t too_many = display_width(line);
  while (fits + 1 < too_many) {
    const std::size_t cells = (fits + too_many) / 2;
    const bool short_enough = text_width(truncate_to_width(line, cells), font) <= width;
    (short_enough ? fits : too_many) = cells;
  }
  return truncate_to_width(line, fits);
}

/// The words at the beginning or the end of some characters, if most of them are of whole words.
std::string_view whole_words(std::string_view text, bool at_begin) {
  const std::size_t space = at_begin ? text.rfind(' ') : text.find(' ');
  if (space == std::string_view::npos) return text;
  const std::string_view words = at_begin ? text.substr(0, space) : text.substr(space + 1);
  return 2 * words.size() >= text.size() ? words : text;
}

/// The text with only as many characters as that around what is left out, more of its beginning.
std::string around_middle(std::string_view text, const std::vector<CodePoint>& characters,
                          std::size_t kept) {
  const std::size_t head = (3 * kept + 4) / 5;
  std::size_t tail = characters.size() - (kept - head);
  while (tail < characters.size() &&
         display_width(text.substr(characters[tail].offset, characters[tail].size)) == 0)
    ++tail;  // no mark without its letter
  const std::size_t end = head < characters.size() ? characters[head].offset : text.size();
  std::string_view begin = text.substr(0, end);
  if (end < text.size() && text[end] != ' ') begin = whole_words(begin, true);
  std::string_view rest = tail < characters.size() ? text.substr(characters[tail].offset) : "";
  const bool begins_word = tail > 0 && text[characters[tail - 1].offset] == ' ';
  if (!begins_word) rest = whole_words(rest, false);
  const bool apart = rest.data() > text.data() && !rest.empty() && *(rest.data() - 1) == ' ';
  return std::string(without_last_space(begin)) + "\u2026" + (apart ? " " : "") + std::string(rest);
}

/// As much of a text as has room, without its middle: names that end differently stay different,
/// and a year or a date behind a name stays. As it is where there is room for a few letters only.
std::string without_middle(const std::string& text, const Font& font, double width,
                           std::size_t lines) {
  constexpr std::size_t fewest = 14;
  std::vector<CodePoint> characters;
  for (const CodePoint c : code_points(text)) characters.push_back(c);
  std::string best = text;
  std::size_t fits = fewest - 1;
  std::size_t too_many = characters.size();
  while (fits + 1 < too_many) {
    const std::size_t kept = (fits + too_many) / 2;
    std::string tried = around_middle(text, characters, kept);
    const bool good =
        widest_line(filled(breakable_pieces(tried), font, width, lines), font) <= width;
    (good ? fits : too_many) = kept;
    if (good) best = std::move(tried);
  }
  return best;
}

/// The beginning of a text that is longer than any label; cut between characters.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t most = 4096;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

double text_width(std::string_view text, const Font& font) {
  double width = 0;
  for (const CodePoint c : code_points(text)) width += advance(text, c, font.weight);
  return width * font.size / 1000;
}

std::vector<std::string> set_in_lines(std::string_view text, const Font& font, double width,
                                      std::size_t lines) {
  std::string line = drawable(beginning(text));
  if (widest_line(filled(breakable_pieces(line), font, width, lines), font) > width)
    line = without_middle(line, font, width, lines);
  const auto pieces = breakable_pieces(line);
  std::vector<std::string> result = filled(pieces, font, width, lines);
  if (widest_line(result, font) <= width) {
    constexpr int steps = 6;
    double narrow = 0;
    double wide = width;
    for (int step = 0; step < steps; ++step) {
      const double middle = (narrow + wide) / 2;
      auto tried = filled(pieces, font, middle, lines);
      const bool good = widest_line(tried, font) <= middle && tried.size() == result.size();
      (good ? wide : narrow) = middle;
      if (good) result = std::move(tried);
    }
  }
  for (std::string& each : result) each = shortened(each, font, width);
  return result;
}

bool is_cut(std::string_view text, const std::vector<std::string>& lines) {
  constexpr std::string_view mark = "\u2026";
  const auto marks_of = [&](std::string_view some) {
    std::size_t marks = 0;
    for (std::size_t at = some.find(mark); at != std::string_view::npos;
         at = some.find(mark, at + mark.size()))
      ++marks;
    return marks;
  };
  std::size_t set = 0;
  for (const std::string& line : lines) set += marks_of(line);
  return set > marks_of(drawable(text));
}

}  // namespace entente
