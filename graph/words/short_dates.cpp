#include "words/short_dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/time/date_set.hpp>

#include "words/wording.hpp"

namespace entente {
namespace {

enum class D : std::uint8_t {
  year,
  month,
  day,
  about,
  perhaps,
  decade,
  years,
  stretch,
  since,
  from_on,
  until,
  or_later,
  or_earlier,
  between,
  either,
  always,
  before_era,
  quarter,
};

constexpr std::array<Wording, 18> short_date_table = {{
    {"{}", "{}年", "{}年", "{}年"},
    {"{b} {a}", "{a}年{b}", "{a}年{b}", "{a}年{b}"},
    {"{c} {b} {a}", "{a}年{b}{c}日", "{a}年{b}{c}日", "{a}年{b}{c}日"},
    {"c. {}", "{}頃", "约{}", "約{}"},
    {"perhaps {}", "{}の可能性", "可能为{}", "可能為{}"},
    {"{}s", "{}年代", "{}年代", "{}年代"},
    {"{a}\u2013{b}", "{a}\u2013{b}年", "{a}\u2013{b}年", "{a}\u2013{b}年"},
    {"{a} \u2013 {b}", "{a}\u2013{b}", "{a}\u2013{b}", "{a}\u2013{b}"},
    {"since {}", "{}から", "自{}起", "自{}起"},
    {"from {} on", "{}から継続", "自{}起持续", "自{}起持續"},
    {"until {}", "{}まで", "至{}为止", "至{}為止"},
    {"{} or later", "{}以降", "{}或以后", "{}或以後"},
    {"{} or earlier", "{}以前", "{}或以前", "{}或以前"},
    {"between {a} and {b}", "{a}から{b}の間", "{a}至{b}之间", "{a}至{b}之間"},
    {"{a} or {b}", "{a}または{b}", "{a}或{b}", "{a}或{b}"},
    {"always", "常時", "一直", "一直"},
    {"{} BC", "紀元前{}年", "公元前{}年", "公元前{}年"},
    {"Q{b} {a}", "{a}第{b}四半期", "{a}第{b}季度", "{a}第{b}季"},
}};

constexpr std::array<std::string_view, 12> month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool has_digits_only(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A date in words; `year` holds its digits where nothing else is said.
struct Said {
  std::string text = {};
  std::string year = {};
  bool perhaps = false;  ///< of the whole, not yet in the text
  bool later = false;    ///< it says that it is no earlier
};

/// A written date, taken apart.
struct WrittenDay {
  explicit WrittenDay(std::string_view date) {
    date = date.substr(0, date.find('T'));
    about = date.find_first_of("~%") != std::string_view::npos;
    perhaps = date.find_first_of("?%") != std::string_view::npos;
    std::string bare(date);
    std::erase_if(bare, [](char c) { return c == '?' || c == '~' || c == '%'; });
    const std::size_t first = bare.find('-', 1);
    year = bare.substr(0, first);
    if (first == std::string::npos) return;
    const std::size_t second = bare.find('-', first + 1);
    month = bare.substr(first + 1, second == std::string::npos ? second : second - first - 1);
    if (second != std::string::npos) day = bare.substr(second + 1);
    if (!has_digits_only(month)) month.clear();
    if (month.empty() || !has_digits_only(day)) day.clear();
  }

  std::string year = {};
  std::string month = {};
  std::string day = {};
  bool about = false;
  bool perhaps = false;
};

class ShortDates {
 public:
  ShortDates(DateDetail detail, const LanguagePreference& languages)
      : detail_(detail), at_(spoken_in(languages)) {}

  [[nodiscard]] std::string of(const When& when) const {
    if (!when.is_interval() && !when.is_object_form()) return whole(date(when.text())).text;
    const std::string_view begin = when.start_text();
    const std::string_view end = when.end_text();
    const Said first = end_of(begin);
    const Said last = end_of(end);
    if (!first.text.empty() && !last.text.empty())
      return first.text == last.text && first.perhaps == last.perhaps
                 ? whole(first).text
                 : stretch_of(first, last).text;
    if (!first.text.empty()) return begun(first, end == ".." ? D::from_on : D::since);
    if (!last.text.empty()) return whole({say(D::until, {last.text}), {}, last.perhaps}).text;
    return begin == ".." && end == ".." ? say(D::always, {}) : std::string();
  }

  [[nodiscard]] std::string quarter(const std::string& of_year, std::string_view number) const {
    return say(D::quarter, {year(of_year).text, number});
  }

 private:
  [[nodiscard]] std::string say(D word, std::initializer_list<std::string_view> values) const {
    return filled_in(short_date_table[static_cast<std::size_t>(word)][at_], values);
  }

  /// With its doubt in the text.
  [[nodiscard]] Said whole(Said said) const {
    if (!said.perhaps) return said;
    return {say(D::perhaps, {said.text})};
  }

  /// "perhaps since 2014"; in East Asia "2018 or later" says that it began.
  [[nodiscard]] std::string begun(const Said& first, D word) const {
    if (first.later && at_ != 0) return whole(first).text;
    return whole({say(word, {first.text}), {}, first.perhaps}).text;
  }

  [[nodiscard]] std::string month_name(std::string_view digits) const {
    int month = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), month);
    if (at_ != 0) return std::to_string(month) + "月";
    const auto index = static_cast<std::size_t>(std::clamp(month, 1, 12) - 1);
    return std::string(month_names[index]);
  }

