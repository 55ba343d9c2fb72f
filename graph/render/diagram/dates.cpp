#include "render/diagram/dates.hpp"

#include <string_view>

namespace entente {
namespace {

/// The year of a written date, with its sign and the doubts that stand behind any part of it.
std::string year_of(std::string_view date) {
  const std::size_t sign = date.substr(0, 1) == "-" ? 1 : 0;
  const std::string_view year = date.substr(0, date.find('-', sign));
  std::string text(year.substr(0, year.find_first_of("?~%")));
  if (date.find('%') != std::string_view::npos) return text + "?~";
  if (date.find('?') != std::string_view::npos) text += '?';
  if (date.find('~') != std::string_view::npos) text += '~';
  return text;
}

/// The date up to its first part of which nothing is known, with its doubts: "2018?" of
/// `2018-XX-23?`.
std::string up_to_unknown(std::string_view date) {
  const std::size_t end = date.find("-XX");
  std::string text(date.substr(0, end));
  if (end != std::string_view::npos)
    for (const char doubt : {'?', '~', '%'})
      if (date.find(doubt, end) != std::string_view::npos) text += doubt;
  return text;
}

/// `[2018..]`, `[..2018]`, `[2016,2018]`, `{2016,2018}`.
std::string shown_set(std::string_view set, DateDetail detail) {
  const std::string_view inner = set.substr(1, set.size() - 2);
  const auto one = [&](std::string_view date) {
    return detail == DateDetail::years ? year_of(date) : up_to_unknown(date);
  };
  const std::size_t dots = inner.find("..");
  const std::size_t comma = inner.find(',');
  if (comma == std::string_view::npos && dots == 0) return "\u2264" + one(inner.substr(2));
  if (comma == std::string_view::npos && dots + 2 == inner.size())
    return "\u2265" + one(inner.substr(0, dots));
  if (comma == std::string_view::npos) return one(inner);
  const std::string first = one(inner.substr(0, comma));
  const std::string last = one(inner.substr(inner.rfind(',') + 1));
  const std::string both = first == last ? first : first + "\u2013" + last;
  return set.front() == '[' ? both + "?" : both;
}

std::string shown_date(std::string_view date, DateDetail detail) {
  if (date.find_first_of("[{") == 0) return shown_set(date, detail);
  if (year_of(date) == "XXXX") return {};
  if (detail == DateDetail::years) return year_of(date);
  std::string text = up_to_unknown(date.substr(0, date.find('T')));
  if (const std::size_t both = text.find('%'); both != std::string::npos)
    text.replace(both, 1, "?~");
  return text;
}

std::string shown_end(std::string_view end, DateDetail detail) {
  if (end.empty()) return "?";
  if (end == "..") return "";
  const std::string date = shown_date(end, detail);
  return date.empty() ? "?" : date;
}

}  // namespace

std::string shown(const When& when, DateDetail detail) {
  if (!when.is_interval() && !when.is_object_form()) return shown_date(when.text(), detail);
  const std::string start = shown_end(when.start_text(), detail);
  const std::string end = shown_end(when.end_text(), detail);
  return start == end && start != "?" ? start : start + "\u2013" + end;
}

std::string shown_beside_name(const When& when) {
  std::string text = shown(when, DateDetail::years);
  constexpr std::string_view unknown_end = "\u2013?";
  if (text.ends_with(unknown_end)) text.resize(text.size() - unknown_end.size());
  return text == "?" ? std::string() : text;
}

}  // namespace entente
