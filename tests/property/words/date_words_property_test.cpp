// All shapes of dates in all languages: what must hold of every phrase, and for dates of a known
// year which days it names, read back from the words.

#include <array>
#include <map>
#include <random>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <entente/time/date.hpp>
#include <entente/time/date_error.hpp>
#include <entente/time/when.hpp>
#include <entente/words/sentence.hpp>

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> languages = {"en", "ja", "zh-Hans", "zh-Hant"};

const std::vector<std::string> years = {"1984",  "2014",  "-0043", "0000",  "XXXX", "198X", "19XX",
                                        "1XXX",  "2X14",  "20X4",  "XXX4",  "XX14", "X0X4", "1X8X",
                                        "-004X", "-00XX", "-0XXX", "-2X14", "-XXX4"};
const std::vector<std::string> months = {"", "05", "12", "XX", "X1", "X2", "1X", "0X"};
const std::vector<std::string> days = {"", "01", "29", "31", "XX", "X1", "2X", "3X", "X0"};
const std::vector<std::string> doubts = {"?", "~", "%"};

bool is_date(const std::string& text) {
  try {
    (void)When::from_text(text);
    return true;
  } catch (const DateError&) {
    return false;
  }
}

/// Every date that the parts make, as far as it is one.
std::vector<std::string> single_dates() {
  std::vector<std::string> dates;
  for (const std::string& year : years)
    for (const std::string& month : months)
      for (const std::string& day : days) {
        if (month.empty() && !day.empty()) continue;
        std::string text = year;
        if (!month.empty()) text += '-' + month;
        if (!day.empty()) text += '-' + day;
        if (!is_date(text)) continue;
        dates.push_back(text);
        if (dates.size() % 3 == 0) dates.push_back(text + doubts[dates.size() / 3 % doubts.size()]);
      }
  return dates;
}

/// Sets and intervals of random dates.
std::vector<std::string> compound_dates(const std::vector<std::string>& dates) {
  std::mt19937 random(20261129);
  const auto any = [&](const auto& list) -> const std::string& {
    return list[random() % list.size()];
  };
  const std::vector<std::string> ranges = {
      "1987..1989", "2014-05..2014-07", "2014-05-01..2014-05-03", "..1987", "..2014-05-01",
      "2016..",     "2014-05.."};
  std::vector<std::string> ends = {"", "..", "[1987..1989]", "[2018..]", "[..2013-05-01]"};
  std::vector<std::string> result;
  while (result.size() < 1000) {
    const bool one_of = random() % 2 == 0;
    std::string set = one_of ? "[" : "{";
    set += any(dates) + ',' + any(dates);
    if (random() % 2 == 0) set += ',' + any(dates);
    if (random() % 3 == 0) set = (one_of ? "[" : "{") + any(ranges);
    set += one_of ? ']' : '}';
    const std::string from = random() % 3 == 0 ? any(ends) : any(dates);
    const std::string to = random() % 3 == 0 ? any(ends) : any(dates);
    for (const std::string& text : {set, from + '/' + to})
      if (is_date(text)) result.push_back(text);
  }
  return result;
}

std::vector<std::string> all_found(const std::string& text, const std::string& pattern) {
  static std::map<std::string, std::regex> regexes;
  const std::regex& regex = regexes.try_emplace(pattern, pattern).first->second;
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    found.push_back(at->str());
  return found;
}

bool is_ascii(const std::string& text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) > 0x7F) return false;
  return true;
}

std::string without(std::string text, std::string_view part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
    text.erase(at, part.size());
  return text;
}

/// Whether four digits agree with a year of the text, `X` for any.
bool stands_in(const std::string& year, const std::string& edtf) {
  for (const std::string& mask : all_found(edtf, "[0-9X]{4}")) {
    bool agrees = true;
    for (std::size_t i = 0; i < 4; ++i) agrees = agrees && (mask[i] == 'X' || mask[i] == year[i]);
    if (agrees) return true;
  }
  return false;
}

