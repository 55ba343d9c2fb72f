#include "words/date_words.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <entente/time/date.hpp>
#include <entente/time/date_set.hpp>
#include <entente/time/endpoint.hpp>

namespace entente {

namespace {

constexpr std::array<SentenceWords, 4> all_words = {{
    {.language = "en",
     .since = "since {a}",
     .since_endless = "since {a}, with no end",
     .until = "until {a}",
     .from_to = "from {a} to {b}",
     .always = "at all times",
     .sometime = "at an unknown time",
     .since_unknown_endless = "since an unknown date, with no end",
     .until_unknown = "until an unknown date",
     .some_time = "some time {a}",
     .on_day = "on {a}",
     .in_period = "in {a}",
     .or_later = "{a} or later",
     .or_earlier = "{a} or earlier",
     .either = "{a} or {b}",
     .both = "{a} and {b}",
     .about = "about {a}",
     .possibly = "possibly {a}",
     .at_clock = "{a} at {b}",
     .masked = {.unknown_year = "an unknown year",
                .year = "{a}",
                .known_month = "",
                .month_of = "month {a} of {b}",
                .unknown_month = "an unknown month of {a}",
                .day_of = "day {a} of {b}",
                .day_of_month = "day {a} of an unknown month of {b}",
                .unknown_day = "an unknown day of {a}",
                .no_month = "an unknown month",
                .day_of_no_month = "day {a} of an unknown month and year",
                .no_day = "an unknown day",
                .decade = "the {a}s",
                .between = "{a} to {b}"},
     .date_bracket = " {a}",
     .asserted_by = "asserted by {a}",
     .dated = "dated {a}",
     .modality = {"", " (plan)", " (expectation)", " (claim)", " (derived)"}},
    {.language = "ja",
     .since = "{a}から",
     .since_endless = "{a}から、終わりなし",
     .until = "{a}まで",
     .from_to = "{a}から{b}まで",
     .always = "常に",
     .sometime = "時期不明",
     .since_unknown_endless = "開始不明、終わりなし",
     .until_unknown = "終了日不明",
     .some_time = "{a}のある時",
     .on_day = "{a}",
     .in_period = "{a}",
     .or_later = "{a}かそれ以降",
     .or_earlier = "{a}かそれ以前",
     .either = "{a}または{b}",
     .both = "{a}と{b}",
     .about = "{a}頃",
     .possibly = "おそらく{a}",
     .at_clock = "{a} {b}",
     .masked = {.unknown_year = "某年",
                .year = "{a}年",
                .known_month = "{a}年{b}月",
                .month_of = "{b}{a}月",
                .unknown_month = "{a}某月",
                .day_of = "{b}{a}日",
                .day_of_month = "{b}某月{a}日",
                .unknown_day = "{a}某日",
                .no_month = "某年某月",
                .day_of_no_month = "某年某月{a}日",
                .no_day = "某年某月某日",
                .decade = "{a}年代",
                .between = "{a}～{b}"},
     .date_bracket = "（{a}）",
     .asserted_by = "{a}による",
     .dated = "日付は{a}",
     .modality = {"", "（計画）", "（見込み）", "（主張）", "（推定）"}},
    {.language = "zh-Hans",
     .since = "自{a}起",
     .since_endless = "自{a}起，无终止",
     .until = "至{a}",
     .from_to = "{a}至{b}",
     .always = "始终",
     .sometime = "时间不详",
     .since_unknown_endless = "起始不详，无终止",
     .until_unknown = "终止日期不详",
     .some_time = "{a}的某时",
     .on_day = "{a}",
     .in_period = "{a}",
     .or_later = "{a}或以后",
     .or_earlier = "{a}或以前",
     .either = "{a}或{b}",
     .both = "{a}和{b}",
     .about = "约{a}",
     .possibly = "可能{a}",
     .at_clock = "{a} {b}",
     .masked = {.unknown_year = "某年",
                .year = "{a}年",
                .known_month = "{a}年{b}月",
                .month_of = "{b}{a}月",
                .unknown_month = "{a}某月",
                .day_of = "{b}{a}日",
                .day_of_month = "{b}某月{a}日",
                .unknown_day = "{a}某日",
                .no_month = "某年某月",
                .day_of_no_month = "某年某月{a}日",
                .no_day = "某年某月某日",
                .decade = "{a}年代",
                .between = "{a}～{b}"},
     .date_bracket = "（{a}）",
     .asserted_by = "据{a}",
     .dated = "日期为{a}",
     .modality = {"", "（计划）", "（预期）", "（主张）", "（推断）"}},
    {.language = "zh-Hant",
     .since = "自{a}起",
     .since_endless = "自{a}起，無終止",
     .until = "至{a}",
     .from_to = "{a}至{b}",
     .always = "始終",
     .sometime = "時間不詳",
     .since_unknown_endless = "起始不詳，無終止",
     .until_unknown = "終止日期不詳",
     .some_time = "{a}的某時",
     .on_day = "{a}",
     .in_period = "{a}",
     .or_later = "{a}或以後",
     .or_earlier = "{a}或以前",
     .either = "{a}或{b}",
     .both = "{a}和{b}",
     .about = "約{a}",
     .possibly = "可能{a}",
     .at_clock = "{a} {b}",
     .masked = {.unknown_year = "某年",
                .year = "{a}年",
                .known_month = "{a}年{b}月",
                .month_of = "{b}{a}月",
                .unknown_month = "{a}某月",
                .day_of = "{b}{a}日",
                .day_of_month = "{b}某月{a}日",
                .unknown_day = "{a}某日",
                .no_month = "某年某月",
                .day_of_no_month = "某年某月{a}日",
                .no_day = "某年某月某日",
                .decade = "{a}年代",
                .between = "{a}～{b}"},
     .date_bracket = "（{a}）",
     .asserted_by = "據{a}",
     .dated = "日期為{a}",
     .modality = {"", "（計畫）", "（預期）", "（主張）", "（推斷）"}},
}};

bool has(Qualifier qualifier, Qualifier doubt) {
  return (static_cast<unsigned>(qualifier) & static_cast<unsigned>(doubt)) != 0;
}

/// A date without the marks of doubt and without its time of day.
std::string bare(std::string_view text) {
  std::string kept(text.substr(0, text.find('T')));
  kept.erase(std::remove_if(kept.begin(), kept.end(),
                            [](char c) { return c == '?' || c == '~' || c == '%'; }),
             kept.end());
  return kept;
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

/// A date or set as a phrase, with what decides on the words before it.
struct Phrase {
  std::string text;
  Precision precision = Precision::year;
  bool uncertain = false;
};

class Phrasing {
 public:
  explicit Phrasing(const SentenceWords& words) : words_(words) {}

  std::string interval(const When& when) const {
    const Endpoint start = when.start(Reading::interval);
    const Endpoint end = when.end(Reading::interval);
    if (start.state() == EndState::known && end.state() == EndState::known)
      return filled(words_.from_to, doubted(phrase(start)), doubted(phrase(end)));
    if (start.state() == EndState::known)
      return with_doubt(end.state() == EndState::open ? words_.since_endless : words_.since,
                        phrase(start));
    if (end.state() == EndState::known) return with_doubt(words_.until, phrase(end));
    if (start.state() == end.state())
      return std::string(start.state() == EndState::open ? words_.always : words_.sometime);
    return std::string(end.state() == EndState::open ? words_.since_unknown_endless
                                                     : words_.until_unknown);
  }

  std::string single(std::string_view text) const {
    const bool set = text.starts_with('[') || text.starts_with('{');
    const Phrase what = set ? phrase(DateSet::parse(text)) : phrase(Date::parse(text));
    return with_doubt(what.precision == Precision::day ? words_.on_day : words_.in_period, what);
  }

 private:
  Phrase phrase(const Endpoint& end) const {
    return end.date() != nullptr ? phrase(*end.date()) : phrase(*end.one_of());
  }

  Phrase phrase(const Date& date) const {
    Phrase result{named(date.text()), date.precision(),
                  has(date.qualifier(), Qualifier::uncertain)};
    if (date.precision() == Precision::masked && bare(date.text()).size() > 7)
      result.precision = Precision::day;
    if (date.clock()) result.text = filled(words_.at_clock, result.text, clock_text(*date.clock()));
    if (has(date.qualifier(), Qualifier::approximate))
      result.text = filled(words_.about, result.text);
    return result;
  }

  Phrase phrase(const DateSet& set) const {
    Phrase result{
        {}, set.elements().front().first.precision, has(set.qualifier(), Qualifier::uncertain)};
    const std::string_view joint =
        set.kind() == DateSet::Kind::one_of ? words_.either : words_.both;
    for (std::size_t i = 0; i < set.elements().size(); ++i) {
      const std::string text = element(set, i);
      result.text = i == 0 ? text : filled(joint, result.text, text);
    }
    if (has(set.qualifier(), Qualifier::approximate))
      result.text = filled(words_.about, result.text);
    return result;
  }

  std::string element(const DateSet& set, std::size_t i) const {
    const std::string_view text = set.element_text(i);
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return named(text);
    const std::string_view first = text.substr(0, dots);
    const std::string_view last = text.substr(dots + 2);
    if (last.empty()) return filled(words_.or_later, named(first));
    if (first.empty()) return filled(words_.or_earlier, named(last));
    return filled(words_.masked.between, named(first), named(last));
  }

  std::string named(std::string_view text) const {
    return with_masks_worded(bare(text), words_.masked);
  }

  std::string doubted(const Phrase& what) const {
    return what.uncertain ? filled(words_.possibly, what.text) : what.text;
  }

  std::string with_doubt(std::string_view pattern, const Phrase& what) const {
    const std::string text = filled(pattern, what.text);
    return what.uncertain ? filled(words_.possibly, text) : text;
  }

  const SentenceWords& words_;
};

}  // namespace

const SentenceWords& words_for(const LanguagePreference& languages) {
  std::vector<std::string_view> tags;
  for (const SentenceWords& words : all_words) tags.push_back(words.language);
  return all_words[languages.best(tags).value_or(0)];
}

std::string filled(std::string_view pattern, std::string_view a, std::string_view b) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::string_view place = pattern.substr(i, 3);
    if (place == "{a}" || place == "{b}") {
      text += place == "{a}" ? a : b;
      i += place.size();
    } else {
      text += pattern[i++];
    }
  }
  return text;
}

std::string date_phrase(const When& when, Reading reading, const SentenceWords& words) {
  const Phrasing phrasing(words);
  if (!when.is_interval()) return phrasing.single(when.text());
  const std::string text = phrasing.interval(when);
  if (reading == Reading::interval || text == words.sometime) return text;
  return filled(words.some_time, text);
}

}  // namespace entente