  /// Without leading zeros; the year 0 is 1 BC.
  [[nodiscard]] Said whole_year(const std::string& digits) const {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const std::string bare = std::to_string(number > 0 ? number : 1 - number);
    if (number <= 0) return {say(D::before_era, {bare}), {}};
    return {say(D::year, {bare}), bare};
  }

  [[nodiscard]] Said year(const std::string& digits) const {
    if (has_digits_only(digits)) return whole_year(digits);
    const std::size_t known = digits.find('X');
    const std::string_view masked = std::string_view(digits).substr(known);
    if (masked.find_first_not_of('X') != std::string_view::npos)
      return {say(D::year, {digits}), {}};
    if (masked.size() == 1) return {say(D::decade, {digits.substr(0, known) + "0"}), {}};
    const std::string first = digits.substr(0, known) + std::string(masked.size(), '0');
    const std::string last = digits.substr(0, known) + std::string(masked.size(), '9');
    return {say(D::years, {first, last}), {}};
  }

  [[nodiscard]] Said bare(const WrittenDay& parts) const {
    if (detail_ == DateDetail::years || parts.month.empty()) return year(parts.year);
    const std::string month = month_name(parts.month);
    if (parts.day.empty()) return {say(D::month, {parts.year, month}), {}};
    const std::string day(parts.day.starts_with('0') ? parts.day.substr(1) : parts.day);
    return {say(D::day, {parts.year, month, day}), {}};
  }

  [[nodiscard]] Said date(std::string_view written) const {
    if (written.find_first_of("[{") == 0) return set(DateSet::parse(written));
    const WrittenDay parts(written);
    if (parts.year.find_first_of("0123456789") == std::string::npos) return {};
    Said said = bare(parts);
    if (parts.about) said = {say(D::about, {said.text}), {}};
    said.perhaps = parts.perhaps;
    return said;
  }

  [[nodiscard]] Said end_of(std::string_view written) const {
    return written.empty() || written == ".." ? Said{} : date(written);
  }

  [[nodiscard]] Said stretch(const Said& first, const Said& last) const {
    const bool plain = !first.year.empty() && !last.year.empty();
    return {
        plain ? say(D::years, {first.year, last.year}) : say(D::stretch, {first.text, last.text}),
        {}};
  }

  /// What is in doubt at both ends is so as a whole.
  [[nodiscard]] Said stretch_of(const Said& first, const Said& last) const {
    if (!first.perhaps || !last.perhaps) return stretch(whole(first), whole(last));
    return whole({stretch(first, last).text, {}, true});
  }

  /// A member of a set, which may be a range; its doubts are those of the set.
  [[nodiscard]] Said member(std::string_view text, DateSet::Kind kind) const {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return date(text);
    Said first = end_of(text.substr(0, dots));
    const Said last = end_of(text.substr(dots + 2));
    const bool perhaps = first.perhaps || last.perhaps;
    if (last.text.empty()) return {say(D::or_later, {first.text}), {}, perhaps, true};
    if (first.text.empty()) return {say(D::or_earlier, {last.text}), {}, perhaps};
    first.perhaps = perhaps;
    if (first.text == last.text) return first;
    if (kind == DateSet::Kind::all_of) return {stretch(first, last).text, {}, perhaps};
    return {say(D::between, {first.text, last.text}), {}, perhaps};
  }

  [[nodiscard]] Said set(const DateSet& set) const {
    constexpr std::size_t most = 3;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < set.elements().size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return set.elements()[a].lo() < set.elements()[b].lo();
    });
    std::vector<Said> members;
    for (const std::size_t i : order) {
      Said said = member(set.element_text(i), set.kind());
      if (members.empty() || members.back().text != said.text) members.push_back(std::move(said));
    }
    if (members.size() == 1) return members.front();
    const bool perhaps = std::ranges::any_of(members, &Said::perhaps);
    if (members.size() > most) members = {members.front(), {"\u2026", {}}, members.back()};
    std::string text = members.front().text;
    for (std::size_t i = 1; i < members.size(); ++i)
      if (set.kind() == DateSet::Kind::one_of && i + 1 == members.size())
        text = say(D::either, {text, members[i].text});
      else
        text.append(list_comma_of(spoken_languages[at_])) += members[i].text;
    return {text, {}, perhaps};
  }

  DateDetail detail_;
  std::size_t at_;
};

}  // namespace

std::string short_date(const When& when, DateDetail detail, const LanguagePreference& languages) {
  return ShortDates(detail, languages).of(when);
}

std::string short_date_beside_name(const When& when, const LanguagePreference& languages) {
  const bool begins = when.is_interval() && when.end_text().empty() && !when.start_text().empty() &&
                      when.start_text() != "..";
  if (begins) return short_date(When::parse(when.start_text()), DateDetail::years, languages);
  return short_date(when, DateDetail::years, languages);
}

std::string short_date_of(std::string_view text, const LanguagePreference& languages) {
  const std::size_t mark = text.find("-Q");
  if (mark != std::string_view::npos && mark + 3 == text.size() &&
      has_digits_only(text.substr(0, mark)) && has_digits_only(text.substr(mark + 2)))
    return ShortDates(DateDetail::full, languages)
        .quarter(std::string(text.substr(0, mark)), text.substr(mark + 2));
  try {
    const std::string said = short_date(When::parse(text), DateDetail::full, languages);
    return said.empty() ? std::string(text) : said;
  } catch (const Error&) {
    return std::string(text);
  }
}

std::string_view language_of_dates(const LanguagePreference& languages) {
  return spoken_languages[spoken_in(languages)];
}

}  // namespace entente
