#pragma once

/// Long lists and texts are copied a piece at a time, with a look at the limits between.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "query/pattern/evaluator.hpp"

namespace entente::query {

/// Adds the items of [first, last), in this order.
template <typename Iterator>
void add_in_pieces(const Evaluator& evaluator, const Expr& expr, List& to, Iterator first,
                   Iterator last) {
  constexpr std::ptrdiff_t piece = 4096;
  while (first != last) {
    const Iterator end = first + std::min<std::ptrdiff_t>(piece, last - first);
    evaluator.subqueries().tick(expr, static_cast<std::size_t>(end - first));
    to.insert(to.end(), first, end);
    first = end;
  }
}

/// A byte costs far less than an item does.
inline void tick_bytes(const Evaluator& evaluator, const Expr& expr, std::size_t bytes) {
  constexpr std::size_t bytes_an_item = 128;
  evaluator.subqueries().tick(expr, bytes / bytes_an_item + 1);
}

inline void add_in_pieces(const Evaluator& evaluator, const Expr& expr, std::string& to,
                          std::string_view text) {
  constexpr std::size_t piece = std::size_t{1} << 20U;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    const std::string_view part = text.substr(at, piece);
    tick_bytes(evaluator, expr, part.size());
    to += part;
  }
}

}  // namespace entente::query
