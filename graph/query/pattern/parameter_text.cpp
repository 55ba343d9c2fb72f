// A parameter's value as it is typed: a value as in a query, or JSON, or a text.

#include <algorithm>
#include <optional>
#include <string>

#include <entente/error.hpp>
#include <entente/query/pattern.hpp>
#include <entente/text/safe.hpp>

#include "query/pattern/no_subqueries.hpp"
#include "query/pattern/row.hpp"
#include "query/pattern/stores.hpp"
#include "query/pattern/syntax/parser.hpp"
#include "text/shortened.hpp"

namespace entente::query {
namespace {

bool is_literal(const Expr& expr) {
  if (expr.kind == ExprKind::literal) return true;
  if (expr.kind != ExprKind::list && expr.kind != ExprKind::map && expr.kind != ExprKind::negate &&
      expr.kind != ExprKind::plus)
    return false;
  return std::ranges::all_of(expr.kids, [](const ExprPtr& kid) { return is_literal(*kid); });
}

/// Digits that begin with zeros, such as 007, are a code and no number.
bool is_code(std::string_view text) {
  return text.size() > 1 && text.front() == '0' &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Where a text in quotes that begins there ends, behind its quote.
std::size_t end_of_text(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != text[begin]) at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

/// Where a name in backticks that begins there ends, behind its backtick; one in it is written
/// twice, and so looks like the end of one name and the beginning of the next.
std::size_t end_of_name(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('`', begin + 1);
  return end == std::string_view::npos ? text.size() : end + 1;
}

/// The name in quotes that a JSON text holds; none if it has escapes by number.
std::optional<std::string> name_in(std::string_view quoted) {
  std::string name;
  for (std::size_t at = 1; at + 1 < quoted.size(); ++at) {
    if (quoted[at] != '\\') {
      name += quoted[at];
      continue;
    }
    constexpr std::string_view escapes = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const std::size_t which = escapes.find(quoted[++at]);
    if (which == std::string_view::npos) return std::nullopt;
    name += meant[which];
  }
  return name;
}

/// JSON puts the names of members in quotes, queries in backticks.
std::string with_plain_keys(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '"' && text[at] != '\'' && text[at] != '`') {
      plain += text[at++];
      continue;
    }
    const std::size_t end = text[at] == '`' ? end_of_name(text, at) : end_of_text(text, at);
    const std::size_t next = text.find_first_not_of(" \t\r\n", end);
    const std::string_view quoted = text.substr(at, end - at);
    const bool is_key = quoted.front() == '"' && next != std::string_view::npos &&
                        text[next] == ':' && quoted.size() >= 2;
    if (const auto name = is_key ? name_in(quoted) : std::nullopt) {
      plain += '`';
      for (const char c : *name) plain.append(c == '`' ? 2 : 1, c);
      plain += '`';
    } else {
      plain += quoted;
    }
    at = end;
  }
  return plain;
}

/// Whether a list or a map of texts was meant: it begins like one and has a double quote, or a
/// single one where a member begins. Dates such as `[2013..2014]` have none, and the apostrophes of
/// `[it's so]` stand within words.
bool means_texts(std::string_view text) {
  if (!text.starts_with('[') && !text.starts_with('{')) return false;
  if (text.find('"') != std::string_view::npos) return true;
  for (std::size_t at = text.find('\''); at != std::string_view::npos;
       at = text.find('\'', at + 1)) {
    const std::size_t before = text.find_last_not_of(" \t\r\n", at - 1);
    if (std::string_view("[{,:").find(text[before]) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

Value parameter_from(std::string_view text) {
  if (is_code(text)) return Value(text);
  try {
    const std::string query = "RETURN " + with_plain_keys(text);
    const Query parsed = parse_query(query);
    const Body& body = *parsed.parts[0].body;
    const bool is_one = parsed.parts.size() == 1 && parsed.parts[0].clauses.empty() &&
                        body.items.size() == 1 && !body.items[0].has_alias && body.order.empty() &&
                        !body.skip && !body.limit && !body.distinct;
    if (is_one && is_literal(*body.items[0].value)) {
      const Source nothing{PropertyGraph{}};
      const Parameters none;
      const RunOptions options;
      NoSubqueries no_subqueries;
      Row row;
      return Evaluator(nothing.store(), query, none, options, no_subqueries)
          .value(*body.items[0].value, row);
    }
  } catch (const QueryError& error) {
    // A number it is, and another one than any value.
    if (error.fault().code == "IntegerOverflow" || error.fault().code == "FloatingPointOverflow")
      throw;
  }
  if (means_texts(text))
    throw InvalidArgument("bad-parameter",
                          "this is no list and no map: " + terminal_safe(shortened(text)) +
                              "\nwrite JSON, or a value as in a query: [1, 'text'], {k: true}");
  return Value(text);
}

}  // namespace entente::query
