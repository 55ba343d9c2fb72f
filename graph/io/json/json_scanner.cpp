/// One pass over the bytes with a stack of open brackets. The input is UTF-8 without NUL, so that
/// the NUL behind it ends every loop; what nlohmann's parser refuses is refused here too, which a
/// test over random texts compares.

#include "io/json/json_scanner.hpp"

#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <entente/base/read_number.hpp>

#include "text/utf8.hpp"

namespace entente {
namespace {

/// Bytes that end the quick way through a string: controls, the quote and the backslash.
constexpr std::array<bool, 256> special_in_strings = [] {
  std::array<bool, 256> special{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) special[byte] = true;
  special['"'] = special['\\'] = true;
  return special;
}();

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class QuickScanner {
 public:
  QuickScanner(std::string_view input, std::size_t first, std::size_t last, JsonSink& sink,
               std::size_t max_depth)
      : start_(input.data()),
        at_(input.data() + first),
        last_(input.data() + last),
        sink_(sink),
        max_depth_(max_depth) {}

  Scan scan() {
    const bool whole = whole_value();
    if (stopped_) return Scan::done;
    skip_blanks();
    return whole && at_ == last_ ? Scan::done : Scan::refused;
  }

  ElementScan elements(std::size_t stop) {
    skip_blanks();
    if (*at_ == ']') return {ElementScan::End::closed, offset(at_)};
    while (offset(at_) < stop && (taken_by_sink() || whole_value())) {
      skip_blanks();
      if (*at_ == ']') return {ElementScan::End::closed, offset(at_)};
      if (!comma()) return {};
      if (offset(at_) == stop) return {ElementScan::End::reached, stop};
    }
    return {};
  }

 private:
  [[nodiscard]] std::size_t offset(const char* at) const {
    return static_cast<std::size_t>(at - start_);
  }
  void skip_blanks() {
    while (at_ < last_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }
  bool whole_value() {
    bool go_on = value();
    while (go_on && !open_.empty()) go_on = open_.back() == '{' ? member() : element();
    return go_on;
  }
  bool taken_by_sink() {
    const char* begin = at_;
    at_ = start_ + sink_.element_ends_at(offset(at_));
    return at_ != begin;
  }
  /// Passes the sink's answer on; a sink that stops is not an error.
  bool accepted(bool go_on) {
    stopped_ = !go_on;
    return go_on;
  }

  bool open(JsonKind kind) {
    if (open_.size() >= max_depth_) return false;
    open_.push_back(*at_);
    fresh_ = true;
    if (!accepted(sink_.open(kind, offset(at_++)))) return false;
    if (kind == JsonKind::list) at_ = start_ + sink_.list_goes_on_at(offset(at_));
    return true;
  }
  bool close() {
    open_.pop_back();
    fresh_ = false;
    ++at_;
    return accepted(sink_.close());
  }

  /// What may stand behind an opening bracket or behind a value: the closing one, or the next value
  /// behind a comma. Sets `fresh_` back.
  bool member() {
    skip_blanks();
    if (*at_ == '}') return close();
    if (!fresh_ && !comma()) return false;
    fresh_ = false;
    if (at_ >= last_ || *at_ != '"') return false;
    const std::size_t place = offset(at_);
    const auto name = string();
    if (!name || !accepted(sink_.key(*name, place))) return false;
    skip_blanks();
    if (at_ >= last_ || *at_ != ':') return false;
    ++at_;
    return value();
  }
  bool element() {
    skip_blanks();
    if (*at_ == ']') return close();
    if (!fresh_ && !comma()) return false;
    fresh_ = false;
    return value();
  }
  bool comma() {
    if (at_ >= last_ || *at_ != ',') return false;
    ++at_;
    skip_blanks();
    return true;
  }

  bool value() {
    skip_blanks();
    if (at_ >= last_) return false;
    switch (*at_) {
      case '{':
        return open(JsonKind::object);
      case '[':
        return open(JsonKind::list);
      case '"':
        return text();
      case 't':
        return word("true", {.kind = JsonKind::boolean, .value = true});
      case 'f':
        return word("false", {.kind = JsonKind::boolean, .value = false});
      case 'n':
        return word("null", {});
      default:
        return number();
    }
  }

  bool word(std::string_view expected, const JsonScalar& scalar) {
    const char* begin = at_;
    if (std::string_view(at_, static_cast<std::size_t>(last_ - at_)).substr(0, expected.size()) !=
        expected)
      return false;
    at_ += expected.size();
    return accepted(sink_.value(scalar, offset(begin)));
  }

  bool text() {
    const std::size_t place = offset(at_);
    const auto content = string();
    return content && accepted(sink_.value({.kind = JsonKind::text, .text = *content}, place));
  }

  /// The content of a string, where it stands unless something in it is escaped.
  std::optional<std::string_view> string() {
    const char* begin = ++at_;
    while (!special_in_strings[static_cast<unsigned char>(*at_)]) ++at_;
    if (*at_ == '"') return std::string_view(begin, static_cast<std::size_t>(at_++ - begin));
    unescaped_.assign(begin, at_);
    while (*at_ == '\\') {
      if (!escape()) return std::nullopt;
      begin = at_;
      while (!special_in_strings[static_cast<unsigned char>(*at_)]) ++at_;
      unescaped_.append(begin, at_);
    }
    if (*at_ != '"') return std::nullopt;
    ++at_;
    return unescaped_;
  }

  bool escape() {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const char letter = at_[1];
    if (letter == 'u') return unicode_escape();
    const std::size_t index = letter == '\0' ? letters.npos : letters.find(letter);
    if (index == letters.npos) return false;
    unescaped_ += meanings[index];
    at_ += 2;
    return true;
  }

  bool unicode_escape() {
    auto unit = code_unit();
    if (!unit || (*unit >= 0xDC00 && *unit < 0xE000)) return false;
    if (*unit >= 0xD800 && *unit < 0xDC00) {
      const auto low = at_[0] == '\\' && at_[1] == 'u' ? code_unit() : std::nullopt;
      if (!low || *low < 0xDC00 || *low >= 0xE000) return false;
      unit = 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
    }
    append_utf8(unescaped_, static_cast<char32_t>(*unit));
    return true;
  }

  /// The four digits behind `\u`.
  std::optional<std::uint32_t> code_unit() {
    constexpr int digits = 4;
    std::uint32_t unit = 0;
    at_ += 2;
    for (int i = 0; i < digits; ++i) {
      const char c = *at_;
      const int digit = is_digit(c)            ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return std::nullopt;
      unit = unit * 16 + static_cast<std::uint32_t>(digit);
      ++at_;
    }
    return unit;
  }

  bool digits() {
    const char* begin = at_;
    while (is_digit(*at_)) ++at_;
    return at_ > begin;
  }

  bool number() {
    const char* begin = at_;
    if (*at_ == '-') ++at_;
    const bool leading_zero = *at_ == '0';
    const char* integer = at_;
    if (!digits() || (leading_zero && at_ - integer > 1)) return false;
    bool is_integer = true;
    if (*at_ == '.') {
      is_integer = false;
      ++at_;
      if (!digits()) return false;
    }
    if (*at_ == 'e' || *at_ == 'E') {
      is_integer = false;
      ++at_;
      if (*at_ == '+' || *at_ == '-') ++at_;
      if (!digits()) return false;
    }
    return is_integer ? integer_value(begin) : real_value(begin);
  }

  /// Integers beyond 64 bits and reals out of range are left to the parser that has words for them.
  bool integer_value(const char* begin) {
    std::int64_t value = 0;
    if (std::from_chars(begin, at_, value).ec == std::errc())
      return accepted(sink_.value({.kind = JsonKind::integer, .value = value}, offset(begin)));
    std::uint64_t large = 0;
    if (std::from_chars(begin, at_, large).ec != std::errc()) return false;
    return accepted(
        sink_.value({.kind = JsonKind::unsigned_integer, .value = large}, offset(begin)));
  }
  bool real_value(const char* begin) {
    double value = 0;
    if (read_number(begin, at_, value).ec != std::errc()) return false;
    const std::string_view text(begin, static_cast<std::size_t>(at_ - begin));
    return accepted(
        sink_.value({.kind = JsonKind::real, .text = text, .value = value}, offset(begin)));
  }

  const char* start_;
  const char* at_;
  const char* last_;
  JsonSink& sink_;
  std::size_t max_depth_;
  std::vector<char> open_;
  bool fresh_ = false;    // directly behind an opening bracket
  bool stopped_ = false;  // by the sink
  std::string unescaped_;
};

}  // namespace

Scan scan_json(std::string_view input, std::size_t first, std::size_t last, JsonSink& sink,
               std::size_t max_depth) {
  return QuickScanner(input, first, last, sink, max_depth).scan();
}

ElementScan scan_elements(std::string_view input, std::size_t first, std::size_t stop,
                          JsonSink& sink, std::size_t max_depth) {
  return QuickScanner(input, first, input.size(), sink, max_depth).elements(stop);
}

}  // namespace entente
