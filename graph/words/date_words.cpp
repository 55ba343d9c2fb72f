#include "words/date_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/time/date.hpp>
#include <entente/time/date_set.hpp>
#include <entente/time/endpoint.hpp>

#include "words/masked_words.hpp"
#include "words/wording.hpp"

namespace entente {

namespace {

using W = SentenceWord;

constexpr std::size_t npos = std::string_view::npos;

bool is_uncertain(Qualifier qualifier) {
  return qualifier == Qualifier::uncertain || qualifier == Qualifier::both;
}

bool is_approximate(Qualifier qualifier) {
  return qualifier == Qualifier::approximate || qualifier == Qualifier::both;
}

/// A date without the marks of doubt and without its time of day.
std::string bare(std::string_view text) {
  std::string kept(text.substr(0, text.find('T')));
  std::erase_if(kept, [](char c) { return c == '?' || c == '~' || c == '%'; });
  return kept;
}

/// How far a date as written goes, its unknown digits counted.
Precision precision_of(std::string_view text) {
  const std::string date = bare(text);
  const auto hyphens = std::count(date.begin() + 1, date.end(), '-');
  return hyphens == 0 ? Precision::year : hyphens == 1 ? Precision::month : Precision::day;
}

/// "11:37 (UTC+09:00)".
std::string clock_text(const ClockTime& clock) {
  std::string text = fmt::format("{:02}:{:02}", clock.hour, clock.minute);
  if (clock.second != 0) text += fmt::format(":{:02}", clock.second);
  if (!clock.utc_offset_minutes) return text;
  const int minutes = *clock.utc_offset_minutes;
  const int size = minutes < 0 ? -minutes : minutes;
  return text + fmt::format(" (UTC{}{:02}:{:02})", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

/// The word of those for years, months and days.
W by_precision(W of_years, Precision precision) {
  const auto step = precision == Precision::year ? 0 : precision == Precision::month ? 1 : 2;
  return static_cast<W>(static_cast<int>(of_years) + step);
}

/// A date as a noun, with what decides on the words before it.
struct DateNoun {
  std::string text;
  Precision precision = Precision::year;
  bool uncertain = false;
};

class Phrasing {
 public:
  explicit Phrasing(const SentenceVoice& voice) : voice_(voice) {}

  std::string interval(const When& when) const {
    const Endpoint start = when.start(Reading::interval);
    const Endpoint end = when.end(Reading::interval);
    const bool begins = start.state() == EndState::known;
    const bool ends = end.state() == EndState::known;
    if (begins && ends) return from_to(start, end, W::from_to);
    if (begins)
      return with_doubt(end.state() == EndState::open ? W::since_endless : W::since, noun(start));
    const bool no_beginning = start.state() == EndState::open;
    if (ends) return with_doubt(no_beginning ? W::until_beginningless : W::until, noun(end));
    if (start.state() == end.state())
      return std::string(voice_.text(no_beginning ? W::always : W::sometime));
    return std::string(
        voice_.text(no_beginning ? W::until_unknown_beginningless : W::since_unknown_endless));
  }

  /// One unknown day of an interval, which no open end limits.
  std::string day_within(const When& when) const {
    const Endpoint start = when.start(Reading::interval);
    const Endpoint end = when.end(Reading::interval);
    const bool begins = start.state() == EndState::known;
    const bool ends = end.state() == EndState::known;
    if (begins && ends) return from_to(start, end, W::some_time_within);
    if (begins) return with_doubt(W::some_time_since, noun(start));
    if (ends) return with_doubt(W::some_time_until, noun(end));
    return std::string(voice_.text(W::sometime));
  }

  std::string single(std::string_view text) const {
    if (text.starts_with('[') || text.starts_with('{')) return set_phrase(DateSet::parse(text));
    const DateNoun what = noun(Date::parse(text));
    return with_doubt(preposition(what.precision), what);
  }

 private:
  static W preposition(Precision precision) {
    return precision == Precision::day ? W::on_day : W::in_period;
  }

  /// On one day where both ends are that day.
  std::string from_to(const Endpoint& start, const Endpoint& end, W pattern) const {
    if (start.text() == end.text() && start.date() != nullptr &&
        start.date()->precision() == Precision::day)
      return single(start.text());
    return voice_.filled(
        pattern, {doubted(noun(start), W::possibly_end), doubted(noun(end), W::possibly_end)});
  }

  DateNoun noun(const Endpoint& end) const {
    return end.date() != nullptr ? noun(*end.date()) : noun(*end.one_of());
  }

  DateNoun noun(const Date& date) const {
    DateNoun result{worded(bare(date.text())), precision_of(date.text()),
                    is_uncertain(date.qualifier())};
    if (date.clock())
      result.text = voice_.filled(W::at_clock, {result.text, clock_text(*date.clock())});
    // There is nothing that an unknown date could be about.
    if (is_approximate(date.qualifier()) && date.text().find_first_of("0123456789") != npos)
      result.text = voice_.filled(W::about, {result.text});
    return result;
  }

  std::string worded(const std::string& date) const {
    return date.find('X') == npos ? voice_.date(date) : with_masks_worded(date, voice_);
  }

  /// The end of a range. The words around years want their digits alone.
  std::string range_end(std::string_view text, Precision precision) const {
    return precision == Precision::year ? std::string(text) : voice_.date(text);
  }

  DateNoun noun(const DateSet& set) const {
    const std::vector<DateNoun> nouns = nouns_of(set);
    std::vector<std::string> texts;
    bool uncertain = true;
    for (const DateNoun& each : nouns) uncertain = uncertain && each.uncertain;
    for (const DateNoun& each : nouns) texts.push_back(uncertain ? each.text : doubted(each));
    return {joined(texts, set.kind()), nouns.front().precision, uncertain};
  }

  /// The members of a set, the earlier first.
  std::vector<DateNoun> nouns_of(const DateSet& set) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < set.elements().size(); ++i) order.push_back(i);
    const auto& elements = set.elements();
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(elements[a].lo(), elements[a].hi()) <
             std::pair(elements[b].lo(), elements[b].hi());
    });
    std::vector<DateNoun> nouns;
    for (const std::size_t i : order) {
      DateNoun one = elements[i].is_range ? range(set.element_text(i), set.kind())
                                          : noun(Date::parse(set.element_text(i)));
      // Said once, though it may be written twice: "in 2013 or 2013" says no more.
      const bool is_said = !nouns.empty() && nouns.back().text == one.text &&
                           nouns.back().uncertain == one.uncertain;
      if (!is_said) nouns.push_back(std::move(one));
    }
    return nouns;
  }