void check(const std::string& edtf, Reading reading, std::string_view language) {
  SCOPED_TRACE(edtf + " " + std::string(language));
  const When when = When::from_text(edtf);
  const std::string words = describe(when, reading, language);
  SCOPED_TRACE(words);
  ASSERT_FALSE(words.empty());
  for (const char* odd :
       {"{", "}", "  ", ",,", "、、", "..", "%", "?", "~", "年年", "月月", "日日"})
    EXPECT_EQ(words.find(odd), std::string::npos) << odd;
  const bool has_form = !all_found(words, "(form|形如)|の形").empty();
  EXPECT_TRUE(has_form || words.find('X') == std::string::npos);

  if (language == "en") {
    EXPECT_TRUE(is_ascii(without(words, "…"))) << "a foreign word";
    EXPECT_TRUE(
        all_found(words, "\\b(on|in|at|from|since|until|of) (on|in|at|from|to|since|until|of)\\b")
            .empty());
    EXPECT_TRUE(all_found(words, "\\b(\\w+) \\1\\b").empty());
    const bool endless = words.find("no end") != std::string::npos;
    EXPECT_EQ(endless, reading == Reading::interval && when.is_interval() &&
                           when.end_text() == ".." && when.start_text() != "..");
    EXPECT_FALSE(endless && words.find(" until ") != std::string::npos);
    EXPECT_TRUE(reading == Reading::interval || words.find("with no") == std::string::npos);
  } else {
    EXPECT_TRUE(all_found(words, "[A-WYZa-z]").empty()) << "a foreign word";
  }
  // Japanese is told by its kana, simplified characters from traditional ones by a few.
  EXPECT_TRUE(!language.starts_with("zh") || all_found(words, "ある|から|まで|頃").empty());
  EXPECT_TRUE(language != "zh-Hans" || all_found(words, "間|為|後|終|無|約|詳").empty());
  EXPECT_TRUE(language != "zh-Hant" || all_found(words, "间|为|后|终|无|约|详").empty());

  // No precision beyond what is written.
  for (const std::string& day : all_found(words, "[0-9]{4}-[0-9]{2}(-[0-9]{2})?"))
    EXPECT_NE(edtf.find(day), std::string::npos) << day;
  for (const std::string& year : all_found(words, "[0-9]{4}"))
    EXPECT_TRUE(stands_in(year, edtf)) << year;

  if (!when.is_interval() && edtf.find_first_of("[{") == std::string::npos) {
    int before = -10000;
    for (const std::string& year : all_found(words, "-?[0-9]{4}")) {
      EXPECT_LE(before, std::stoi(year)) << "the earlier first";
      before = std::stoi(year);
    }
  }
}

TEST(DateWords, HoldInAllLanguagesForAllShapes) {
  const std::vector<std::string> dates = single_dates();
  ASSERT_GT(dates.size(), 800U);
  std::vector<std::string> texts = compound_dates(dates);
  texts.insert(texts.end(), dates.begin(), dates.end());
  for (const std::string& text : texts)
    for (const Reading reading : {Reading::instant, Reading::interval})
      for (const std::string_view language : languages) {
        check(text, reading, language);
        if (testing::Test::HasFailure()) return;
      }
}

/// "1 or 11", "10 to 12", "1, 11, 21 or 31".
std::set<int> numbers_in(const std::string& list) {
  std::set<int> numbers;
  std::smatch range;
  if (std::regex_match(list, range, std::regex("([0-9]+) to ([0-9]+)"))) {
    for (int n = std::stoi(range[1]); n <= std::stoi(range[2]); ++n) numbers.insert(n);
    return numbers;
  }
  for (const std::string& number : all_found(list, "[0-9]+")) numbers.insert(std::stoi(number));
  return numbers;
}

/// Which days of 2014 a phrase in English names.
std::set<Day> days_named(const std::string& words) {
  std::smatch found;
  std::set<int> wanted_months;
  std::set<int> wanted_days;
  if (std::regex_search(words, found, std::regex("month (.*) of 2014")))
    wanted_months = numbers_in(found[1]);
  if (std::regex_search(words, found, std::regex("2014-([0-9]{2})")))
    wanted_months = {std::stoi(found[1])};
  if (std::regex_search(words, found, std::regex("2014-[0-9]{2}-([0-9]{2})")))
    wanted_days = {std::stoi(found[1])};
  if (std::regex_search(words, found, std::regex("on day ([0-9, tor]+) of")))
    wanted_days = numbers_in(found[1]);
  std::set<Day> named;
  for (int month = 1; month <= 12; ++month)
    for (int day = 1; day <= days_in_month(2014, month); ++day)
      if ((wanted_months.empty() || wanted_months.contains(month)) &&
          (wanted_days.empty() || wanted_days.contains(day)))
        named.insert(to_day({2014, month, day}));
  return named;
}

TEST(DateWords, NameTheDaysThatADateOfAKnownYearAdmits) {
  std::size_t checked = 0;
  for (const std::string& text : single_dates()) {
    if (!text.starts_with("2014") || text.find_first_of("?~%") != std::string::npos) continue;
    const Date date = Date::parse(text);
    std::set<Day> admitted;
    for (Day day = to_day({2014, 1, 1}); day <= to_day({2014, 12, 31}); ++day)
      if (date.admits(day)) admitted.insert(day);
    const std::string words = describe(When::parse(text), Reading::instant);
    ASSERT_EQ(days_named(words), admitted) << text << ": " << words;
    ++checked;
  }
  EXPECT_GT(checked, 40U);
}

}  // namespace
}  // namespace entente
