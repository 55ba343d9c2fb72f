#include "time/date_advice.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "time/worded_date.hpp"

namespace entente {

namespace {

using Tokens = std::span<const DateToken>;

constexpr std::array<std::string_view, 7> present_words = {"present", "now",  "today", "ongoing",
                                                           "current", "open", "date"};

constexpr std::array<std::string_view, 4> from_words = {"since", "from", "after", "starting"};
constexpr std::array<std::string_view, 4> until_words = {"until", "till", "to", "through"};

template <class Words>
bool is_one_of(const Words& words, const DateToken& token) {
  return std::find(words.begin(), words.end(), token.text) != words.end();
}

// An end of an interval as it was meant.
struct MeantEnd {
  enum class Kind : std::uint8_t { known, open, unknown };

  Kind kind = Kind::known;
  std::string text = {};
};

std::optional<MeantEnd> meant_end(Tokens tokens) {
  if (tokens.size() == 1) {
    const DateToken& only = tokens.front();
    if (is_one_of(present_words, only)) return MeantEnd{MeantEnd::Kind::open, ".."};
    if (only.is("?") || only.is("unknown")) return MeantEnd{MeantEnd::Kind::unknown, ""};
  }
  if (tokens.size() == 2 && tokens[0].is(".") && tokens[1].is("."))
    return MeantEnd{MeantEnd::Kind::open, ".."};
  if (tokens.empty()) return MeantEnd{MeantEnd::Kind::unknown, ""};
  const auto date = meant_date(tokens);
  if (!date || date->clarity != MeantDate::Clarity::clear) return std::nullopt;
  return MeantEnd{MeantEnd::Kind::known, date->text + (date->approximate ? "~" : "")};
}

// Whether the second date lies before the first, as far as both are written.
bool are_reversed(std::string_view start, std::string_view end) {
  const std::size_t common = std::min(start.size(), end.size());
  return end.substr(0, common) < start.substr(0, common);
}

std::string interval_advice(const MeantEnd& start, const MeantEnd& end, DateUse use) {
  using Kind = MeantEnd::Kind;
  const bool both_known = start.kind == Kind::known && end.kind == Kind::known;
  const bool one_known = start.kind == Kind::known || end.kind == Kind::known;
  if (!one_known || (both_known && are_reversed(start.text, end.text))) return {};
  if (use == DateUse::period) {
    const auto limit = [](const MeantEnd& each) {
      return each.kind == Kind::known ? each.text : std::string("..");
    };
    std::string period = limit(start) + "/" + limit(end);
    std::erase(period, '~');
    return "write " + period;
  }
  if (end.kind == Kind::open)
    return fmt::format("write {0}/.. if it has no end, {0}/ if its end is not known", start.text);
  return fmt::format("write {}/{}", start.text, end.text);
}

// Where an interval is divided: at "to", at a dash between blanks, at the only slash, or at the
// hyphen between two years.
std::optional<std::size_t> divider(Tokens tokens) {
  std::optional<std::size_t> slash;
  std::size_t slashes = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const DateToken& token = tokens[i];
    const bool spaced = token.after_blank && i + 1 < tokens.size() && tokens[i + 1].after_blank;
    if (i > 0 && (is_one_of(until_words, token) || (token.is("-") && spaced))) return i;
    if (token.is("/")) {
      slash = i;
      ++slashes;
    }
  }
  if (slashes == 1) return slash;
  const bool two_years = tokens.size() == 3 && tokens[1].is("-") && tokens[0].text.size() == 4;
  if (two_years && (tokens[2].text.size() == 4 || tokens[2].kind == DateToken::Kind::word))
    return 1;
  return std::nullopt;
}

std::string advice_on_interval(Tokens tokens, DateUse use) {
  const bool from = is_one_of(from_words, tokens.front());
  const bool until = is_one_of(until_words, tokens.front());
  if (from || until) tokens = tokens.subspan(1);
  const auto middle = divider(tokens);
  if (until && middle) return {};
  std::optional<MeantEnd> start;
  std::optional<MeantEnd> end;
  if (middle) {
    start = meant_end(tokens.first(*middle));
    end = meant_end(tokens.subspan(*middle + 1));
  } else if (from) {
    start = meant_end(tokens);
    end = MeantEnd{MeantEnd::Kind::open, ".."};
  } else if (until) {
    start = MeantEnd{MeantEnd::Kind::unknown, ""};
    end = meant_end(tokens);
  }
  return start && end ? interval_advice(*start, *end, use) : std::string();
}

std::string advice_on_date(const MeantDate& date, DateUse use) {
  switch (date.clarity) {
    case MeantDate::Clarity::two_orders:
      return fmt::format("write {} if the day comes first, {} if the month does", date.text,
                         date.other);
    case MeantDate::Clarity::year_or_month:
      return fmt::format("write {} for the month, {} for the years", date.text, date.other);
    case MeantDate::Clarity::two_digit_year:
      return "write the year first and in full, as in 2014-05-06";
    case MeantDate::Clarity::clear:
      break;
  }
  if (!date.approximate) return "write " + date.text;
  if (use == DateUse::period)
    return fmt::format("write {}; a period is not approximate", date.text);
  return fmt::format("write {0}~ for about {0}", date.text);
}

}  // namespace

std::string date_advice(std::string_view expression, DateUse use) {
  const std::vector<DateToken> tokens = date_tokens(expression);
  if (tokens.empty()) return {};
  if (tokens.size() == 1 && is_one_of(present_words, tokens.front()))
    return use == DateUse::period ? "write the date itself, as in 2014-05-06"
                                  : "write the dates of both ends, as in 2014/2016; `..` is an "
                                    "open end, as in 2014/..";
  const auto date = meant_date(tokens);
  std::string advice = date ? advice_on_date(*date, use) : advice_on_interval(tokens, use);
  return advice == fmt::format("write {}", expression) ? std::string() : advice;
}

}  // namespace entente
