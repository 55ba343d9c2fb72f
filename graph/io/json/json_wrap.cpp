#include "io/json/json_wrap.hpp"

#include <algorithm>

namespace entente::json {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// The index behind the string that begins at `at`.
std::size_t end_of_string(std::string_view flat, std::size_t at) {
  for (++at; flat[at] != '"'; ++at)
    if (flat[at] == '\\') ++at;
  return at + 1;
}

/// The index of the comma or bracket that ends the value or member that begins at `at`.
std::size_t end_of_item(std::string_view flat, std::size_t at) {
  for (std::size_t depth = 0; at < flat.size();) {
    const char c = flat[at];
    if (c == '"') {
      at = end_of_string(flat, at);
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}' || c == ']')) break;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++at;
  }
  return at;
}

/// The index of the item's first bracket; of its end if it has none.
std::size_t first_bracket(std::string_view flat, std::size_t at, std::size_t end) {
  while (at < end && flat[at] != '{' && flat[at] != '[')
    at = flat[at] == '"' ? end_of_string(flat, at) : at + 1;
  return std::min(at, end);
}

/// How many brackets and commas stand behind an item and stay on its line.
std::size_t punctuation(std::string_view flat, std::size_t end) {
  std::size_t count = 0;
  while (end + count < flat.size() && std::string_view("}],").find(flat[end + count]) != flat.npos)
    ++count;
  return std::max<std::size_t>(count, 1);
}

class Wrapper {
 public:
  Wrapper(std::string_view flat, std::size_t column, std::size_t width)
      : flat_(flat), column_(column), width_(width) {}

  std::string wrap() && {
    item(flat_.size(), column_);
    return std::move(out_);
  }

 private:
  void emit(std::string_view text) {
    out_ += text;
    column_ += characters(text);
  }

  void new_line(std::size_t indent) {
    out_ += '\n' + std::string(indent, ' ');
    column_ = indent;
  }

  /// One value or member up to `end`, on the line of the last if it fits, else on one of its own,
  /// else broken at its brackets; what follows a broken one begins a line. The nesting is that of
  /// our own records: a handful.
  void item(std::size_t end, std::size_t indent) {
    const std::size_t size = characters(flat_.substr(at_, end - at_)) + punctuation(flat_, end);
    const bool first = out_.empty() || out_.back() == '{' || out_.back() == '[';
    if (!first && (after_broken_ || column_ + 1 + size > width_))
      new_line(indent);
    else if (!first)
      emit(" ");
    const std::size_t bracket = first_bracket(flat_, at_, end);
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
      item(end_of_item(flat_, at_), indent);
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
  bool after_broken_ = false;
  std::string out_;
};

}  // namespace

std::string wrapped(std::string_view flat, std::size_t column, std::size_t width) {
  return Wrapper(flat, column, width).wrap();
}

}  // namespace entente::json
