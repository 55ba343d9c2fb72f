#include "time/worded_date.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include <entente/time/day.hpp>

namespace entente {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// Months of other languages, without accents: German, French, Spanish, Italian. None is another's.
struct ForeignMonth {
  std::string_view word;
  int month;
};
constexpr std::array<ForeignMonth, 44> foreign_months = {{
    {"januar", 1},   {"janner", 1},     {"februar", 2},    {"marz", 3},       {"mai", 5},
    {"juni", 6},     {"juli", 7},       {"oktober", 10},   {"dezember", 12},  {"janvier", 1},
    {"fevrier", 2},  {"mars", 3},       {"avril", 4},      {"juin", 6},       {"juillet", 7},
    {"aout", 8},     {"septembre", 9},  {"octobre", 10},   {"novembre", 11},  {"decembre", 12},
    {"enero", 1},    {"febrero", 2},    {"marzo", 3},      {"abril", 4},      {"mayo", 5},
    {"junio", 6},    {"julio", 7},      {"agosto", 8},     {"septiembre", 9}, {"setiembre", 9},
    {"octubre", 10}, {"noviembre", 11}, {"diciembre", 12}, {"gennaio", 1},    {"febbraio", 2},
    {"aprile", 4},   {"maggio", 5},     {"giugno", 6},     {"luglio", 7},     {"settembre", 9},
    {"ottobre", 10}, {"dicembre", 12},  {"okt", 10},       {"dez", 12},
}};

// The year before the first of a Japanese era.
constexpr std::array<std::pair<std::string_view, int>, 4> eras = {
    {{"reiwa", 2018}, {"heisei", 1988}, {"showa", 1925}, {"taisho", 1911}}};

constexpr std::array<std::string_view, 11> about_words = {
    "c",       "ca",   "cca", "circa", "about", "around", "approx", "approximately",
    "roughly", "etwa", "vers"};

template <class Words, class Word>
bool holds(const Words& words, const Word& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> month_named(std::string_view word) {
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < months.size(); ++i)
    if (word == months[i] || (word.size() == 3 && months[i].starts_with(word)))
      return static_cast<int>(i) + 1;
  for (const ForeignMonth& one : foreign_months)
    if (word == one.word) return one.month;
  return std::nullopt;
}

// A year, month or day as it stands in the text.
struct Part {
  enum class Kind : std::uint8_t { number, month, year, decade };

  Kind kind = Kind::number;
  int value = 0;
  std::size_t digits = 0;

  [[nodiscard]] bool is_year() const {
    return kind == Kind::year || (kind == Kind::number && digits == 4);
  }
  [[nodiscard]] bool is_small() const { return kind == Kind::number && digits <= 2; }
  [[nodiscard]] bool may_be_month() const {
    return kind == Kind::month || (is_small() && value >= 1 && value <= 12);
  }
};

struct Parts {
  std::vector<Part> list = {};
  bool slashed = false;
};

// Takes tokens apart into years, months and days; nothing if something else stands among them.
class PartReader {
 public:
  std::optional<Parts> read(std::span<const DateToken> tokens) {
    for (const DateToken& token : tokens)
      if (!take(token)) return std::nullopt;
    const bool finished = signs_.empty() || signs_ == "." || signs_ == ",";
    if (!finished || era_ || parts_.list.empty() || parts_.list.size() > 3) return std::nullopt;
    return std::move(parts_);
  }

 private:
  bool take(const DateToken& token) {
    if (token.kind == DateToken::Kind::number) return take_number(token.text);
    if (token.kind == DateToken::Kind::word) return take_word(token.text);
    parts_.slashed = parts_.slashed || token.is("/");
    signs_ += token.text;
    return !parts_.list.empty() && std::string_view("./-,").find(token.text) != std::string::npos &&
           (signs_.size() == 1 || signs_ == ".,");
  }

  bool take_number(const std::string& digits) {
    signs_.clear();
    if (digits.size() == 8) return take_compact(digits);
    if (digits.size() > 4) return false;
    Part part{Part::Kind::number, std::stoi(digits), digits.size()};
    if (era_) part = {Part::Kind::year, part.value + *std::exchange(era_, std::nullopt), 4};
    parts_.list.push_back(part);
    return true;
  }

  bool take_compact(const std::string& digits) {
    if (!parts_.list.empty()) return false;
    parts_.list = {{Part::Kind::number, std::stoi(digits.substr(0, 4)), 4},
                   {Part::Kind::number, std::stoi(digits.substr(4, 2)), 2},
                   {Part::Kind::number, std::stoi(digits.substr(6)), 2}};
    return true;
  }

  bool take_word(const std::string& word) {
    if (const auto month = month_named(word)) {
      signs_.clear();
      parts_.list.push_back({Part::Kind::month, *month, 0});
      return true;
    }
    const auto* const era =
        std::find_if(eras.begin(), eras.end(), [&](const auto& one) { return one.first == word; });
    if (era != eras.end()) {
      era_ = era->second;
      return parts_.list.empty();
    }
    if (word == "of" || word == "the" || word == "in" || word == "de") return signs_.empty();
    return !parts_.list.empty() && signs_.empty() && take_unit(word, parts_.list.back());
  }

