// Grapheme clusters by the rules of UAX #29 over ICU's properties, walked without a break iterator
// (opening one costs more than a table of names takes to print); each cluster then has a width.
#include "entente/text/width.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr char32_t emoji_selector = 0xFE0F;

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

UGraphemeClusterBreak break_class(char32_t c) {
  return static_cast<UGraphemeClusterBreak>(
      u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK));
}

bool is_plain_ascii(char32_t c) {
  return c >= 0x20 && c < 0x7F;
}

bool is_plain_wide(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FA);
}

/// The characters of most names; each begins a cluster.
bool is_plain(char32_t c) {
  return is_plain_ascii(c) || is_plain_wide(c);
}

/// Width of a code point by itself.
std::size_t width_alone(char32_t c) {
  if (is_plain_ascii(c)) return 1;
  if (is_plain_wide(c)) return 2;
  const auto code_point = static_cast<UChar32>(c);
  switch (u_charType(code_point)) {
    case U_CONTROL_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return 0;
    case U_FORMAT_CHAR:
      return has(c, UCHAR_PREPENDED_CONCATENATION_MARK) ? 1 : 0;
    default:
      break;
  }
  if (has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return 0;
  const UGraphemeClusterBreak kind = break_class(c);
  if (kind == U_GCB_V || kind == U_GCB_T) return 0;  // drawn into the Hangul syllable before
  const int32_t width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// What the rules need to know about the code points of a cluster so far.
struct ClusterState {
  UGraphemeClusterBreak last = U_GCB_OTHER;
  bool pictograph = false;  // a pictograph and marks, perhaps a joiner (GB11)
  bool lone_regional_indicator = false;
};

ClusterState state_after(char32_t first) {
  if (is_plain(first)) return {};
  const UGraphemeClusterBreak kind = break_class(first);
  return {kind, has(first, UCHAR_EXTENDED_PICTOGRAPHIC), kind == U_GCB_REGIONAL_INDICATOR};
}

ClusterState state_after(const ClusterState& before, char32_t next, UGraphemeClusterBreak kind) {
  const bool still = before.pictograph && (kind == U_GCB_EXTEND || kind == U_GCB_ZWJ);
  return {kind, still || has(next, UCHAR_EXTENDED_PICTOGRAPHIC), false};
}

bool is_break_control(UGraphemeClusterBreak kind) {
  return kind == U_GCB_CONTROL || kind == U_GCB_CR || kind == U_GCB_LF;
}

bool hangul_continues(UGraphemeClusterBreak last, UGraphemeClusterBreak next) {
  if (last == U_GCB_L)
    return next == U_GCB_L || next == U_GCB_V || next == U_GCB_LV || next == U_GCB_LVT;
  if (last == U_GCB_LV || last == U_GCB_V) return next == U_GCB_V || next == U_GCB_T;
  return (last == U_GCB_LVT || last == U_GCB_T) && next == U_GCB_T;
}

/// GB3 to GB999: whether `next` belongs to the cluster.
bool continues(const ClusterState& state, char32_t next, UGraphemeClusterBreak kind) {
  if (is_break_control(state.last) || is_break_control(kind)) return false;
  if (kind == U_GCB_EXTEND || kind == U_GCB_ZWJ || kind == U_GCB_SPACING_MARK) return true;
  if (state.last == U_GCB_PREPEND || hangul_continues(state.last, kind)) return true;
  if (state.last == U_GCB_ZWJ && state.pictograph) return has(next, UCHAR_EXTENDED_PICTOGRAPHIC);
  return state.lone_regional_indicator && kind == U_GCB_REGIONAL_INDICATOR;
}

/// Width that a continuing code point adds: skin tones and joined pictographs are drawn into one.
std::size_t width_added(const ClusterState& state, char32_t next) {
  const bool drawn_into =
      state.pictograph && (state.last == U_GCB_ZWJ || has(next, UCHAR_EMOJI_MODIFIER));
  return drawn_into ? 0 : width_alone(next);
}

struct Cluster {
  std::size_t size = 0;   // bytes
  std::size_t width = 0;  // cells
};

Cluster cluster_at(std::string_view text, std::size_t offset) {
  const CodePoint first = decode_utf8(text, offset);
  Cluster cluster{first.size, width_alone(first.value)};
  ClusterState state = state_after(first.value);
  while (offset + cluster.size < text.size()) {
    const CodePoint next = decode_utf8(text, offset + cluster.size);
    if (is_plain(next.value) && state.last != U_GCB_PREPEND) break;
    const UGraphemeClusterBreak kind = break_class(next.value);
    if (!continues(state, next.value, kind)) break;
    cluster.size += next.size;
    cluster.width += width_added(state, next.value);
    if (next.value == emoji_selector && has(first.value, UCHAR_EMOJI)) cluster.width = 2;
    state = state_after(state, next.value, kind);
  }
  return cluster;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const Cluster cluster = cluster_at(text, offset);
    offset += cluster.size;
    width += cluster.width;
  }
  return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
  std::string result(text);
  result.append(width - std::min(width, display_width(text)), ' ');
  return result;
}

std::string pad_left(std::string_view text, std::size_t width) {
  std::string result(width - std::min(width, display_width(text)), ' ');
  result += text;
  return result;
}

std::string truncate_to_width(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t kept = 0;  // bytes that leave a cell for the ellipsis
  for (std::size_t offset = 0; offset < text.size();) {
    const Cluster cluster = cluster_at(text, offset);
    offset += cluster.size;
    used += cluster.width;
    if (used > width) return width == 0 ? std::string() : std::string(text.substr(0, kept)) + "…";
    if (used < width) kept = offset;
  }
  return std::string(text);
}

}  // namespace entente
