#pragma once

// Short hands for the tests of dates.

#include <ostream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <entente/time/when.hpp>

namespace entente {

inline void PrintTo(const QualifiedVerdict& answer, std::ostream* out) {
  *out << to_string(answer.verdict) << (answer.qualified ? ", qualified" : "");
}
inline void PrintTo(const Window& window, std::ostream* out) {
  *out << format(window);
}
inline void PrintTo(EndState state, std::ostream* out) {
  *out << to_string(state);
}

namespace testing_dates {

inline constexpr QualifiedVerdict yes{Verdict::yes, false};
inline constexpr QualifiedVerdict maybe{Verdict::maybe, false};
inline constexpr QualifiedVerdict no{Verdict::no, false};
inline constexpr QualifiedVerdict qualified_yes{Verdict::yes, true};
inline constexpr QualifiedVerdict qualified_maybe{Verdict::maybe, true};
inline constexpr QualifiedVerdict qualified_no{Verdict::no, true};

inline Day day(std::string_view text) {
  return Date::parse(text).lo();
}

// Is the relation of an interval type in force in that period?
inline QualifiedVerdict during(std::string_view when, std::string_view period,
                               const TimeContext& context = {}) {
  return holds_during(When::parse(when), Reading::interval, Window::parse(period), context);
}

// Is it in force throughout that period?
inline QualifiedVerdict throughout(std::string_view when, std::string_view period,
                                   const TimeContext& context = {}) {
  return holds_throughout(When::parse(when), Reading::interval, Window::parse(period), context);
}

// Did the event happen in that period?
inline QualifiedVerdict happened(std::string_view when, std::string_view period,
                                 const TimeContext& context = {}) {
  return holds_during(When::parse(when), Reading::instant, Window::parse(period), context);
}

}  // namespace testing_dates
}  // namespace entente
