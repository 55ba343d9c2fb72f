// RFC 8259, on one line: values within lists and objects as deep as readers go.

#include "model/json_form.hpp"

#include <charconv>
#include <cstddef>

#include <entente/base/read_number.hpp>

namespace entente {
namespace {

constexpr std::size_t most_deep = 507;  // ReadLimits::depth without what evidence stands in

class JsonForm {
 public:
  explicit JsonForm(std::string_view text) : text_(text) {}

  [[nodiscard]] std::string fault() {
    const bool is_value = value(0) && is_over();
    if (too_deep_) return "is nested more than " + std::to_string(most_deep) + " deep";
    return is_value ? "" : "is not JSON on one line";
  }

 private:
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool accept(char wanted) {
    if (peek() != wanted) return false;
    ++at_;
    return true;
  }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r') ++at_;
  }
  bool is_over() {
    skip_blanks();
    return at_ == text_.size();
  }
  /// After a value within brackets: a comma, or the end of them.
  bool accept_after_value(char wanted) {
    skip_blanks();
    return accept(wanted);
  }

  bool value(std::size_t depth) {
    too_deep_ = too_deep_ || depth > most_deep;
    if (too_deep_) return false;
    skip_blanks();
    switch (peek()) {
      case '{':
        return members('}', depth, [&] {
          skip_blanks();
          return text() && accept_after_value(':') && value(depth + 1);
        });
      case '[':
        return members(']', depth, [&] { return value(depth + 1); });
      case '"':
        return text();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  template <class Member>
  bool members(char close, std::size_t depth, Member member) {
    ++at_;
    too_deep_ = too_deep_ || depth + 1 > most_deep;
    if (accept_after_value(close)) return !too_deep_;
    do
      if (!member()) return false;
    while (accept_after_value(','));
    return accept(close);
  }

  bool word(std::string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }

  bool text() {
    if (!accept('"')) return false;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c == '\\' && !escape()) return false;
    }
    return false;
  }

  bool escape() {
    const char c = peek();
    ++at_;
    if (c != 'u')
      return c != '\0' && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
    unsigned unit = 0;
    if (!code_unit(unit) || is_low(unit)) return false;
    if (!is_high(unit)) return true;
    return accept('\\') && accept('u') && code_unit(unit) && is_low(unit);
  }

  static bool is_high(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
  static bool is_low(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

  bool code_unit(unsigned& unit) {
    const std::string_view digits = text_.substr(at_, 4);
    const auto [end, wrong] =
        std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    at_ += digits.size();
    return wrong == std::errc() && digits.size() == 4 && end == digits.data() + 4 &&
           digits.front() != '-';
  }

  bool digits() {
    const std::size_t first = at_;
    while (peek() >= '0' && peek() <= '9') ++at_;
    return at_ > first;
  }

  bool number() {
    const std::size_t first = at_;
    accept('-');
    if (!accept('0') && !digits()) return false;
    if (accept('.') && !digits()) return false;
    if (accept('e') || accept('E')) {
      if (!accept('+')) accept('-');
      if (!digits()) return false;
    }
    double read = 0;
    return read_number(text_.data() + first, text_.data() + at_, read).ec == std::errc();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool too_deep_ = false;
};

}  // namespace

std::string json_fault(std::string_view text) {
  return JsonForm(text).fault();
}

}  // namespace entente
