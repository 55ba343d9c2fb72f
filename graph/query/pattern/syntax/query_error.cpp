// Errors with their line, column and caret.

#include <algorithm>

#include <fmt/format.h>

#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>
#include <entente/text/width.hpp>

#include "query/pattern/syntax/span.hpp"

namespace entente::query {
namespace {

bool is_inside_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_inside_character(c); }));
}

std::string_view line_of(std::string_view text, std::size_t line) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line && begin <= text.size(); ++i) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  std::string_view rest = text.substr(std::min(begin, text.size()));
  return rest.substr(0, rest.find('\n'));
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && (count > 0 || is_inside_character(text[at]))) {
    if (!is_inside_character(text[at])) --count;
    ++at;
  }
  return text.substr(0, at);
}

/// The longest end of a text that fits so many columns, with `…` before it; all of it if it fits.
std::string end_to_width(const std::string& text, std::size_t width) {
  if (display_width(text) <= width) return text;
  std::size_t begin = text.size();
  for (std::size_t at = text.size(); at-- > 0;) {
    if (is_inside_character(text[at])) continue;
    const std::string_view end = std::string_view(text).substr(at);
    if (display_width(end) + 1 > width) break;
    // A character is not cut from its marks.
    if (display_width(first_characters(end, 1)) > 0) begin = at;
  }
  return "…" + text.substr(begin);
}

/// The line and, below it, carets under the place. Of a long line what stands around the place.
std::string pointed_at(std::string_view text, const Fault& fault) {
  constexpr std::size_t most_columns = 100;
  constexpr std::size_t most_before = 40;
  constexpr std::size_t most_there = 40;
  const std::string_view line = line_of(text, fault.line);
  const std::string_view before = first_characters(line, fault.column - 1);
  const std::string_view there =
      first_characters(line.substr(before.size()), std::max<std::size_t>(fault.length, 1));
  std::string shown_before = terminal_safe(before);
  std::string shown_there = terminal_safe(there);
  std::string shown_after = terminal_safe(line.substr(before.size() + there.size()));
  if (display_width(shown_before + shown_there + shown_after) > most_columns) {
    if (display_width(shown_there) > most_there) shown_after.clear();
    shown_before = end_to_width(shown_before, most_before);
    shown_there = truncate_to_width(shown_there, most_there);
    shown_after = truncate_to_width(
        shown_after, most_columns - display_width(shown_before) - display_width(shown_there));
  }
  const std::size_t carets = std::max<std::size_t>(display_width(shown_there), 1);
  return fmt::format("\n  {}{}{}\n  {}{}", shown_before, shown_there, shown_after,
                     std::string(display_width(shown_before), ' '), std::string(carets, '^'));
}

std::string words_of(const Fault& fault, std::string_view text) {
  std::string words = fault.line == 0 ? fmt::format("{}: {}", fault.code, fault.message)
                                      : fmt::format("query:{}:{}: {}: {}", fault.line, fault.column,
                                                    fault.code, fault.message);
  if (fault.line != 0) words += pointed_at(text, fault);
  if (!fault.hint.empty()) words += "\n  hint: " + fault.hint;
  return words;
}

}  // namespace

QueryError::QueryError(Fault fault, std::string_view text)
    : Error(fault.phase == Phase::compile_time ? Exit::usage : Exit::bad_data, "query",
            words_of(fault, text)),
      fault_(std::move(fault)) {}

std::string QueryError::json() const {
  JsonText json;
  json.open_object().key("error").open_object();
  json.member("phase", to_string(fault_.phase))
      .member("type", fault_.type)
      .member("code", fault_.code)
      .member("message", fault_.message)
      .member("line", fault_.line)
      .member("column", fault_.column)
      .member("length", fault_.length)
      .key("hint");
  if (fault_.hint.empty())
    json.null();
  else
    json.value(fault_.hint);
  return json.close_object().close_object().str();
}

void fail(std::string_view text, Phase phase, std::string type, std::string code, Span where,
          std::string message, std::string hint) {
  const std::size_t begin = std::min(where.begin, text.size());
  const std::string_view before = text.substr(0, begin);
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  std::string_view there = text.substr(begin, std::max(where.end, begin) - begin);
  there = there.substr(0, there.find('\n'));
  Fault fault{.phase = phase,
              .type = std::move(type),
              .code = std::move(code),
              .message = std::move(message),
              .line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
              .column = characters(before.substr(line_begin)) + 1,
              .length = std::max<std::size_t>(characters(there), 1),
              .hint = std::move(hint)};
  throw QueryError(std::move(fault), text);
}

void refuse_syntax(std::string_view text, std::string code, Span where, std::string message,
                   std::string hint) {
  fail(text, Phase::compile_time, "SyntaxError", std::move(code), where, std::move(message),
       std::move(hint));
}

}  // namespace entente::query
