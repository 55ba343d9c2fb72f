#include "io/json/json_wrap.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/eight_bytes.hpp"

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

/// The index behind the string that begins at `at`.
std::size_t end_of_string(std::string_view flat, std::size_t at) {
  const auto may_end = [](std::uint64_t word) {
    return eight::zeros(word ^ eight::repeated('"')) | eight::zeros(word ^ eight::repeated('\\'));
  };
  ++at;
  while (true) {
    for (std::uint64_t word = 0; at + sizeof word <= flat.size(); at += sizeof word) {
      std::memcpy(&word, flat.data() + at, sizeof word);
      if (may_end(word) != 0) break;
    }
    while (flat[at] != '"' && flat[at] != '\\') ++at;
    if (flat[at] == '"') return at + 1;
    at += 2;  // what is escaped is no end
  }
}

/// A value or member: where it ends, at a comma or bracket, and where its first bracket is; that is
/// the end if it has none. Those inside that bracket follow it.
struct Item {
  std::size_t end = 0;
  std::size_t bracket = 0;
  std::size_t parent = 0;  ///< in the list of items
  std::size_t next = 0;    ///< the first that is not inside
};

bool opens(char c) {
  return c == '{' || c == '[';
}
bool closes(char c) {
  return c == '}' || c == ']';
}

/// The items of a text, in the order in which they begin; the first is the whole.
class ItemScan {
 public:
  explicit ItemScan(std::string_view flat) : flat_(flat) {
    constexpr std::size_t usual = 32;
    items_.reserve(usual);
  }

  std::vector<Item> items() && {
    begin(0);
    for (std::size_t at = next_sign(0); at < flat_.size(); at = next_sign(at)) at = behind_sign(at);
    end(flat_.size());
    return std::move(items_);
  }

 private:
  void begin(std::size_t parent) {
    open_ = items_.size();
    items_.push_back({flat_.npos, flat_.npos, parent, 0});
  }

  void end(std::size_t at) {
    Item& item = items_[open_];
    item.end = at;
    item.bracket = std::min(item.bracket, at);
    item.next = items_.size();
  }

  /// Where the next bracket, comma or string is.
  [[nodiscard]] std::size_t next_sign(std::size_t at) const {
    const auto is_sign = [](char c) { return c == '"' || c == ',' || opens(c) || closes(c); };
    while (at < flat_.size() && !is_sign(flat_[at])) ++at;
    return at;
  }

  std::size_t behind_sign(std::size_t at) {
    const char c = flat_[at];
    if (c == '"') return end_of_string(flat_, at);
    if (opens(c)) {
      items_[open_].bracket = std::min(items_[open_].bracket, at);
      if (closes(flat_[at + 1])) return at + 2;
      begin(open_);
    } else if (open_ > 0) {
      end(at);
      const std::size_t parent = items_[open_].parent;
      if (c == ',')
        begin(parent);
      else
        open_ = parent;
    }
    return at + 1;
  }

  std::string_view flat_;
  std::vector<Item> items_;
  std::size_t open_ = 0;  ///< the innermost item that has not ended
};

/// How many brackets and commas stand behind an item and stay on its line.
std::size_t punctuation(std::string_view flat, std::size_t end) {
  std::size_t count = 0;
  const auto stays = [](char c) { return c == '}' || c == ']' || c == ','; };
  while (end + count < flat.size() && stays(flat[end + count])) ++count;
  return std::max<std::size_t>(count, 1);
}

/// Copies the text but for the blanks that line ends take the place of.
class Wrapper {
 public:
  Wrapper(std::string& out, std::string_view flat, std::size_t column, std::size_t width)
      : out_(out),
        flat_(flat),
        items_(ItemScan(flat).items()),
        column_(column),
        width_(width),
        is_ascii_(is_ascii(flat)) {}

  void wrap() && {
    item(0, column_);
    out_ += flat_.substr(copied_);
  }

 private:
  [[nodiscard]] std::size_t width_of(std::size_t begin, std::size_t end) const {
    return is_ascii_ ? end - begin : characters(flat_.substr(begin, end - begin));
  }

  /// What comes next begins a line.
  void new_line(std::size_t indent) {
    const bool is_blank = flat_[at_ - 1] == ' ';
    out_ += flat_.substr(copied_, at_ - copied_ - (is_blank ? 1 : 0));
    out_ += '\n';
    out_.append(indent, ' ');
    copied_ = at_;
    column_ = indent;
  }

  /// One value or member, on the line of the last if it fits, else on one of its own,
  /// else broken at its brackets; what follows a broken one begins a line. The nesting is that of
  /// our own records: a handful. Returns the number of the next item.
  std::size_t item(std::size_t number, std::size_t indent) {
    const Item& one = items_[number];
    const std::size_t width = width_of(at_, one.end);
    const std::size_t size = width + punctuation(flat_, one.end);
    const bool first = at_ == 0 || opens(flat_[at_ - 1]);
    if (!first && (after_broken_ || column_ + 1 + size > width_))
      new_line(indent);
    else if (!first)
      ++column_;
    after_broken_ = column_ + size > width_ && one.bracket < one.end;
    if (after_broken_) {
      column_ += width_of(at_, one.bracket + 1);
      at_ = one.bracket + 1;
      group(number + 1, one.next);
    } else {
      column_ += width;
      at_ = one.end;
    }
    return one.next;
  }

  /// The items behind an opening bracket, and the closing one.
  void group(std::size_t number, std::size_t end) {
    const std::size_t indent = column_;
    after_broken_ = false;
    while (number < end) {
      number = item(number, indent);
      if (flat_[at_] != ',') continue;
      ++column_;
      at_ += flat_[at_ + 1] == ' ' ? 2 : 1;
    }
    ++column_;
    ++at_;
    after_broken_ = true;
  }

  std::string& out_;
  std::string_view flat_;
  std::vector<Item> items_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;
  std::size_t column_;
  std::size_t width_;
  bool is_ascii_;
  bool after_broken_ = false;
};

}  // namespace

void append_wrapped(std::string& out, std::string_view flat, std::size_t column,
                    std::size_t width) {
  Wrapper(out, flat, column, width).wrap();
}

std::string wrapped(std::string_view flat, std::size_t column, std::size_t width) {
  std::string out;
  append_wrapped(out, flat, column, width);
  return out;
}

}  // namespace entente::json
