#include "io/json/when_reader.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <entente/time/date_error.hpp>

namespace entente {
namespace {

constexpr std::array<std::string_view, 2> when_members = {"start", "end"};

constexpr std::string_view date_hint = "dates are EDTF texts such as \"2014-05\" or \"2014/..\"";

enum class DateFault : std::uint8_t { malformed, reversed };

bool is_date(const std::string& text) {
  try {
    (void)When::parse(text);
    return true;
  } catch (const DateError&) {
    return false;
  }
}

void report_date(MemberReader& read, JsonValue value, const DateError& error, DateFault fault) {
  const bool reversed = fault == DateFault::reversed;
  const bool unsupported = error.kind() == DateError::Kind::unsupported;
  const std::size_t column = reversed ? 0 : error.column() - 1;
  read.error(value.at_byte(column),
             {reversed      ? "start-after-end"
              : unsupported ? "unsupported-date"
                            : "bad-date",
              "`" + shortened(value.text()) + "`: " + error.reason(),
              reversed                 ? "exchange the two ends, or mend the one that is wrong"
              : error.advice().empty() ? std::string(date_hint)
                                       : error.advice()});
}

std::optional<When> when_text(MemberReader& read, JsonValue value) {
  if (!read.expect(value, JsonKind::text, date_hint)) return std::nullopt;
  const std::string_view text = value.text();
  try {
    return When::parse(text);
  } catch (const DateError& error) {
    const std::size_t slash = text.find('/');
    const bool reversed = slash != text.npos && is_date(std::string(text.substr(0, slash + 1))) &&
                          is_date(std::string(text.substr(slash)));
    report_date(read, value, error, reversed ? DateFault::reversed : DateFault::malformed);
  }
  return std::nullopt;
}

std::optional<When> between(MemberReader& read, JsonValue start, JsonValue end) {
  DateFault fault = DateFault::malformed;
  JsonValue at_fault = start;
  try {
    (void)When::between(start.text(), "");
    at_fault = end;
    (void)When::between("", end.text());
    fault = DateFault::reversed;
    return When::between(start.text(), end.text());
  } catch (const DateError& error) {
    report_date(read, at_fault, error, fault);
  }
  return std::nullopt;
}

std::optional<When> when_object(MemberReader& read, JsonValue value) {
  std::optional<JsonValue> start;
  std::optional<JsonValue> end;
  const auto seen = read.members(value, when_members, [&](std::size_t index, JsonValue member) {
    if (read.expect(member, JsonKind::text, date_hint)) (index == 0 ? start : end) = member;
  });
  read.refuse_foreign(value, when_members);
  read.require(value, "the date", seen, when_members, {0, 1});
  if (!start || !end) return std::nullopt;
  return between(read, *start, *end);
}

}  // namespace

std::optional<When> read_when(MemberReader& read, JsonValue value) {
  if (value.kind() == JsonKind::null) return std::nullopt;
  if (value.kind() == JsonKind::object) return when_object(read, value);
  return when_text(read, value);
}

}  // namespace entente
