#include "render/dates.hpp"

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

std::string shown_date(std::string_view date, DateDetail detail) {
  const bool set = date.find_first_of("[{") != std::string_view::npos;
  if (set || detail == DateDetail::full) return std::string(date);
  return year_of(date);
}

std::string shown_end(std::string_view end, DateDetail detail) {
  if (end.empty()) return "?";
  if (end == "..") return "";
  return shown_date(end, detail);
}

}  // namespace

std::string shown(const When& when, DateDetail detail) {
  if (!when.is_interval() && !when.is_object_form()) return shown_date(when.text(), detail);
  const std::string start = shown_end(when.start_text(), detail);
  const std::string end = shown_end(when.end_text(), detail);
  return start == end && start != "?" ? start : start + "\u2013" + end;
}

}  // namespace entente
