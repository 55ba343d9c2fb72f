#include "io/json/json_wrap.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace entente::json {
namespace {

bool is_ascii(std::string_view text) {
  std::uint64_t high = 0;
  std::size_t i = 0;
  for (std::uint64_t word = 0; i + sizeof word <= text.size(); i += sizeof word) {
    std::memcpy(&word, text.data() + i, sizeof word);
    high |= word;
  }
  for (; i < text.size(); ++i) high |= static_cast<unsigned char>(text[i]);
  return (high & 0x8080808080808080U) == 0;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// The index behind the string that begins at `at`. A quotation mark without a backslash before it
/// is no part of a string.
std::size_t end_of_string(std::string_view flat, std::size_t at) {
  const std::size_t quote = flat.find('"', at + 1);
  if (flat[quote - 1] != '\\') return quote + 1;
  for (++at; flat[at] != '"'; ++at)
    if (flat[at] == '\\') ++at;
  return at + 1;
}

/// Where a value or member ends, at a comma or bracket, and where its first bracket is; that is the
/// end if it has none.
struct ItemEnds {
  std::size_t end = 0;
  std::size_t bracket = 0;
};

/// Of the one that begins at `at`.
ItemEnds ends_of_item(std::string_view flat, std::size_t at) {
  std::size_t bracket = flat.npos;
  for (std::size_t depth = 0; at < flat.size();) {
    const char c = flat[at];
    if (c == '"') {
      at = end_of_string(flat, at);
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}' || c == ']')) break;
    if (c == '{' || c == '[') {
      ++depth;
      bracket = std::min(bracket, at);
    }
    if (c == '}' || c == ']') --depth;
    ++at;
  }
  return {at, std::min(bracket, at)};
}

/// How many brackets and commas stand behind an item and stay on its line.
std::size_t punctuation(std::string_view flat, std::size_t end) {
  std::size_t count = 0;
  const auto stays = [](char c) { return c == '}' || c == ']' || c == ','; };
  while (end + count < flat.size() && stays(flat[end + count])) ++count;
  return std::max<std::size_t>(count, 1);
}

class Wrapper {
 public:
  Wrapper(std::string_view flat, std::size_t column, std::size_t width)
      : flat_(flat), column_(column), width_(width), is_ascii_(is_ascii(flat)) {
    out_.reserve(flat.size() + flat.size() / 4);
  }

  std::string wrap() && {
    ItemEnds whole = ends_of_item(flat_, 0);
    whole.end = flat_.size();
    item(whole, column_);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t width_of(std::string_view text) const {
    return is_ascii_ ? text.size() : characters(text);
  }

  void emit(std::string_view text) {
    out_ += text;
    column_ += width_of(text);
  }

  void new_line(std::size_t indent) {
    out_ += '\n';
    out_.append(indent, ' ');
    column_ = indent;
  }

  /// One value or member, on the line of the last if it fits, else on one of its own,
  /// else broken at its brackets; what follows a broken one begins a line. The nesting is that of
  /// our own records: a handful.
  void item(const ItemEnds& ends, std::size_t indent) {
    const auto [end, bracket] = ends;
    const std::size_t size = width_of(flat_.substr(at_, end - at_)) + punctuation(flat_, end);
    const bool first = out_.empty() || out_.back() == '{' || out_.back() == '[';
    if (!first && (after_broken_ || column_ + 1 + size > width_))
      new_line(indent);
    else if (!first)
      emit(" ");
    after_broken_ = column_ + size > width_ && bracket < end;
    if (!after_broken_) {
      emit(flat_.substr(at_, end - at_));
      at_ = end;
      return;
    }
    emit(flat_.substr(at_, bracket + 1 - at_));
    at_ = bracket + 1;
    group();
  }

  /// What stands behind an opening bracket, and the closing one.
  void group() {
    const std::size_t indent = column_;
    after_broken_ = false;
    while (flat_[at_] != '}' && flat_[at_] != ']') {
      item(ends_of_item(flat_, at_), indent);
      if (flat_[at_] == ',') {
        emit(",");
        at_ += 2;
      }
    }
    emit(flat_.substr(at_++, 1));
    after_broken_ = true;
  }

  std::string_view flat_;
  std::size_t at_ = 0;
  std::size_t column_;
  std::size_t width_;
  bool is_ascii_;
  bool after_broken_ = false;
  std::string out_;
};

}  // namespace

std::string wrapped(std::string_view flat, std::size_t column, std::size_t width) {
  return Wrapper(flat, column, width).wrap();
}

}  // namespace entente::json