  // What may stand right behind a number.
  static bool take_unit(std::string_view word, Part& part) {
    if (part.kind != Part::Kind::number && word != "year") return false;
    if (word == "year") return part.is_year();
    if (word == "month") return part.may_be_month();
    if (word == "s" && part.digits == 4 && part.value % 10 == 0 && part.value % 100 != 0) {
      part.kind = Part::Kind::decade;
      return true;
    }
    const bool ordinal = word == "st" || word == "nd" || word == "rd" || word == "th";
    return part.is_small() && (word == "day" || ordinal);
  }

  Parts parts_;
  std::string signs_;  // those since the last part
  std::optional<int> era_;
};

std::string edtf(int year) {
  return fmt::format("{:04}", year);
}

std::optional<std::string> edtf(int year, const Part& month) {
  if (!month.may_be_month()) return std::nullopt;
  return fmt::format("{:04}-{:02}", year, month.value);
}

std::optional<std::string> edtf(int year, const Part& month, const Part& day) {
  if (!month.may_be_month() || !day.is_small()) return std::nullopt;
  if (!is_valid({year, month.value, day.value})) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month.value, day.value);
}

std::optional<MeantDate> clear(std::optional<std::string> text) {
  if (!text) return std::nullopt;
  return MeantDate{.text = std::move(*text)};
}

std::optional<MeantDate> one_part(const Part& part) {
  if (part.kind == Part::Kind::decade) return clear(edtf(part.value).substr(0, 3) + "X");
  return part.is_year() ? clear(edtf(part.value)) : std::nullopt;
}

// 2009/10 may be a month, or the years 2009 to 2010.
std::optional<MeantDate> two_parts(const Part& a, const Part& b, bool slashed) {
  if (b.is_year()) return clear(edtf(b.value, a));
  if (!a.is_year()) return std::nullopt;
  const bool follows = slashed && b.digits == 2 && b.value > a.value % 100;
  const std::string years = fmt::format("{0:04}/{1:02}{2:02}", a.value, a.value / 100, b.value);
  const auto month = edtf(a.value, b);
  if (!follows) return clear(month);
  if (!month) return clear(years);
  return MeantDate{*month, years, MeantDate::Clarity::year_or_month};
}

// Two numbers in front of a year or behind it, the day first or the month.
std::optional<MeantDate> in_either_order(int year, const Part& a, const Part& b) {
  const auto day_first = edtf(year, b, a);
  const auto month_first = edtf(year, a, b);
  if (day_first && month_first && day_first != month_first)
    return MeantDate{*day_first, *month_first, MeantDate::Clarity::two_orders};
  return clear(day_first ? day_first : month_first);
}

std::optional<MeantDate> three_parts(std::vector<Part> parts) {
  const auto month = std::find_if(parts.begin(), parts.end(),
                                  [](const Part& part) { return part.kind == Part::Kind::month; });
  if (std::none_of(parts.begin(), parts.end(), [](const Part& part) { return part.is_year(); })) {
    const bool small = std::all_of(parts.begin(), parts.end(), [](const Part& part) {
      return part.kind == Part::Kind::month || part.is_small();
    });
    if (!small) return std::nullopt;
    return MeantDate{.clarity = MeantDate::Clarity::two_digit_year};
  }
  if (month != parts.end()) {
    const Part named = *month;
    parts.erase(month);
    if (parts[1].is_year()) std::swap(parts[0], parts[1]);
    return clear(edtf(parts[0].value, named, parts[1]));
  }
  if (parts[2].is_year()) return in_either_order(parts[2].value, parts[0], parts[1]);
  if (!parts[0].is_year()) return std::nullopt;
  const auto as_usual = edtf(parts[0].value, parts[1], parts[2]);
  return clear(as_usual ? as_usual : edtf(parts[0].value, parts[2], parts[1]));
}

}  // namespace

std::optional<MeantDate> meant_date(std::span<const DateToken> tokens) {
  bool approximate = false;
  if (!tokens.empty() && holds(about_words, tokens.front().text)) {
    approximate = true;
    tokens = tokens.subspan(tokens.size() > 1 && tokens[1].is(".") ? 2 : 1);
  }
  if (!tokens.empty() && tokens.back().is("about")) {
    approximate = true;
    tokens = tokens.first(tokens.size() - 1);
  }
  const auto parts = PartReader().read(tokens);
  if (!parts) return std::nullopt;
  const auto& list = parts->list;
  auto meant = list.size() == 1   ? one_part(list[0])
               : list.size() == 2 ? two_parts(list[0], list[1], parts->slashed)
                                  : three_parts(list);
  if (meant) meant->approximate = approximate;
  return meant;
}

}  // namespace entente
