// From the text of a query to its tokens.

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "query/pattern/syntax/token.hpp"
#include "text/utf8.hpp"

namespace entente::query {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_high(c);
}

bool continues_name(char c) {
  return begins_name(c) || is_digit(c);
}

/// What looks like a sign of the language and is none: dashes, quotes, spaces of typography.
struct LookAlike {
  std::string_view bytes;
  std::string_view instead;
};
constexpr std::array<LookAlike, 13> look_alikes = {{{"\xE2\x80\x90", "-"},
                                                    {"\xE2\x80\x91", "-"},
                                                    {"\xE2\x80\x92", "-"},
                                                    {"\xE2\x80\x93", "-"},
                                                    {"\xE2\x80\x94", "-"},
                                                    {"\xE2\x88\x92", "-"},
                                                    {"\xE2\x80\x98", "'"},
                                                    {"\xE2\x80\x99", "'"},
                                                    {"\xE2\x80\x9C", "\""},
                                                    {"\xE2\x80\x9D", "\""},
                                                    {"\xEF\xBC\x88", "("},
                                                    {"\xEF\xBC\x89", ")"},
                                                    {"\xEF\xBC\x8C", ","}}};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> all() {
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) one();
    tokens_.push_back({TokenKind::end, "", {text_.size(), text_.size()}});
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void add(TokenKind kind, std::size_t begin, std::string text) {
    tokens_.push_back({kind, std::move(text), {begin, at_}});
  }
  [[noreturn]] void refuse(const char* code, Span where, std::string message,
                           std::string hint = {}) const {
    refuse_syntax(text_, code, where, std::move(message), std::move(hint));
  }

  void skip_blanks() {
    for (;;) {
      const char c = peek();
      if (at_ < text_.size() && (c == ' ' || (c >= '\t' && c <= '\r'))) {
        ++at_;
      } else if (text_.substr(at_, 2) == "\xC2\xA0") {
        at_ += 2;
      } else if (text_.substr(at_, 3) == "\xE3\x80\x80") {  // the ideographic space
        at_ += 3;
      } else if (c == '/' && peek(1) == '/') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '/' && peek(1) == '*') {
        const std::size_t end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos)
          refuse("UnexpectedSyntax", {at_, at_ + 2}, "this comment has no end",
                 "write */ behind it");
        at_ = end + 2;
      } else {
        return;
      }
    }
  }

  void one() {
    const char c = peek();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)) && !follows_dot())) return number();
    if (c == '\'' || c == '"') return string(c);
    if (c == '`') return add_quoted(TokenKind::quoted);
    if (c == '$') return parameter();
    for (const LookAlike& like : look_alikes)
      if (text_.substr(at_, like.bytes.size()) == like.bytes)
        refuse("InvalidUnicodeCharacter", {at_, at_ + like.bytes.size()},
               "this character only looks like one of the language",
               "write " + std::string(like.instead));
    if (begins_name(c)) return name();
    sign();
  }

  /// `1..2` is a range: its second point begins no number.
  [[nodiscard]] bool follows_dot() const { return at_ > 0 && text_[at_ - 1] == '.'; }

  void name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && continues_name(peek())) ++at_;
    add(TokenKind::word, begin, std::string(text_.substr(begin, at_ - begin)));
  }

  std::string in_backticks() {
    const std::size_t begin = at_++;
    std::string name;
    for (;; ++at_) {
      if (at_ >= text_.size())
        refuse("UnexpectedSyntax", {begin, text_.size()}, "this name has no end",
               "write ` behind it");
      if (peek() == '`' && peek(1) != '`') break;
      if (peek() == '`') ++at_;
      name += peek();
    }
    ++at_;
    return name;
  }

  void add_quoted(TokenKind kind) {
    const std::size_t begin = at_;
    std::string name = in_backticks();
    add(kind, begin, std::move(name));
  }

  void parameter() {
    const std::size_t begin = at_++;
    if (peek() == '`') {
      std::string name = in_backticks();
      return add(TokenKind::parameter, begin, std::move(name));
    }
    while (at_ < text_.size() && continues_name(peek())) ++at_;
    if (at_ == begin + 1)
      refuse("UnexpectedSyntax", {begin, at_}, "a parameter has a name", "write $name");
    add(TokenKind::parameter, begin, std::string(text_.substr(begin + 1, at_ - begin - 1)));
  }

  void number() {
    const std::size_t begin = at_;
    TokenKind kind = TokenKind::integer;
    const char base = ascii_lower(peek(1));
    if (peek() == '0' && (base == 'x' || base == 'o')) {
      at_ += 2;
      const std::size_t digits = at_;
      while (base == 'x' ? is_hex(peek()) : peek() >= '0' && peek() <= '7') ++at_;
      if (at_ == digits) {
        while (at_ < text_.size() && continues_name(peek())) ++at_;
        refuse_number(begin);
      }
    } else {
      while (is_digit(peek())) ++at_;
      if (peek() == '.' && is_digit(peek(1))) {
        kind = TokenKind::real;
        ++at_;
        while (is_digit(peek())) ++at_;
      }
      if (peek() == 'e' || peek() == 'E') {
        const std::size_t sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
        if (is_digit(peek(1 + sign))) {
          kind = TokenKind::real;
          at_ += 2 + sign;
          while (is_digit(peek())) ++at_;
        }
      }
    }
    at_ = std::min(at_, text_.size());
    const std::size_t number_end = at_;
    while (at_ < text_.size() && continues_name(peek())) ++at_;
    const std::string digits(text_.substr(begin, at_ - begin));
    if (at_ != number_end) refuse_number(begin);
    add(kind, begin, digits);
  }

  [[noreturn]] void refuse_number(std::size_t begin) const {
    refuse("InvalidNumberLiteral", {begin, at_},
           "'" + std::string(text_.substr(begin, at_ - begin)) + "' is no number",
           "a number is written 12, 0x1f, 0o17, 1.5 or 1e9");
  }

  void string(char quote) {
    const std::size_t begin = at_++;
    std::string text;
    while (peek() != quote || at_ >= text_.size()) {
      if (at_ >= text_.size())
        refuse("UnexpectedSyntax", {begin, begin + 1}, "this text has no end",
               std::string("write ") + quote + " behind it");
      if (peek() == '\\')
        escape(text);
      else
        text += text_[at_++];
    }
    ++at_;
    add(TokenKind::string, begin, std::move(text));
  }

  void escape(std::string& text) {
    const std::size_t begin = at_++;
    const char c = peek();
    constexpr std::string_view letters = "\\'\"`bfnrt0";
    constexpr std::string_view means("\\'\"`\b\f\n\r\t\0", 10);
    if (c == 'u' || c == 'U') {
      ++at_;
      return unicode(text, begin, c == 'u' ? 4 : 8);
    }
    const std::size_t index = letters.find(c);
    if (at_ >= text_.size() || index == std::string_view::npos)
      refuse("UnexpectedSyntax", {begin, std::min(at_ + 1, text_.size())},
             "a text has no such escape", R"(a backslash itself is written \\)");
    text += means[index];
    ++at_;
  }

  std::uint32_t hex_digits(std::size_t begin, std::size_t count) {
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < count; ++i, ++at_) {
      if (!is_hex(peek()))
        refuse("InvalidUnicodeLiteral", {begin, at_},
               "an escape of Unicode has " + std::to_string(count) + " hexadecimal digits",
               R"(write \u00e9 or \U0001F600)");
      const char c = ascii_lower(peek());
      code = code * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return code;
  }

  void unicode(std::string& text, std::size_t begin, std::size_t count) {
    std::uint32_t code = hex_digits(begin, count);
    if (code >= 0xD800 && code < 0xDC00 && peek() == '\\' && peek(1) == 'u') {
      at_ += 2;
      const std::uint32_t low = hex_digits(begin, 4);
      if (low >= 0xDC00 && low < 0xE000) code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
      refuse("InvalidUnicodeLiteral", {begin, at_}, "Unicode has no such character");
    append_utf8(text, code);
  }

  void sign() {
    static constexpr std::array<std::string_view, 7> pairs = {"<>", "<=", ">=", "=~",
                                                              "..", "!=", "=="};
    for (const std::string_view pair : pairs)
      if (text_.substr(at_, 2) == pair) {
        if (pair == "!=" || pair == "==")
          refuse("UnexpectedSyntax", {at_, at_ + 2}, "there is no operator " + std::string(pair),
                 pair == "!=" ? "write <>" : "write =");
        at_ += 2;
        return add(TokenKind::sign, at_ - 2, std::string(pair));
      }
    const bool behind_edge =
        !tokens_.empty() &&
        (tokens_.back().text == ">" || tokens_.back().text == "-" || tokens_.back().text == ")");
    if (peek() == '~' || (peek() == '?' && behind_edge))
      refuse("UnsupportedFeature", {at_, at_ + 1},
             std::string(peek() == '~' ? "an edge with ~" : "the quantifier ?") +
                 " is not part of these queries",
             peek() == '~' ? "write -[…]- for edges of either direction" : "write {0,1}");
    if (peek() == '*' && peek(1) == '*')
      refuse("UnsupportedFeature", {at_, at_ + 2}, "** is not part of these queries",
             "write a ^ b");
    constexpr std::string_view signs = "()[]{}<>=+-*/%^.,:;|&!";
    if (signs.find(peek()) == std::string_view::npos || peek() == '\0')
      refuse("UnexpectedSyntax", {at_, at_ + 1}, "a query has no such character here",
             "a text stands in quotes, a name with such characters in backticks");
    ++at_;
    add(TokenKind::sign, at_ - 1, std::string(text_.substr(at_ - 1, 1)));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  return Lexer(text).all();
}

bool is_word(std::string_view word, std::string_view upper_case) {
  if (word.size() != upper_case.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (ascii_lower(word[i]) != ascii_lower(upper_case[i])) return false;
  return true;
}

}  // namespace entente::query
