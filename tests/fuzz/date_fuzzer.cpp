// Dates from untrusted input: whatever the bytes, there is a date whose answers agree with each
// other, or a DateError that points into the text.
//
// The input is an expression; a line break splits it into the two ends of an object.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include <entente/time/allen.hpp>
#include <entente/time/when.hpp>

namespace entente {
namespace {

void require(bool holds, std::string_view claim, std::string_view input) {
  if (holds) return;
  std::cerr << "does not hold: " << claim << "\nfor: " << input << '\n';
  std::abort();
}

#define REQUIRE(claim, input) require((claim), #claim, (input))

bool is_harmless(std::string_view message) {
  return std::none_of(message.begin(), message.end(),
                      [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; });
}

// Calls `parse`; true if the text is a date.
template <class Parse>
bool is_date(std::string_view text, Parse parse) {
  try {
    parse();
    return true;
  } catch (const DateError& error) {
    REQUIRE(error.column() >= 1, text);
    REQUIRE(error.column() <= text.size() + 1, text);
    REQUIRE(error.exit_code() == 64, text);
    REQUIRE(is_harmless(error.what()), text);
    REQUIRE(!error.reason().empty(), text);
    return false;
  }
}

void check_answers(const When& when, Reading reading, const Window& w, std::string_view text) {
  const QualifiedVerdict during = holds_during(when, reading, w);
  const QualifiedVerdict throughout = holds_throughout(when, reading, w);
  const QualifiedVerdict inside = within(when, reading, w);
  REQUIRE(throughout.verdict <= during.verdict, text);
  REQUIRE(inside.verdict <= during.verdict, text);
  if (w.is_one_day()) {
    REQUIRE(throughout.verdict == during.verdict, text);
  }
  if (!when.qualified()) {
    REQUIRE(!during.qualified && !throughout.qualified && !inside.qualified, text);
  }
  if (when.decided_by_bounds(reading)) {
    REQUIRE(overlaps(when.bounds(reading), w) == during, text);
  }
  const TimeContext context{.observed_through = Day{0}, .ends_by = w.last};
  const Verdict narrowed = holds_during(when, reading, w, context).verdict;
  REQUIRE(narrowed <= during.verdict || during.verdict == Verdict::maybe, text);
}

void check_when(const When& when, std::string_view text) {
  const When again = When::from_text(when.text());
  REQUIRE(again == when, text);
  REQUIRE(!sorts_before(when, again) && !sorts_before(again, when), text);
  const auto earliest = when.earliest();
  const auto latest = when.latest();
  REQUIRE(!earliest || !latest || *earliest <= *latest, text);
  for (const Reading reading : {Reading::interval, Reading::instant}) {
    const Bounds bounds = when.bounds(reading);
    REQUIRE(bounds.consistent(), text);
    REQUIRE(tightened(bounds) == bounds, text);
    REQUIRE(again.bounds(reading) == bounds, text);
    REQUIRE(when.start(reading).state() == when.start_state(reading) ||
                when.text().find("..") != std::string::npos,
            text);
    const Day somewhere = earliest.value_or(latest.value_or(Day(0)));
    const Day near_end = std::min(calendar_last, somewhere + 40);
    check_answers(when, reading, Window::on(somewhere), text);
    check_answers(when, reading, {somewhere, near_end}, text);
    check_answers(when, reading, {day_min, somewhere}, text);
    check_answers(when, reading, {somewhere, latest.value_or(day_max)}, text);
    check_answers(when, reading, {}, text);
    const When year = When::parse("2014?/2016");
    const ReadWhen read{when, reading};
    REQUIRE(overlaps(read, ReadWhen{year}) == overlaps(ReadWhen{year}, read), text);
    REQUIRE(overlaps(read, read).possible(), text);
    const Duration days = duration(read);
    REQUIRE(!days.most || (days.least && *days.least <= *days.most), text);
    if (reading == Reading::interval) {
      REQUIRE(allen(bounds, bounds).has(Allen::equals), text);
    }
  }
}

void fuzz(std::string_view text) {
  const bool valid = is_date(text, [&] {
    const When when = When::parse(text);
    REQUIRE(when.text() == text, text);
    REQUIRE(!when.is_object_form(), text);
    check_when(when, text);
  });
  const bool is_one_date = is_date(text, [&] { REQUIRE(Date::parse(text).text() == text, text); });
  const bool is_interval = is_date(text, [&] {
    REQUIRE(Interval::parse(text).bounds() == When::parse(text).bounds(Reading::interval), text);
  });
  const bool is_set = is_date(text, [&] { REQUIRE(DateSet::parse(text).text() == text, text); });
  REQUIRE(valid == (is_one_date || is_interval || is_set), text);
  is_date(text, [&] { REQUIRE(Window::parse(text).first <= Window::parse(text).last, text); });
}

void fuzz_ends(std::string_view start, std::string_view end, std::string_view text) {
  is_date(text, [&] { check_when(When::between(start, end), text); });
}

}  // namespace
}  // namespace entente

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t line = text.find('\n');
  entente::fuzz(text.substr(0, line));
  if (line != std::string_view::npos) {
    entente::fuzz_ends(text.substr(0, line), text.substr(line + 1), text);
  }
  return 0;
}