  DateNoun range(std::string_view text, DateSet::Kind kind) const {
    const std::size_t dots = text.find("..");
    const std::string_view written_first = text.substr(0, dots);
    const std::string_view written_last = text.substr(dots + 2);
    if (written_first == written_last) return noun(Date::parse(written_first));
    const Precision precision = precision_of(written_first.empty() ? written_last : written_first);
    const std::string first = range_end(written_first, precision);
    const std::string last = range_end(written_last, precision);
    const bool each = kind == DateSet::Kind::all_of;
    if (last.empty())
      return {voice_.filled(each ? by_precision(W::years_from, precision) : W::or_later, {first}),
              precision};
    if (first.empty())
      return {voice_.filled(each ? by_precision(W::years_until, precision) : W::or_earlier, {last}),
              precision};
    const W of_years = each ? W::each_of_years : W::one_of_years;
    return {voice_.filled(by_precision(of_years, precision), {first, last}), precision};
  }

  std::string joined(const std::vector<std::string>& texts, DateSet::Kind kind) const {
    std::string list = texts.front();
    for (std::size_t i = 1; i < texts.size(); ++i)
      if (i + 1 == texts.size())
        list = voice_.filled(kind == DateSet::Kind::one_of ? W::either : W::both, {list, texts[i]});
      else
        list.append(list_comma_of(voice_.language())) += texts[i];
    return list;
  }

  /// "in 2013 or 2014"; "on 2014-05-06 or in 2015" where one word will not do for all.
  std::string set_phrase(const DateSet& set) const {
    const std::vector<DateNoun> nouns = nouns_of(set);
    const auto is_day = [](const DateNoun& each) { return each.precision == Precision::day; };
    const auto days = std::count_if(nouns.begin(), nouns.end(), is_day);
    if (days == 0 || static_cast<std::size_t>(days) == nouns.size()) {
      const DateNoun what = noun(set);
      return with_doubt(preposition(what.precision), what);
    }
    std::vector<std::string> texts;
    for (const DateNoun& each : nouns)
      texts.push_back(with_doubt(preposition(each.precision), each));
    return joined(texts, set.kind());
  }

  std::string doubted(const DateNoun& what, W pattern = W::possibly) const {
    return what.uncertain ? voice_.filled(pattern, {what.text}) : what.text;
  }

  std::string with_doubt(W pattern, const DateNoun& what) const {
    const std::string text = voice_.filled(pattern, {what.text});
    return what.uncertain ? voice_.filled(W::possibly, {text}) : text;
  }

  const SentenceVoice& voice_;
};

}  // namespace

std::string date_phrase(const When& when, Reading reading, const SentenceVoice& voice) {
  const Phrasing phrasing(voice);
  if (!when.is_interval()) return phrasing.single(when.text());
  return reading == Reading::interval ? phrasing.interval(when) : phrasing.day_within(when);
}

}  // namespace entente
