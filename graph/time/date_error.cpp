#include <string>

#include <fmt/format.h>

#include <entente/time/date_error.hpp>

namespace entente {

namespace {

constexpr std::size_t longest_quote = 60;

// The expression for people: its end left out if long, bytes that are no plain ASCII as \xNN.
std::string quoted(std::string_view expression) {
  std::string text = "'";
  for (const char c : expression.substr(0, longest_quote)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7f) {
      text += c;
    } else {
      text += fmt::format("\\x{:02X}", byte);
    }
  }
  return text + (expression.size() > longest_quote ? "…'" : "'");
}

std::string message(DateError::Kind kind, std::string_view expression, std::size_t column,
                    const std::string& reason, const std::string& advice) {
  const char* what = kind == DateError::Kind::invalid       ? "invalid date"
                     : kind == DateError::Kind::unsupported ? "unsupported date"
                                                            : "not a period:";
  return fmt::format("{} {}, column {}: {}{}{}", what, quoted(expression), column, reason,
                     advice.empty() ? "" : "; ", advice);
}

const char* code_of(DateError::Kind kind) {
  return kind == DateError::Kind::invalid       ? "invalid-date"
         : kind == DateError::Kind::unsupported ? "unsupported-date"
                                                : "period";
}

}  // namespace

DateError::DateError(Kind kind, std::string_view expression, std::size_t column,
                     const std::string& reason, const std::string& advice)
    : Error(Exit::usage, code_of(kind), message(kind, expression, column, reason, advice)),
      kind_(kind),
      column_(column),
      reason_(reason),
      advice_(advice) {}

}  // namespace entente
