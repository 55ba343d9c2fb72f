#pragma once

/// Places in the text of a query, and errors at them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <entente/query/query_error.hpp>

namespace entente::query {

/// Bytes [begin, end) of the text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] Span to(Span last) const { return {begin, last.end}; }
};

/// Throws a QueryError about a place in the text.
[[noreturn]] void fail(std::string_view text, Phase phase, std::string type, std::string code,
                       Span where, std::string message, std::string hint = {});

/// Throws a SyntaxError of compile time.
[[noreturn]] void refuse_syntax(std::string_view text, std::string code, Span where,
                                std::string message, std::string hint = {});

}  // namespace entente::query
