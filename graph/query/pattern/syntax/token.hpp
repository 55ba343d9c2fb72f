#pragma once

/// The words and signs of a query.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/pattern/syntax/span.hpp"

namespace entente::query {

enum class TokenKind : std::uint8_t {
  word,     ///< a name or a keyword
  quoted,   ///< a name in backticks
  integer,  ///< `text` has its digits, base included: 12, 0x1f, 0o17
  real,
  string,     ///< `text` is what it says
  parameter,  ///< `text` is its name
  sign,       ///< punctuation
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text = {};
  Span where = {};
};

/// @throws QueryError for what is no token. The last token is `end`.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

/// Whether two words are the same but for ASCII case.
[[nodiscard]] bool is_word(std::string_view word, std::string_view upper_case);

}  // namespace entente::query
